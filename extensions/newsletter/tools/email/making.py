# SPDX-License-Identifier: EUPL-1.2
"""Make the mail of an issue in ``_build/email``, and tell what it is like."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsletter.environment.i18n import translate
from newsletter.export.email.files import LIMIT
from newsletter.model.diagnostics import _
from newsletter.tools.build import Build
from newsletter.tools.console import refuse, require_extra, say
from newsletter.tools.workspace import alone, busy, prepare, toolchain

_FORMS = {
    "full": _("full: first paragraphs and pictures"),
    "teasers": _("teasers: the beginning of each text, without pictures"),
    "titles": _("titles: titles, days and places"),
}


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail of one issue as files in *folder*."""

    folder: Path
    issue: str
    subject: str
    size: int
    """Bytes of the HTML part as sent."""
    form: str
    language: str = ""
    """The language, where it is not that of the originals."""

    @property
    def stem(self) -> str:
        """The name that its files have in common."""
        return f"{self.issue}{self.language and '.'}{self.language}"

    def file(self, suffix: str) -> Path:
        """Return the file of the mail that ends in *suffix*."""
        return self.folder / f"{self.stem}.{suffix}"

    @property
    def form_name(self) -> str:
        """The forms of a mail in words: how much of each record they tell."""
        return translate(_FORMS[self.form])

    @property
    def preview(self) -> Path:
        """The page on which to look at it."""
        return self.folder / f"preview-{self.stem}.html"


def make_mail(source: Path, issue: str, options: Sequence[str] = (), language: str = "") -> Mail:
    """Make the mail of *issue*, the newest published one where it is empty, from the sources in *source*.

    It is in a further *language* of the site, or in that of the originals.

    :raises CommandError: where there is no such issue, or a setting is missing; Sphinx has said which.
    """
    require_extra("mail")
    build = Build(source, "email", ["-q", *options])
    staged, folder = build.stage / "made", build.root / "email"
    if language not in build.languages:
        raise refuse("The site has no language “%(language)s”.", language=language)
    with alone(build.root):
        prepare(build.stage, toolchain(source))
        shutil.rmtree(staged, ignore_errors=True)
        with busy(build.stage):
            code = build.sphinx("newsletter-email", staged, {"newsletter_email_issue": issue}, language)
        if code:
            raise refuse("No mail was made.")
        folder.mkdir(exist_ok=True)
        for path in (staged / language).glob("[!.]*"):
            shutil.copyfile(path, folder / path.name)
        [facts] = (staged / language).glob("[0-9]*.json")
    told = json.loads(facts.read_text("utf-8"))
    return Mail(folder, told["issue"], told["subject"], told["bytes"], told["form"], language)


def tell(mail: Mail) -> None:
    """Say what *mail* is like and where it is."""
    say("Subject: %(subject)s", subject=mail.subject)
    for suffix in ("html", "txt", "eml"):
        path = mail.file(suffix)
        say("%(path)s: %(size)s bytes", path=path, size=f"{path.stat().st_size:,}".replace(",", " "))
    say(
        "HTML as sent: %(size)d bytes of %(limit)d at most; form %(form)s.",
        size=mail.size,
        limit=LIMIT,
        form=mail.form_name,
    )
    say("Look at it: %(url)s", url=mail.preview.as_uri())
