# SPDX-License-Identifier: EUPL-1.2
"""Know what the city knows already: its ``registers.yaml``, its archive, and the topics of its ``conf.py``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from babel.core import get_global

from newsletter.archive.names import Names, parse_names
from newsletter.model.text import plain
from newsletter.tools.importer.acquaintances import Acquaintances, read_acquaintances
from newsletter.tools.settings import setting, site_language

_MOST_TOPICS = 2
_STEM = 5  # letters of a word of a topic from which its ending may differ: “musica”, “musicale”
_ENDING = 4


@dataclass(frozen=True)
class Known:
    """Names and topics that guesses may rely on."""

    names: Names = field(default_factory=Names)
    topics: Mapping[str, str] = field(default_factory=dict)
    """Labels by slug."""
    archive: Acquaintances = field(default_factory=Acquaintances)
    home: str = ""
    """The code of the country of whoever publishes, as far as the language of the site tells it."""

    def places_in(self, text: str) -> tuple[str, ...]:
        """Return the places of the registers that *text* names, under their canonical names."""
        found = self._places.findall(plain(text)) if self._places else []
        return self.names.known_places(tuple(dict.fromkeys(found)))

    def topics_in(self, text: str) -> tuple[str, ...]:
        """Return the topics whose words all stand in *text*, whatever their endings; of many, none is meant."""
        words = plain(text)
        found = tuple(slug for slug, patterns in self._topics if all(each.search(words) for each in patterns))
        return found if len(found) <= _MOST_TOPICS else ()

    @cached_property
    def _places(self) -> re.Pattern[str] | None:
        spelt = sorted(self.names.places, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, spelt))})\b") if spelt else None

    @cached_property
    def _topics(self) -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
        return tuple(
            (slug, tuple(_inflected(word) for word in re.findall(rf"\w{{{_STEM},}}", plain(label))))
            for slug, label in self.topics.items()
            if re.search(rf"\w{{{_STEM},}}", plain(label))
        )


def _inflected(word: str) -> re.Pattern[str]:
    """Return what finds *word* with other endings."""
    stem = word[: max(_STEM, len(word) - 1)]
    return re.compile(rf"\b{re.escape(stem)}\w{{0,{_ENDING}}}\b")


def read_known(project: Path) -> Known:
    """Return what *project* knows; nothing where it has no registers or topics that can be read."""
    topics = setting(project, "newsletter_topics")
    labels = {str(slug): str(label) for slug, label in topics.items()} if isinstance(topics, dict) else {}
    try:
        names = parse_names((project / "registers.yaml").read_text("utf-8-sig", errors="replace")).names
    except OSError:
        names = Names()
    return Known(names, labels, read_acquaintances(project / "issues"), _home(site_language(project)))


def _home(language: str) -> str:
    """Return the code of the country where *language* is spoken most (CLDR, likely subtags)."""
    return str(get_global("likely_subtags").get(language, "")).rpartition("_")[2]
