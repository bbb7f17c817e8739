# SPDX-License-Identifier: EUPL-1.2
"""Changes of records and messages as one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from newsletter.environment.i18n import translate
from newsletter.tools.console import CommandError
from newsletter.tools.diff import differences
from newsletter.tools.rendering import as_report
from newsletter.tools.report import Item, Report, Section
from newsletter.tools.review.messages import Message, read_messages


def review(project: Path, base: str, options: list[str]) -> Report:
    """Return what a reviewer has to know of *project* against the git revision *base*."""
    try:
        found = differences(project, base, options)
    except CommandError as error:
        return Report(translate("The sources cannot be read"), tuple(str(error).splitlines()))
    report = as_report(found.sections, base, found.notes)
    messages = read_messages(found.messages, project)
    lines = report.lines if messages else (*report.lines, translate("The check has nothing to say."))
    # What is wrong goes before what changed: a long list is cut at its end.
    return replace(
        report,
        title=translate("What this proposal changes"),
        lines=(report.title, *lines),
        sections=(*message_sections(messages), *report.sections),
    )


def message_sections(messages: Sequence[Message]) -> Iterator[Section]:
    """Return *messages* in up to two sections: what has to be put right, and what deserves a second look."""
    for title, chosen in (
        (translate("To put right"), [each for each in messages if not each.is_hint]),
        (translate("To look at again"), [each for each in messages if each.is_hint]),
    ):
        if chosen:
            yield Section(title, tuple(_items(chosen)))


def _items(messages: Iterable[Message]) -> Iterator[Item]:
    for each in messages:
        yield Item(each.place or each.code, f"{each.words} [{each.code}]" if each.code else each.words)
