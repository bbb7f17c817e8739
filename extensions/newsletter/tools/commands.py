# SPDX-License-Identifier: EUPL-1.2
"""The commands: ``newsletter NAME``, with the same names and variables as ``make NAME``.

Only the standard library is imported: whoever has not installed anything yet can ask for help.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType


def _(message: str) -> str:
    """Mark *message* for translation."""
    return message


@dataclass(frozen=True)
class Command:
    """One command."""

    name: str
    help: str
    """In English; the catalogue has it in the site's language."""
    module: str
    """Whose ``main`` takes words, and returns an exit code."""
    words: tuple[str, ...] = ()
    """The words before all that is typed."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Options by the variables that give them; ``""`` for one that stands by itself."""
    needs: str = ""
    """The requirements that it takes beside those of the site: ``test``, ``import``."""
    options: bool = True
    """Whether what follows ``--`` is for it, or for the program that it runs; SPHINXOPTS, where make calls it."""


_JOBS = MappingProxyType({"JOBS": "--jobs"})
_ISSUE = MappingProxyType({"ISSUE": "--issue"})
_BLOCK = MappingProxyType(
    {name: f"--{name.lower()}" for name in ("TITLE", "ISSUE", "DATE", "PLACE", "COUNTRY", "PEOPLE")}
)
_BUILD, _NEW_BLOCK, _EMAIL = (f"newsletter.tools.{name}" for name in ("build", "new_block", "email.__main__"))

Groups = Mapping[str, Sequence[Command]]

GROUPS: Groups = {
    _("Build"): (
        Command("all", _("everything: PDFs, site, calendars, data"), _BUILD, ("all",), _JOBS),
        Command("html", _("the site alone, without PDFs, in _build/html"), _BUILD, ("html",), _JOBS),
        Command("pdf", _("the PDFs alone, in _build/pdf"), _BUILD, ("pdf",), _JOBS),
        Command("ics", _("the calendars alone, in _build/ics"), _BUILD, ("ics",), _JOBS),
    ),
    _("Write an issue"): (
        Command(
            "new",
            _("start an issue from a template: ISSUE=2026-07 (without ISSUE, the next one)"),
            "newsletter.tools.new_issue",
            (),
            {"ISSUE": ""},
            options=False,
        ),
        Command(
            "serve",
            _("show the site with its drafts, and follow each save, on port PORT (8000)"),
            "newsletter.tools.serve",
            (),
            {"PORT": "--port"},
        ),
        Command(
            "check", _("read all sources, drafts included: no warning is allowed"), "newsletter.tools.check", (), _JOBS
        ),
        Command(
            "diff",
            _("what changes in the records: BASE=origin/main (FORMAT=markdown)"),
            "newsletter.tools.diff",
            (),
            {"BASE": "--base", "FORMAT": "--format"},
        ),
        Command("linkcheck", _("try the links to other sites (needs the network)"), _BUILD, ("linkcheck",), _JOBS),
        Command(
            "new-event",
            _("start an event in a file of its own: TITLE=… DATE=… (without TITLE, show it)"),
            _NEW_BLOCK,
            ("event",),
            _BLOCK,
            options=False,
        ),
        Command(
            "new-delegation",
            _("start a delegation received: TITLE=… COUNTRY=…"),
            _NEW_BLOCK,
            ("delegation",),
            _BLOCK,
            options=False,
        ),
        Command(
            "new-mission", _("start a mission abroad: TITLE=… PLACE=…"), _NEW_BLOCK, ("mission",), _BLOCK, options=False
        ),
        Command("new-news", _("start a piece of news: TITLE=…"), _NEW_BLOCK, ("news",), _BLOCK, options=False),
        Command(
            "format",
            _("put blocks in order without changing what they say (CHECK=1 only says which)"),
            "newsletter.tools.format",
            (),
            {"CHECK": "--check"},
            options=False,
        ),
        Command(
            "translate",
            _("start a translation of an issue: ISSUE=2026-05 INTO=en"),
            "newsletter.tools.translate",
            (),
            {"ISSUE": "--issue", "INTO": "--into"},
        ),
        Command(
            "import",
            _("drafts of old newsletters: FILE=may.docx, a folder, a .zip (text, mail, HTML, DOCX, PDF; ISSUE=…)"),
            "newsletter.tools.importer.__main__",
            (),
            {"ISSUE": "--issue", "FILE": ""},
            needs="import",
            options=False,
        ),
    ),
    _("Report on a year"): (
        Command(
            "report",
            _("start the report of a year, in reports/: YEAR=2026"),
            "newsletter.tools.start_report",
            (),
            {"YEAR": "--year"},
            options=False,
        ),
    ),
    _("Send an issue"): (
        Command(
            "email",
            _("make the mail of an issue, in _build/email: ISSUE=2026-07 (without ISSUE, the latest published)"),
            _EMAIL,
            ("make",),
            _ISSUE,
        ),
        Command(
            "email-test",
            _("send it to who tries it: TO=name@example.org (server in NEWSLETTER_SMTP_URL)"),
            _EMAIL,
            ("test",),
            {"TO": "--to", "LANGUAGE": "--language", **_ISSUE},
        ),
        Command(
            "email-send",
            _("send it, once, to the list of subscribers: LIST=list@example.org"),
            _EMAIL,
            ("send",),
            {"LIST": "--list", "AGAIN": "--again", "LANGUAGE": "--language", **_ISSUE},
        ),
    ),
    _("After publication"): (
        Command(
            "published",
            _("note in published/ what subscribers have seen, when the site goes out (then commit it)"),
            "newsletter.tools.published",
        ),
        Command(
            "touch",
            _("write the lines “:updated:” that are missing: BASE=origin/main"),
            "newsletter.tools.touch",
            ("touch",),
            {"BASE": "--base"},
        ),
        Command(
            "keep-ids",
            _("write the lines “:id:” that keep addresses and calendar entries: BASE=origin/main"),
            "newsletter.tools.touch",
            ("keep-ids",),
            {"BASE": "--base"},
        ),
        Command(
            "rename",
            _("give an issue the name of another month: FROM=2026-05 TO=2026-06"),
            "newsletter.tools.rename",
            (),
            {"FROM": "--from", "TO": "--to"},
        ),
        Command(
            "withdraw",
            _("leave cancelled entries to subscribers of what was taken out: ISSUE=2026-05"),
            "newsletter.tools.withdraw",
            (),
            _ISSUE,
        ),
    ),
    _("On the service that hosts the project (its workflows call these)"): (
        Command(
            "review",
            _("what a proposal changes and what has to be put right, in _build/review: BASE=origin/main"),
            "newsletter.tools.review.__main__",
            (),
            {"BASE": "--base"},
        ),
        Command(
            "form",
            _("make a block of a form that was filled in, in _build/form: EVENT=event.json"),
            "newsletter.tools.form.__main__",
            ("--out=_build/form/proposal.json",),
            {"EVENT": ""},
            options=False,
        ),
        Command(
            "forms",
            _("put the topics of conf.py into .github/ISSUE_TEMPLATE"),
            "newsletter.tools.form.topics",
            options=False,
        ),
        Command(
            "links",
            _("as linkcheck, with a report in _build/linkcheck/report.json"),
            "newsletter.tools.review.links",
            (),
            _JOBS,
        ),
    ),
    _("Other"): (
        Command(
            "adopt",
            _("write the project of another city: DIR=../city TITLE=… LANGUAGE=en"),
            "newsletter.tools.adopt",
            (),
            {"TITLE": "--title", "LANGUAGE": "--language", "DIR": ""},
            options=False,
        ),
        Command("clean", _("remove all that was built"), "newsletter.tools.clean", options=False),
        Command("help", _("this list"), "newsletter.tools.command", ("help",)),
    ),
}

