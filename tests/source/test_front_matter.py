# SPDX-License-Identifier: EUPL-1.2
"""What the head of an issue says; whatever cannot be relied on keeps the issue unpublished."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.model.diagnostics import ContentError
from newsletter.source.front_matter import FrontMatter, head_lines, read_front_matter, unknown_key

often = settings(derandomize=True, max_examples=300, deadline=None)
DAY = dt.date(2026, 5, 4)


def head(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "", "# Maggio 2026", "", "Testo."])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), FrontMatter()),
        (("# solo un commento",), FrontMatter()),
        (("published: 2026-05-04",), FrontMatter(published=DAY)),
        (('published: "2026-05-04"',), FrontMatter(published=DAY)),
        (("published: 2026-05-04T09:30:00+02:00",), FrontMatter(published=DAY)),
        (("draft: true",), FrontMatter(draft=True)),
        (("draft: sì",), FrontMatter(draft=True)),
        (("draft: Yes",), FrontMatter(draft=True)),
        (("draft: no",), FrontMatter()),
        (("draft:",), FrontMatter()),
        (("title: Speciale clima", "source: https://borgoluce.example"),
         FrontMatter(title="Speciale clima", source="https://borgoluce.example")),
        (("title: 2026",), FrontMatter(title="2026")),
        (("description: >-", "  In breve,", "  su due righe."), FrontMatter(description="In breve, su due righe.")),
        (("tags: [uno, due]", "draft: true"), FrontMatter(draft=True, unknown=(("tags", 2),))),
        (("myst:", "  enable_extensions: [substitution]"), FrontMatter(unknown=(("myst", 2),))),
    ],
)  # fmt: skip
def test_what_it_says(lines: tuple[str, ...], expected: FrontMatter) -> None:
    text = head(*lines)
    for written in (text, text.replace("\n", "\r\n"), f"\ufeff{text}", text.replace("---\n", "---  \n")):
        assert read_front_matter(written) == expected
    assert head_lines(text) == len(lines) + 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ndraft: true\n\n# Mai chiuso", 1),
        (head("published: domani"), 2),
        (head("title: Uno", "published: 2026-02-30"), 3),
        (head("title: Uno", "draft: forse"), 3),
        (head("title: Numero: speciale"), 2),
        (head("- draft"), 2),
        (head("draft"), 2),
        (head("title: [a"), 2),
        (head("draft: true", "title: x", "draft: false"), 4),
        (head("published: [2026-05-04]"), 2),
        (head("title: !!python/object/apply:os.system [ls]"), 2),
        (head("title: " + "[" * 3000), 2),
        (head("published: " + "1" * 5000), 2),
        (head("published: 20260504 1"), 2),
        (head("\tdraft: true"), 2),
    ],
)
def test_what_cannot_be_relied_on(text: str, line: int) -> None:
    with pytest.raises(ContentError) as refused:
        read_front_matter(text)
    assert refused.value.problem.code == "front-matter"
    assert abs(int(str(refused.value.problem.values["line"])) - line) <= 1


def test_a_blank_line_before_the_head_of_a_draft_does_not_publish_it() -> None:
    text = f"\n\n{head('draft: true', 'colore: blu')}"

    assert read_front_matter(text) == FrontMatter(draft=True, unknown=(("colore", 5),))
    assert head_lines(text) == 6


def test_a_short_head_that_would_unfold_into_gigabytes_is_refused_at_once() -> None:
    bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    bomb += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    for key in ("title", "published", "draft", "description", "source"):
        with pytest.raises(ContentError, match=f"“{key}” takes one value"):
            read_front_matter(head(*bomb, f"{key}: *a11"))


def test_a_rule_in_the_text_is_no_head() -> None:
    for text in ("# Maggio\n\n---\n\nTesto\n\n---\n", "", "Testo\n---\n", "----\ndraft: true\n----\n"):
        assert read_front_matter(text) == FrontMatter()
        assert head_lines(text) == 0


def test_a_key_without_effect_is_answered_with_the_right_one() -> None:
    assert "“published”" in str(unknown_key("publised"))
    assert "published, draft, source, title, description" in str(unknown_key("xyz"))


@often
@given(st.text(alphabet="-\n .:{}[]\"'&*!#|>%@`\tdraftrue", max_size=80))
def test_nothing_else_is_ever_raised(text: str) -> None:
    try:
        read_front_matter(f"---\n{text}\n---\n")
    except ContentError as refused:
        assert refused.problem.code == "front-matter"
        assert int(str(refused.problem.values["line"])) >= 1
