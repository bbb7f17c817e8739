# SPDX-License-Identifier: EUPL-1.2
"""The folder of issues may hold anything, and each stray file is told."""

from __future__ import annotations

from pathlib import Path

from newsletter.source.issue_folder import stray_files


def test_folders_called_as_texts_are_told_beside_a_document_of_word(tmp_path: Path) -> None:
    for folder in ("2026-05/parte.md", "2026-05 (inglese).md"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "2026-05.md").write_text("# Maggio 2026")
    (tmp_path / "2026-05/festa.docx").write_bytes(b"")

    told = {path.name: error.diagnostic.text() for path, error in stray_files(tmp_path, ["en"])}

    assert set(told) == {"parte.md", "2026-05 (inglese).md", "festa.docx"}
    assert "is no file that can be read" in told["2026-05 (inglese).md"]
