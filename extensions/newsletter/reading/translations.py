# SPDX-License-Identifier: EUPL-1.2
"""Translations of issues: the run in their language shows them, that of the originals reads and checks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from docutils import nodes
from sphinx.environment import BuildEnvironment

from newsletter.dates import show_month
from newsletter.environment.block_draft import Draft, attach, blocks_in, draft_of
from newsletter.environment.collect import body_text, title_text
from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import issue_name, part_files, translations
from newsletter.environment.labels import kind_name
from newsletter.environment.placeholder import is_view
from newsletter.environment.reading_translation import keep_translated, reading_translation
from newsletter.environment.reporter import hint, warn
from newsletter.environment.silences import is_silenced, page_silences
from newsletter.environment.site_languages import is_translated, language_of_file, original_language
from newsletter.languages import language_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.facts import Facts
from newsletter.model.kinds import Kind
from newsletter.model.telling import Translated
from newsletter.model.text import plain, slug
from newsletter.model.values import Person
from newsletter.reading.encoding import decode
from newsletter.source.front_matter import head_lines
from newsletter.source.source_text import split_lines
from newsletter.source.translation import DIGEST, Composed, Section, SourceBlock, Translation, blocks, sections

_FACTS = ("date", "time", "country", "partners", "topics", "url", "image", "status", "updated", "was")
"""Options that the original alone has; a translation that gives one again has to say the same."""


def translated_page(env: BuildEnvironment, lines: list[str]) -> Composed:
    """Return the page that *lines* of the original make in the language of this run."""
    if not is_translated(env.config):
        return Composed(lines, frozenset())
    original = sections(lines, _default_id(env))
    found = [_sections(env, file) for file in translations(env.config, Path(env.doc2path(env.docname)))]
    translation = Translation(
        [section for each in found for section in each],
        original_language(env.config),
        env.config.language,
        lambda heading: _known_heading(env, heading),
    )
    for file in translations(env.config, Path(env.doc2path(env.docname))):
        env.note_dependency(str(file))
    return translation.compose(original)


def _sections(env: BuildEnvironment, path: Path) -> list[Section]:
    return sections(_without_head(path), _default_id(env))


def _without_head(path: Path) -> list[str]:
    """Return the lines of the file at *path*, those of its front matter empty."""
    lines = split_lines(decode(path.read_bytes()))
    head = head_lines("\n".join(lines))
    return ["" if number < head else line for number, line in enumerate(lines)]


def _default_id(env: BuildEnvironment) -> Callable[[str], str]:
    issue = issue_name(env.docname)
    return lambda title: f"{issue}-{slug(title)}"


def _known_heading(env: BuildEnvironment, heading: str) -> str:
    """Return *heading* in the language of this run, where it is the month of the issue or a kind of record."""
    issue, original = issue_name(env.docname), original_language(env.config)
    if issue and plain(heading) == plain(show_month(issue.period, original)):
        month = show_month(issue.period, env.config.language)
        return month[:1].upper() + month[1:]
    for kind, words in language_of(original).headings.items():
        if plain(heading) in words:
            return kind_name(Kind(kind), plural=True)
    return ""


def mark_untranslated(env: BuildEnvironment, root: nodes.Element, composed: Composed) -> None:
    """Note the language of what in *root* stands there as in the original."""
    if not composed.untranslated:
        return
    language = original_language(env.config)
    for block in blocks_in(root):
        draft = draft_of(block)
        left = {name: language for name, line in draft.option_lines.items() if line in composed.untranslated}
        attach(block, replace(draft, option_langs=left))
    for node in root.findall(nodes.Element):
        if isinstance(node, nodes.title | nodes.Body | nodes.TextElement) and node.line in composed.untranslated:
            parent = node.parent
            if isinstance(parent, nodes.section | nodes.document | nodes.container):
                node["lang"] = language


def tell_untranslated(env: BuildEnvironment, document: nodes.document) -> None:
    """Put a quiet note under each block that stands there in the original's language: one, where all do."""
    if not is_translated(env.config):
        return
    every = list(blocks_in(document))
    for block in every:
        _pass_language_on(env, block)
    untranslated = [block for block in every if draft_of(block).facts.lang == original_language(env.config)]
    if every and len(untranslated) == len(every):
        top = next(iter(document.findall(nodes.title)), None)
        if top is not None and isinstance(top.parent, nodes.section):
            top.parent.insert(1, _note(_("This issue has not been translated yet.")))
        return
    for block in every:
        if block in untranslated:
            block.append(_note(_("This has not been translated yet.")))
        elif any(_is_in(original_language(env.config), node) for node in block.children[1:]):
            block.append(_note(_("The text has not been translated yet.")))


