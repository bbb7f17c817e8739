# SPDX-License-Identifier: EUPL-1.2
"""One issue cannot be set: the others are printed all the same, and the build says which one it was."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
import typst

from newsletter.pdf.press import Press
from tests.pdf.pdf_project import print_pdfs, write_sources
from tests.pdf.pdf_samples import PLAIN

_set = Press._compile  # noqa: SLF001 - the one place where Typst is called, here made to fail


def _fails_in_may(press: Press, source: str, inputs: dict[str, str], timestamp: datetime | int) -> bytes:
    if "issues/2026-05.typ" in source:
        raise typst.TypstError("no such luck", "")
    return _set(press, source, inputs, timestamp)


def test_the_others_are_printed_and_the_build_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_sources(tmp_path, PLAIN)
    assert "issues/2026-05.pdf" in print_pdfs(folder).manifest

    (folder / "issues" / "2026-05.md").write_text("# Maggio 2026\n\nAltro.\n", "utf-8")
    monkeypatch.setattr(Press, "_compile", _fails_in_may)
    printed = print_pdfs(folder)

    assert sorted(printed.manifest) == ["issues/2025-12.pdf", "years/2025.pdf"]
    assert sorted(path.name for path in printed.folder.rglob("*.pdf")) == ["2025-12.pdf", "2025.pdf"]
    assert "issues/2026-05.pdf" in printed.failure
    assert "issues/2026-05.md: WARNING" in printed.warnings
    assert "no such luck" in printed.warnings

    monkeypatch.undo()
    assert "issues/2026-05.pdf" in print_pdfs(folder).manifest
