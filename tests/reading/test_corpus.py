# SPDX-License-Identifier: EUPL-1.2
"""A contributor gets something wrong, and reads where, what, and what to write instead."""

from __future__ import annotations

import pytest

from tests.project import Project
from tests.reading.cases import Case, Expected, corpus
from tests.reading.reading import PREVIEW, Diagnostic, diagnostics, picture, write

CASES = corpus()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    files: dict[str, str | bytes] = {path: picture() for path in ("segreti/foto.png", "conf.png")}
    for case in CASES:
        files |= case.files
    return write(tmp_path_factory.mktemp("corpus"), files)


@pytest.fixture(scope="module")
def said(project: Project) -> list[Diagnostic]:
    return diagnostics(project.build("newsletter-check", *PREVIEW, strict=False))


def _found(message: Diagnostic) -> Expected:
    return Expected(message.path, message.line, message.level, message.code.removeprefix("newsletter."), message.text)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_message_names_the_line_and_says_what_to_write(case: Case, said: list[Diagnostic]) -> None:
    found = [_found(message) for message in said if message.path in case.files]
    for expected in case.expected:
        answer = next((message for message in found if _answers(message, expected)), None)
        assert answer, f"expected {expected}; found {found}"
        found.remove(answer)
    assert [message for message in found if message.level != "HINT"] == []


@pytest.mark.parametrize("case", [case for case in CASES if not case.expected], ids=str)
def test_what_is_as_it_should_be_is_left_in_peace(case: Case, said: list[Diagnostic]) -> None:
    assert [message for message in said if message.path in case.files] == []


def _answers(message: Expected, expected: Expected) -> bool:
    same = (message.path, message.line, message.level, message.code) == (
        expected.path, expected.line, expected.level, expected.code,
    )  # fmt: skip
    return same and expected.words in message.words


def test_nothing_is_said_of_other_pages(said: list[Diagnostic]) -> None:
    issues = {path for case in CASES for path in case.files}
    assert [message for message in said if message.path not in issues] == []


def test_every_message_is_in_italian(said: list[Diagnostic]) -> None:
    english = {" the ", " is ", " write ", "There is", "Did you mean", "“"}
    assert [message.text for message in said if any(word in message.text for word in english)] == []


@pytest.mark.slow
def test_several_processes_say_the_same(project: Project, said: list[Diagnostic]) -> None:
    built = project.build(
        "newsletter-check", *PREVIEW, "-j", "2", strict=False, out="parallel", doctrees="parallel-read"
    )
    assert sorted(map(repr, diagnostics(built))) == sorted(map(repr, said))


def test_the_corpus_is_large_enough() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 60
    assert sum(len(case.expected) for case in CASES) >= 100