VARIABLES = frozenset((
    "AGAIN", "BASE", "CHECK", "COUNTRY", "DATE", "DIR", "EVENT", "FILE", "FORMAT", "FROM", "INTO", "ISSUE", "JOBS",
    "LANGUAGE", "LIST", "PEOPLE", "PLACE", "PORT", "TITLE", "TO",
    "YEAR",
))  # fmt: skip
"""Variables that can be given as ``NAME=value``; a command takes no notice of those of others."""


def find(name: str, groups: Groups) -> Command | None:
    """Return the command called *name*; any kind of block has its own, in the list or not."""
    for commands in groups.values():
        for command in commands:
            if command.name == name:
                return command
    kind = name.removeprefix("new-")
    return (
        Command(name, "", _NEW_BLOCK, (kind,), _BLOCK, options=False)
        if kind not in {name, ""} and kind.isidentifier()
        else None
    )


def names(groups: Groups) -> list[str]:
    """Return the names of all commands."""
    return [command.name for commands in groups.values() for command in commands]


def arguments(command: Command, typed: Iterable[str]) -> list[str]:
    """Return the words for *command*: variables as its options, what follows ``--`` as it is.

    An empty variable counts as one that is not given.
    """
    own, options = list(typed), []
    if "--" in own:
        where = own.index("--")
        own, options = own[:where], own[where:]
    words, alone = list(command.words), []
    for word in own:
        name, sign, value = word.partition("=")
        if not sign or name not in VARIABLES:
            words.append(word)
        elif value and name in command.variables:
            option = command.variables[name]
            if not option:
                alone = ["--", value]
            else:
                words.append(option if option == "--check" else f"{option}={value}")
    return [*words, *alone, *(options if command.options else ())]