def _is_in(language: str, node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and node.get("lang") == language


def _pass_language_on(env: BuildEnvironment, block: nodes.section) -> None:
    """Let the words of *block* have their language themselves: what the site adds is in its own."""
    if block.get("lang") not in {env.config.language, original_language(env.config)}:
        return
    language = block.attributes.pop("lang")
    if language == env.config.language:
        _mark_picture(block)
        return
    for node in block.children:
        if isinstance(node, nodes.Element) and not (is_view(node) or "record-note" in node["classes"]):
            node["lang"] = language


def _mark_picture(block: nodes.section) -> None:
    """Note the language of what stands at the picture of a translated *block* as in the original."""
    langs = draft_of(block).option_langs
    for figure in block.children:
        if isinstance(figure, nodes.figure) and "record-image" in figure["classes"]:
            for node in (each for kind in (nodes.image, nodes.caption) for each in figure.findall(kind)):
                option = "alt" if isinstance(node, nodes.image) else "credit"
                if option in langs:
                    node["lang"] = langs[option]


def _note(message: str) -> nodes.container:
    return nodes.container("", nodes.paragraph("", translate(message)), classes=["record-note", "untranslated-note"])


def read_translations(
    env: BuildEnvironment, document: nodes.document, parse: Callable[[Path, list[str]], nodes.document]
) -> None:
    """Read the translations of the issue in *document* for the data, and report what is wrong in them."""
    path = Path(env.doc2path(env.docname))
    for file in translations(env.config, path):
        env.note_dependency(str(file))
        _Reading(env, document, file).run(parse)


def _differ(given: object, original: object) -> bool:
    """Tell whether a translation gives another fact: of people the names are facts, their roles are words."""
    if isinstance(given, tuple) and all(isinstance(each, Person) for each in given):
        others = original if isinstance(original, tuple) else ()
        return [each.name for each in given] != [each.name for each in others]
    return given is not None and given != original


class _Reading:
    """One translation, beside its original."""

    def __init__(self, env: BuildEnvironment, document: nodes.document, path: Path) -> None:
        self.env, self.path = env, path
        original = Path(env.doc2path(env.docname))
        self.page = _sections(env, original)
        files = (original, *part_files(env.config, Path(env.srcdir), str(issue_name(env.docname))))
        self.originals = {
            block_id: (file, block) for file in reversed(files) for block_id, block in self._blocks(file).items()
        }
        self.blocks = self._blocks(path)
        self.drafts = {draft_of(section).id: draft_of(section) for section in blocks_in(document)}

    def _blocks(self, path: Path) -> Mapping[str, SourceBlock]:
        return blocks(_sections(self.env, path))

    def run(self, parse: Callable[[Path, list[str]], nodes.document]) -> None:
        with reading_translation(self.env):
            parsed = parse(self.path, self._lines())
        found = list(blocks_in(parsed))
        for section in found:
            self._check(draft_of(section))
        missing = [name for name in self.drafts if name not in self.blocks or not self.blocks[name].says_something]
        if missing:
            message = _("Blocks of the issue not translated yet: %(missing)d of %(all)d.")
            self._hint(ContentError("translation-missing", message, missing=len(missing), all=len(self.drafts)), 1)
        self._tell_without_place()
        keep_translated(self.env, tuple(self._translated(found)))

    def _tell_without_place(self) -> None:
        """Warn of text for which the issue has no section, or not so many blocks around it."""
        languages = original_language(self.env.config), language_of_file(self.path)
        translation = Translation(_sections(self.env, self.path), *languages)
        for line, text in translation.without_place(self.page):
            message = _(
                "“%(text)s” and what follows it here are shown nowhere: a translation has the headings of its issue, "
                "in their order, and the same blocks. Write this in %(file)s too, or under one of its headings."
            )
            values = {"text": text, "file": Path(self.env.doc2path(self.env.docname)).name}
            warn(ContentError("text-lost", message, **values).diagnostic, str(self.path), line)

    def _lines(self) -> list[str]:
        """Return the lines of the file with the titles that they inherit, and without blocks that say nothing yet."""
        # A heading of a fresh skeleton that has no words yet is inherited.
        lines = ["" if not line.strip("# ") else line for line in _without_head(self.path)]
        for block in self.blocks.values():
            if not block.says_something:
                lines[block.first - 1 : block.last] = [""] * (block.last - block.first + 1)
            elif not block.title and block.id in self.originals:
                lines[block.first - 1] += f" {self.originals[block.id][1].title}"
        return lines

    def _translated(self, found: list[nodes.section]) -> Iterator[Translated]:
        for section in found:
            draft = draft_of(section)
            if draft.id in self.drafts and draft.sound:
                yield Translated(
                    id=draft.id,
                    language=language_of_file(self.path),
                    title=title_text(section),
                    body=body_text(section),
                    facts=self._without_others(draft),
                    path=draft.path,
                    line=draft.line,
                    option_lines=draft.option_lines,
                )

    def _without_others(self, draft: Draft) -> Facts:
        """Return the facts of *draft* without people and places that the original does not have, as was reported."""
        facts, original = draft.facts, self.drafts[draft.id].facts
        return replace(
            facts,
            people=None if _differ(facts.people, original.people) else facts.people,
            hosts=None if _differ(facts.hosts, original.hosts) else facts.hosts,
            place=facts.place if len(facts.place or ()) == len(original.place or ()) else None,
        )

    def _check(self, draft: Draft) -> None:
        original = self.drafts.get(draft.id)
        if original is None:
            message = _("The issue has no block “%(id)s” to be translated: say which it is by “:id:”, or take it out.")
            warn(ContentError("translation-block", message, id=draft.id).diagnostic, draft.path, draft.line)
            return
        self._check_kind(draft, original)
        for name in (*_FACTS, "people", "hosts"):
            if _differ(getattr(draft.facts, name), getattr(original.facts, name)):
                message = _(
                    "“:%(name)s:” is not what %(file)s says on line %(line)s, and is left out: "
                    "a translation inherits it."
                )
                error = ContentError(
                    "translation-fact",
                    message,
                    name=name,
                    file=Path(original.path).name,
                    line=original.option_lines.get(name, original.line),
                )
                warn(error.diagnostic, draft.path, draft.option_lines.get(name, draft.line))
        self._check_places(draft, original)
        self._check_stale(draft)

    def _check_places(self, draft: Draft, original: Draft) -> None:
        """Warn of a translation that names fewer stops than its original, or more."""
        given, there = draft.facts.place, original.facts.place
        if given is None or there is None or len(given) == len(there):
            return
        message = _(
            "“:place:” has not as many places as %(file)s on line %(line)s, where they are %(there)d: name each of "
            "them, in the same order, with “;” between them."
        )
        error = ContentError(
            "translation-fact",
            message,
            there=len(there),
            file=Path(original.path).name,
            line=original.option_lines.get("place", original.line),
        )
        warn(error.diagnostic, draft.path, draft.option_lines.get("place", draft.line))

    def _check_kind(self, draft: Draft, original: Draft) -> None:
        if draft.kind is not original.kind:
            message = _("“{%(kind)s}” is “{%(original)s}” in %(file)s on line %(line)s: a translation inherits it.")
            error = ContentError(
                "translation-fact",
                message,
                kind=draft.kind.value,
                original=original.kind.value,
                file=Path(original.path).name,
                line=original.line,
            )
            warn(error.diagnostic, draft.path, draft.line)

    def _check_stale(self, draft: Draft) -> None:
        written = self.blocks[draft.id].option(DIGEST) if draft.id in self.blocks else None
        if written is None or draft.id not in self.originals:
            return
        file, block = self.originals[draft.id]
        if written.value != block.digest:
            message = _(
                "“%(title)s” has changed since it was translated: read %(file)s, line %(line)s again, then write "
                "“:source-digest: %(digest)s”."
            )
            error = ContentError(
                "translation-stale", message, title=block.title, file=file.name, line=block.first, digest=block.digest
            )
            self._hint(error, self.blocks[draft.id].first + 1 + written.line)

    def _hint(self, error: ContentError, line: int) -> None:
        if not is_silenced(error.diagnostic.code, str(self.path), line, page_silences(self.env)):
            hint(error.diagnostic, str(self.path), line)
