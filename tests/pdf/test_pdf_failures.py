# SPDX-License-Identifier: EUPL-1.2
"""One issue cannot be set: the others are printed all the same, and the build says which one it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsletter.pdf.compiler import CompileError, Compiler
from tests.pdf.pdf_project import faults, print_pdfs, text_of, write_sources
from tests.pdf.pdf_samples import PLAIN

_compile = Compiler._compile  # noqa: SLF001 - the one place where Typst is called, here made to fail


def _fails_in_may(compiler: Compiler, source: str, *others: Any) -> bytes:
    if "issues/2026-05.typ" in source and "Altro" in (compiler.root / "fragments/issues/2026-05.typ").read_text(
        "utf-8"
    ):
        source = '#panic("no such luck")'
    return _compile(compiler, source, *others)


def test_one_issue_that_fails_costs_its_pdf_and_volumes_send_to_the_web(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_sources(tmp_path, PLAIN)
    assert "issues/2026-05.pdf" in print_pdfs(folder).manifest

    (folder / "issues" / "2026-05.md").write_text("# Maggio 2026\n\nAltro.\n", "utf-8")
    monkeypatch.setattr(Compiler, "_compile", _fails_in_may)
    printed = print_pdfs(folder)

    others = ["borgoluce-nel-mondo.pdf", "issues/2025-12.pdf", "years/2025.pdf", "years/2026.pdf"]
    assert sorted(printed.manifest) == others
    assert sorted(path.relative_to(printed.folder).as_posix() for path in printed.folder.rglob("*.pdf")) == others
    assert printed.status == 3
    assert "issues/2026-05.pdf" in printed.warnings
    assert "issues/2026-05.md: WARNING" in printed.warnings
    assert "no such luck" in printed.warnings
    for name in others:
        assert faults(printed.path(name)) == []
    year = " ".join(" ".join(text_of(printed.path("years/2026.pdf"))).split())
    assert "https://borgoluce.example/news/issues/2026-05.html" in year.replace(" ", "")  # a line may end in it
    assert "Altro" not in year

    monkeypatch.undo()
    assert "issues/2026-05.pdf" in print_pdfs(folder).manifest


def test_a_build_outlives_a_typst_that_the_system_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killed = tmp_path / "no_memory_left.py"
    killed.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n", "utf-8")
    monkeypatch.setattr("newsletter.pdf.compiler._SET_SHEET", killed)
    with pytest.raises(CompileError, match="broke down"):
        Compiler(tmp_path).set_numerals(1, "di")
