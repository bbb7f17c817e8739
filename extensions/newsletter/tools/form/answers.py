# SPDX-License-Identifier: EUPL-1.2
"""The answers in the text of an issue that GitHub made of a form (docs.github.com: syntax for GitHub's form schema)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from newsletter.model.kinds import Kind
from newsletter.source.source_text import split_lines, without_invisible

FOLDER = Path(".github", "ISSUE_TEMPLATE")

_NO_ANSWER = frozenset({"_No response_", "None"})
_BODY_LIMIT = 65_536  # what GitHub takes as the text of an issue


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one kind of block: what its questions are called, by the option that each of them fills."""

    kind: Kind
    labels: Mapping[str, str]
    choices: frozenset[str] = field(default_factory=frozenset)
    """The questions that are answered from a list, with the word for the block in parentheses."""


def read_form(path: Path) -> Form:
    """Return the form at *path*; its file is named after its kind."""
    parts = [part for part in yaml.safe_load(path.read_text("utf-8"))["body"] if "id" in part]
    return Form(
        kind=Kind(path.stem),
        labels={part["id"]: part["attributes"]["label"] for part in parts},
        choices=frozenset(
            part["id"] for part in parts if part["type"] == "dropdown" and not part["attributes"].get("multiple", False)
        ),
    )


def read_forms(project: Path) -> tuple[Form, ...]:
    """Return the forms of all kinds of blocks that have one."""
    paths = (project / FOLDER / f"{kind}.yml" for kind in Kind)
    return tuple(read_form(path) for path in paths if path.is_file())


@dataclass(frozen=True, slots=True)
class Answers:
    """A filled form."""

    form: Form
    values: Mapping[str, str]
    """The answers by option; only the ``text`` may have several lines."""


def read_answers(body: str, forms: Sequence[Form]) -> Answers | None:
    """Return the answers in the text *body* of an issue; None where it was made of none of *forms*.

    Questions come in the order of the form, the text last: a heading that somebody types in the text is text.
    """
    lines = [without_invisible(line).rstrip() for line in split_lines(body[:_BODY_LIMIT])]
    first = next((line for line in lines if line), "")
    form = next((each for each in forms if first == _heading(next(iter(each.labels.values())))), None)
    if form is None:
        return None
    starts: dict[str, int] = {}
    position = 0
    for name, label in form.labels.items():
        if _heading(label) in lines[position:]:
            position = starts[name] = lines.index(_heading(label), position)
    ends = [*list(starts.values())[1:], len(lines)]
    values = {}
    for (name, start), end in zip(starts.items(), ends, strict=True):
        answer = "\n".join(lines[start + 1 : end]).strip("\n")
        if answer.strip() and answer.strip() not in _NO_ANSWER:
            values[name] = answer if name == "text" else _one_line(answer, is_choice=name in form.choices)
    return Answers(form, values)


def _heading(label: str) -> str:
    return f"### {label}"


def _one_line(answer: str, *, is_choice: bool) -> str:
    """Return *answer* in one line; of a choice only the word that the block uses."""
    words = " ".join(answer.split())
    chosen = re.search(r"\((\w+)\)$", words) if is_choice else None
    return chosen[1] if chosen else words
