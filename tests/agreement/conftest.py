# SPDX-License-Identifier: EUPL-1.2
"""The varied archive, published once with everything that belongs to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import write_project

from .archive import ISSUES


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the whole site, with its PDFs, and with a mail of each issue beside it."""
    project = write_project(tmp_path_factory.mktemp("agreement") / "borgoluce", ISSUES)
    pdfs = project.build("newsletter-pdf").folder
    for issue in (path.stem for path in (project.folder / "issues").glob("*.md")):
        project.build("newsletter-email", "-D", f"newsletter_email_issue={issue}")
    return project.build("html", "-D", f"newsletter_pdf_dir={pdfs}").folder
