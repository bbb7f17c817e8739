# SPDX-License-Identifier: EUPL-1.2
"""``make``, ``make html``, ``make pdf`` and ``make ics``: build aside, then put in place; ``make linkcheck``."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from newsletter.environment.extras import is_installed, left_out
from newsletter.incremental.output_state import FILE as LEFT_IN_LANGUAGE
from newsletter.pdf import INCOMPLETE
from newsletter.tools.console import PROJECT, run, say, split_options
from newsletter.tools.publish import publish
from newsletter.tools.settings import further_languages, of_language
from newsletter.tools.sphinx_run import COMPLETE, SphinxRun
from newsletter.tools.workspace import alone, busy, prepare, toolchain


@dataclass(frozen=True)
class Build:
    """A build of *source* under its folder ``_build``."""

    source: Path
    name: str
    """Outputs of their own in the staging folder: a site without PDFs has other pages than one that offers them."""
    options: Sequence[str] = ()

    @property
    def root(self) -> Path:
        """The folder of everything built."""
        return self.source / "_build"

    @property
    def stage(self) -> Path:
        """Files that one build leaves to the next, unseen by readers."""
        return self.root / "stage" / self.name

    @property
    def _pdf_setting(self) -> dict[str, str]:
        """Tell the site where its PDFs are; the PDF run says the same, or each run would find the other's settings."""
        return {"newsletter_pdf_dir": str(self.root / "pdf")}

    @property
    def languages(self) -> tuple[str, ...]:
        """The language of the originals, as an empty string, and the further ones: one run of Sphinx each."""
        return "", *further_languages(self.source)

    def sphinx(
        self, builder: str, output: Path, settings: Mapping[str, str] = MappingProxyType({}), language: str = ""
    ) -> int:
        """Run *builder* in a further *language*, or in that of the originals; return its exit code."""
        return SphinxRun(
            source=self.source,
            builder=builder,
            output=output / language,
            doctrees=self.stage / f"doctrees{language and '-'}{language}",
            settings={**settings, **of_language(self.source, language)},
            options=self.options,
        ).call()

    def _in_all(self, builder: str, output: Path, settings: Mapping[str, str] = MappingProxyType({})) -> int:
        """Run *builder* in all languages, up to one where it fails; return the worst of its exit codes."""
        for folder in _others(output, self.languages):
            shutil.rmtree(folder)
        codes = []
        for language in self.languages:
            codes.append(self.sphinx(builder, output, settings, language))
            _raise_if_killed(codes[-1])
            if codes[-1] not in {*COMPLETE, INCOMPLETE}:
                break  # it would fail in the next for the same reason
        return max(codes)

    def pdf(self) -> int:
        """Set the PDFs in ``_build/pdf``; those that did not change stay as they are."""
        say("PDF: the issues, the years, the whole archive…")
        with busy(self.stage):
            return self._in_all("newsletter-pdf", self.root / "pdf", self._pdf_setting)

    def book(self) -> int:
        """Make the e-book of each language, and put it beside the PDFs."""
        say("E-book: the whole archive…")
        with busy(self.stage):
            codes = []
            for language in self.languages:  # each in a folder of its own: all that lies in it is of the book
                folder = self.stage / f"epub{language and '-'}{language}"
                codes.append(self.sphinx("newsletter-epub", folder, self._pdf_setting, language))
                _raise_if_killed(codes[-1])
            return max(codes)

    def html(self, *, with_pdf: bool) -> int:
        """Build the site aside, and put it in place as ``_build/html`` if the build was good."""
        say("Site: pages, registers, calendars, feeds, data, search…")
        staged = self.stage / "html"
        with busy(self.stage):
            code = self._in_all("html", staged, self._pdf_setting if with_pdf else {})
            if code not in COMPLETE:
                sys.exit(code)
            if code == 0:
                outcome = publish(staged, self.root / "html")
                say(
                    "Published in %(folder)s: %(written)d files written, %(removed)d removed.",
                    folder=self._shown(self.root / "html"),
                    written=outcome.written,
                    removed=outcome.removed,
                )
        return code

    def calendars(self) -> int:
        """Write the calendars alone, in ``_build/ics``."""
        with busy(self.stage):
            return self._in_all("newsletter-ics", self.root / "ics")

    def links(self) -> int:
        """Try all links to other sites; what was found is in ``_build/linkcheck``."""
        return self.sphinx("linkcheck", self.root / "linkcheck")

    def everything(self) -> int:
        """Set the PDFs, make the e-book, then build the site that offers them.

        A PDF that fails is missing from the site, and the code says so; after any other error nothing is put in place.
        """
        if not is_installed("pdf"):
            print(left_out("pdf"), flush=True)
            return self.book() or self.html(with_pdf=True)
        code = self.pdf()
        return code if code not in {0, INCOMPLETE} else self.book() or self.html(with_pdf=True) or code

    def _shown(self, path: Path) -> str:
        return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _others(output: Path, languages: Sequence[str]) -> list[Path]:
    """Return the folders in *output* of languages that the site no longer has."""
    former = [path.parent for path in output.glob("*/" + LEFT_IN_LANGUAGE)]
    return [folder for folder in former if folder.name not in languages]


def _raise_if_killed(code: int) -> None:
    """End as the killed run ended, so that its half-written output stays marked."""
    if code < 0:
        sys.exit(128 - code)


def main(words: list[str]) -> int:
    """Build what the first word names; what follows ``--`` is for Sphinx."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.build")
    parser.add_argument("target", choices=["all", "html", "pdf", "ics", "linkcheck"])
    parser.add_argument("--jobs", default="auto")
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    stage = {"html": "site", "linkcheck": "links"}.get(asked.target, "all")
    build = Build(asked.source.resolve(), stage, ["-j", asked.jobs, *options])
    with alone(build.root):
        prepare(build.stage, toolchain(build.source))
        match asked.target:
            case "pdf":
                code = build.pdf()
            case "ics":
                code = build.calendars()
            case "linkcheck":
                return build.links()
            case "html":
                code = build.html(with_pdf=False)
            case _:
                code = build.everything()
    if code == INCOMPLETE:
        say("Some PDFs could not be made, and are missing: the warnings above say which, and why.")
    elif code:
        say(
            "The build ended with faults; what was published before stays as it was. Put right what is named above, "
            "and run “make” again."
        )
    return code


if __name__ == "__main__":
    sys.exit(run(main))
