# SPDX-License-Identifier: EUPL-1.2
"""The varied archive, published once with everything that belongs to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.languages.two_languages import BOTH, LANGUAGES
from tests.project import CONF, write_project

from .archive import ISSUES, TRANSLATIONS


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the whole site, with its PDFs, and with a mail of each issue beside it."""
    project = write_project(tmp_path_factory.mktemp("agreement") / "borgoluce", ISSUES)
    pdfs = project.build("newsletter-pdf").folder
    for issue in (path.stem for path in (project.folder / "issues").glob("*.md")):
        project.build("newsletter-email", "-D", f"newsletter_email_issue={issue}")
    return project.build("html", "-D", f"newsletter_pdf_dir={pdfs}").folder


@pytest.fixture(scope="session")
def in_english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the English site of the same archive in two languages, with its PDFs and mails."""
    files = {"conf.py": CONF + LANGUAGES, **ISSUES, **TRANSLATIONS}
    project = write_project(tmp_path_factory.mktemp("agreement") / "borgoluce", files)
    english = ("-D", "language=en", *BOTH)
    pdfs = project.build("newsletter-pdf", *english, out="pdf/en", doctrees="doctrees-en").folder.parent
    italian = project.build("html", *BOTH, out="site", strict=False)
    for issue in (path.stem for path in (project.folder / "issues").glob("*.md") if "." not in path.stem):
        chosen = f"newsletter_email_issue={issue}"
        project.build("newsletter-email", *english, "-D", chosen, out="site/newsletter-email", doctrees="doctrees-en")
    words = (*english, "-D", f"newsletter_pdf_dir={pdfs}")
    return project.build("html", *words, out=f"{italian.folder.name}/en", doctrees="doctrees-en").folder
