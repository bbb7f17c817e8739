# SPDX-License-Identifier: EUPL-1.2
"""A contestant's place at the benchmark: its sources of one size, and what it builds out of them."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from newsletter.tools.bench.contestants import Contestant, search_of
from newsletter.tools.bench.measure import BuildFailed, Cost, measured

_FIRST_TITLE = re.compile(r"^(:::\{event\}|###) .*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Stall:
    """The place of *contestant* in *folder*, with *count* issues."""

    contestant: Contestant
    count: int
    folder: Path

    @property
    def source(self) -> Path:
        """Where its sources are."""
        return self.folder / "source"

    @property
    def middle_issue(self) -> Path:
        """The issue that is edited: with as many issues before it as after it."""
        pages = sorted(path for path in (self.source / self.contestant.issues).glob("*.md") if path.stem[0].isdigit())
        return pages[len(pages) // 2]

    def write(self, project: Path) -> None:
        """Write the sources."""
        self.contestant.write(project, self.source, self.count)

    def fresh(self, name: str) -> Path:
        """Return an empty folder of what is built; what was there under that *name* goes when all is measured.

        A file system goes on taking thousands of files away for seconds, at the cost of the build that comes next.
        """
        folder = self.folder / name
        if folder.exists():
            folder.rename(Path(tempfile.mkdtemp(dir=self.folder, prefix=f"{name}-")))
        folder.mkdir(parents=True)
        return folder

    def build(self, output: Path, jobs: int = 1) -> Cost:
        """Build the site into *output*, whatever is there already, and return what it cost.

        :raises BuildFailed: where it does, or left pages or its search out.
        """
        cost = measured(self.contestant.command(self.source, output, jobs))
        html = output / "html"
        pages = sum(1 for _ in (html / "issues").rglob("*.html"))
        if pages < self.count:
            raise BuildFailed(f"{self.contestant.name}: {pages} pages for {self.count} issues")
        if (found := search_of(html)) != self.contestant.search:
            raise BuildFailed(f"{self.contestant.name}: its search is made by {found}, not by {self.contestant.search}")
        return cost

    def built(self) -> Path:
        """Return the folder of a site that is already there; build it where it is not."""
        output = self.folder / "output"
        if not output.exists():
            self.build(self.fresh("output"))
        return output

    def edit(self, edition: int) -> str:
        """Give the first record of the middle issue a title that it never had, and return that."""
        page, title = self.middle_issue, f"Titolo rivisto {edition}"
        text = page.read_text(encoding="utf-8")
        page.write_text(_FIRST_TITLE.sub(rf"\1 {title}", text, count=1), encoding="utf-8")
        return title

    def rebuild_edited(self, edition: int) -> Cost:
        """Edit, build again, and return what the build cost.

        :raises BuildFailed: where it does, or does not show the edit.
        """
        output, title = self.built(), self.edit(edition)
        cost = self.build(output)
        pages = (output / "html" / "issues").rglob("*.html")
        if not any(title in page.read_text(encoding="utf-8") for page in pages if self.middle_issue.stem in str(page)):
            raise BuildFailed(f"{self.contestant.name}: “{title}” is on no page")
        return cost
