# SPDX-License-Identifier: EUPL-1.2
"""What the head of an issue says; whatever cannot be relied on keeps the issue unpublished."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.model.diagnostics import ContentError
from newsletter.source.front_matter import FrontMatter, head_lines, parse_front_matter
from newsletter.source.front_matter_keys import unknown_key

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
        assert parse_front_matter(written) == expected
    assert head_lines(text) == len(lines) + 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ndraft: true\n\n# Mai chiuso", 1),
        (head("published: domani"), 2),
        (head("title: Uno", "published: 2026-02-30"), 3),
        (head("title: Uno", "draft: forse"), 3),
        (head("title: Uno", "draft:"), 3),
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
        parse_front_matter(text)
    assert refused.value.diagnostic.code == "front-matter"
    assert abs(int(str(refused.value.diagnostic.values["line"])) - line) <= 1


def test_a_blank_line_before_the_head_of_a_draft_does_not_publish_it() -> None:
    text = f"\n\n{head('draft: true', 'colore: blu')}"

    assert parse_front_matter(text) == FrontMatter(draft=True, unknown=(("colore", 5),))
    assert head_lines(text) == 6


def test_a_short_head_that_would_unfold_into_gigabytes_is_refused_at_once() -> None:
    bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    bomb += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    for key in ("title", "published", "draft", "description", "source"):
        with pytest.raises(ContentError, match="one “name: value” a line"):
            parse_front_matter(head(*bomb, f"{key}: *a11"))


def test_a_rule_in_the_text_is_no_head() -> None:
    for text in ("# Maggio\n\n---\n\nTesto\n\n---\n", "", "Testo\n---\n", "----\n"):
        assert parse_front_matter(text) == FrontMatter()
        assert head_lines(text) == 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("—\ndraft: true\n—\n\n# Maggio\n", 2),
        ("----\ndraft: true\n----\n# Maggio\n", 2),
        ("Una nota\n---\ndraft: true\n---\n# Maggio\n", 3),
        ("<!-- nota -->\n---\npublished: 2027-01-01\n---\n# Maggio\n", 3),
        ("```\n---\ndraft: true\n---\n```\n# Maggio\n", 3),
        ("---\ntitle: Maggio\n---\n---\ndraft: true\n---\n# Maggio\n", 5),
        ("\u200b---\ndraft: true\n---\n# Maggio\n", 2),
        ("\ufeff\ufeff---\nDraft : sì\n---\n# Maggio\n", 2),
        ("+++\ndraft = true\n+++\n# Maggio\n", 2),
        ("{\n  \"draft\": true\n}\n# Maggio\n", 2),
        ("> draft: true\n\n# Maggio\n", 1),
        ("**Bozza:** non pubblicare\n\n# Maggio\n", 1),
        ("ｄｒａｆｔ：true\n# Maggio\n", 1),
        ("---\ndraft: true\n---\n# Maggio\n".encode("utf-16").decode("utf-8", "replace"), 2),
        ("draft: true\n\nSenza titolo.\n", 1),
        ("# Luglio\n\n---\ndraft: true\n---\n\nTesto.\n", 4),
        ("# Luglio\n\n## Missioni\n\n**Bozza**\n", 5),
        ("# Luglio\npublished: 2099-01-01\n", 2),
    ],
)  # fmt: skip
def test_a_draft_whose_front_matter_is_none_is_kept_back(text: str, line: int) -> None:
    with pytest.raises(ContentError) as refused:
        parse_front_matter(text)
    assert (refused.value.diagnostic.code, refused.value.diagnostic.values["line"]) == ("front-matter", line)


@pytest.mark.parametrize(
    "text",
    [
        "# Maggio\n\ndraft: così si scrive una bozza\n",
        ":::{event} Festa\n:date: 1 maggio\n\npublished: sì\n:::\n",
        "Maggio\n======\n\ndraft: così\n",
        "Un testo su draft e published, senza altro.\n\n# Maggio\n",
    ],
)
def test_a_text_on_drafts_is_no_draft(text: str) -> None:
    assert parse_front_matter(text) == FrontMatter()


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (("x: &a {draft: true}", "<<: *a"), 2),
        (("<<: {draft: true}",), 2),
        (("title: &t Maggio",), 2),
        (("title: Maggio", "draft: &si true"), 3),
        (("title: |", "  Maggio", "  draft: true"), 4),
        (('title: "Maggio', '  published: 2027-01-01"'), 3),
        (("options:", "  draft: true"), 3),
        (("options: [{a: 1}, {Draft: true}]",), 2),
        (("options:", "  - bozza: sì"), 3),
    ],
)
def test_a_draft_that_is_said_in_a_roundabout_way_is_kept_back(lines: tuple[str, ...], line: int) -> None:
    with pytest.raises(ContentError) as refused:
        parse_front_matter(head(*lines))
    assert (refused.value.diagnostic.code, refused.value.diagnostic.values["line"]) == ("front-matter", line)


def test_a_key_that_is_commented_out_has_no_effect() -> None:
    assert parse_front_matter(head("# draft: true", "title: Maggio", "# published: 2027-01-01")).title == "Maggio"


BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "body",
    [
        BOMB + "? *i\n: x\n",
        BOMB + "title: *i\n",
        BOMB + "<<: *i\n",
        "{" * 5_000,
        "[" * 2_000 + "]" * 2_000,
        "title: " + "a" * 30_000,
        "? {draft: true}\n: x\n",
        "title: \x00\n",
        "&a title: *a\n",
        "!!python/object/apply:os.system [exit]: x\n",
    ],
)  # fmt: skip
def test_a_front_matter_that_asks_for_too_much_is_refused_at_once(body: str) -> None:
    try:
        head = parse_front_matter(f"---\n{body}\n---\n# Maggio\n")
    except ContentError as error:
        assert error.diagnostic.code == "front-matter"
    else:
        assert len(head.title) <= len("title")


def test_a_key_without_effect_is_answered_with_the_right_one() -> None:
    assert "“published”" in str(unknown_key("publised"))
    assert "published, draft, source, title, description" in str(unknown_key("xyz"))


@often
@given(st.text(alphabet="-\n .:{}[]\"'&*!#|>%@`\tdraftrue", max_size=80))
def test_nothing_else_is_ever_raised(text: str) -> None:
    try:
        parse_front_matter(f"---\n{text}\n---\n")
    except ContentError as refused:
        assert refused.diagnostic.code == "front-matter"
        assert int(str(refused.diagnostic.values["line"])) >= 1
