# SPDX-License-Identifier: EUPL-1.2
"""Headings of sections, in the words that offices give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsletter.dates.vocabulary import fold, words
from newsletter.languages import LANGUAGES
from newsletter.model.kinds import Kind
from newsletter.model.text import plain
from newsletter.source.sections import kind_of_heading
from newsletter.tools.importer.tail import NUMBER

_LONGEST = 80
_MOST_WORDS = 8
_DECORATION = " :.-–—=_*~+#>»«•|"
_MONTHS = "|".join(
    sorted({fold(name) for language in LANGUAGES for name in words(language).months}, key=len, reverse=True)
)
_ENGLISH_MONTHS = re.compile(
    rf"\b(?:{'|'.join(name for name in words('en').months if len(name) > 3 or name == 'may')})\b"
)
_OF = r"(?:di|del|a|ad|in|of|for|nel|de|en|d')\s*(?:mese di\s+)?"
_MONTH = re.compile(rf"(?:^|[\s,(–—-]+)(?:{_OF})?(?P<month>(?:{_MONTHS})(?:\s+(?:19|20)\d\d)?)\)?$")
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_ARTICLE = re.compile(r"^(?:le|i|gli|la|il|the|les|nos|our|our own|le nostre|i nostri)\s+", re.IGNORECASE)
_WORDS: Mapping[Kind, str] = {
    Kind.DELEGATION: """
        delegazioni|delegations?$|delegations (?:received|hosted|from)|delegations recues|incoming|ospiti|guests
        |accoglienz|ils nous ont|elles nous ont|nos visiteurs|visiteurs|accueils?$|visites$|receptions?$|nos hotes
        |nous avons (?:recu|accueilli)|on nous a|qui nous a|recue?s (?:a|en|par|chez)\\b|hanno fatto visita
        |visite(?: ricevute| istituzionali| ufficiali| in citta|$)|visits(?: received|$)|visites recues|visitors
        |chi (?:e'? (?:venuto|stato|passato)|ci ha|abbiamo)|who (?:came|visited)|.*\\b(?:trovarci|guests)\\b""",
    Kind.MISSION: """
        missioni|en mission|deplacements|(?:nos )?voyages$|missions?$|missions (?:abroad|to|of|a|en)|trasferte|viaggi
        |outgoing|dove siamo|where we|people abroad|visits abroad|nous sommes alle|ou nous (?:sommes|etions)|en voyage
        |a l'etranger|in viaggio$
        |.*siamo (?:stati|andati)$""",
    Kind.NEWS: """
        in primo piano|primo piano|highlights?|notizie|altre notizie|news$|news (?:in brief|from|and)|latest news
        |other news|in (?:brief|short)$|short (?:news|items)|round-?up|in brief|in breve|brevi|in the foreground
        |in focus|attualita|actualites?|l'actualite|en bref|a la une|nouvelles$|breves$|infos$|informations$
        |ultim|bandi$|calls$|novita$""",
    Kind.EVENT: """
        top news|eventi|events|appuntament|agenda|calendari|calendar|diary|coming|upcoming|forthcoming
        |what's (?:on|next)|(?:che )?cosa (?:succede|c'e|fare|ci aspetta)|in arrivo|prossim
        |in evidenza|in programma|iniziative|da non perdere|dates? for|save the date|evenements
        |rendez-vous|a venir|manifestazioni|in citta|a ne pas (?:manquer|rater)|dates? a retenir|a vos agendas
        |calendrier|prochain|manifestations|sorties$|segnatevi|da segnare|don't miss""",
}
_KINDS = tuple((kind, re.compile(re.sub(r"\s*\n\s*", "", words))) for kind, words in _WORDS.items())
_WITHIN: Mapping[Kind, str] = {
    Kind.DELEGATION: r"""delegazion|delegations?\b|ospit[ieà]|guests?\b|visitors?\b|received|ricevut[ie]\b|incoming
        |abbiamo (?:ricevuto|accolto|ospitato)|we (?:welcomed|hosted|received)|venut[ie]\b|sont venue?s\b
        |recue?s\b|accueil|visiteurs|came to""",
    Kind.MISSION: r"""mission[ie]?s?\b|trasfert|viagg|travel|trips?\b|journeys?\b|abroad|all'estero|a l'etranger
        |siamo (?:stati|andati)|andati\b|we (?:went|visited)|we have been|outgoing|deplacements?\b|voyages?\b
        |nous (?:y )?etions|(?:sommes|sont) alle[es]+\b""",
    Kind.EVENT: r"event[is]\b|appuntament|agenda\b|calendari|calendar\b|diary\b|evenements|manifestazion",
    Kind.NEWS: r"notizi[ae]\b|news\b|actualites|primo piano|novita\b|highlights?\b",
}
_WITHIN_ANY = tuple(
    (kind, re.compile(r"\b(?:" + re.sub(r"\s*\n\s*", "", words) + ")")) for kind, words in _WITHIN.items()
)
_FEW_WORDS = 5
_OTHER = {
    "prose": re.compile(
        r"approfondiment|further reading$|editoriale?$|(?:english|italian) (?:summary|version|text)$|summary$"
        r"|(?:sintesi|versione|testo) (?:in )?(?:inglese|italiano)|in (?:this issue|questo numero)$|sommario$|indice$"
        r"|contents$"
    ),
    "contacts": re.compile(r"contatt[io]$|contatti |contacts?$|contact us|colophon|redazione$|chi siamo$|about us"),
    "coming": re.compile(r"coming soon|in arrivo$"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section, read."""

    title: str
    kind: Kind | None
    """The kind of its records; None where it has none."""
    name: str = ""
    """``month`` for a month that is looked back on, ``contacts``, ``coming``, ``prose``."""
    month: str = ""
    """The month that it names, perhaps with its year: “Delegazioni ricevute a marzo”."""
    known: bool = True
    """Whether it is a heading word for word, and not only like one."""
    loose: bool = False
    """Whether only a word within it says so, as in many a title: its place has to say that it is a heading."""
    either: bool = False
    """Whether it may stand over dates or over news."""


def read_heading(text: str) -> Heading | None:
    """Return the heading that *text* is; None where it is none."""
    title = text.strip(_DECORATION)
    name = plain(title)
    if not name or len(title) > _LONGEST or len(name.split()) > _MOST_WORDS or "|" in title:
        return None
    found = _MONTH.search(name)
    month = found["month"] if found else ""
    if found and len(name) == len(title):
        month = title[found.start("month") : found.end("month")]
        month = _calm(month)
    bare = name[: found.start()] if found else _BRACKETS.sub("", name)
    bare = _ARTICLE.sub("", NUMBER.sub("", bare.strip(_DECORATION + ",("), count=1)).strip()
    if month and not bare:
        return Heading(_calm(title), Kind.EVENT, "month", month)
    for other, pattern in _OTHER.items():
        if pattern.match(bare):
            return Heading(_calm(title), Kind.EVENT if other == "coming" else None, other, month)
    exact = kind_of_heading(bare)
    if exact:
        return Heading(_calm(title), exact, "", month)
    kind = next((kind for kind, pattern in _KINDS if pattern.match(bare)), None)
    if kind is None and len(bare.split()) <= _FEW_WORDS:
        within = next((kind for kind, pattern in _WITHIN_ANY if pattern.search(bare)), None)
        return Heading(_calm(title), within, "", month, known=False, loose=True) if within else None
    either = bare.startswith("in evidenza")
    return Heading(_calm(title), kind, "", month, known=False, either=either) if kind else None


def _calm(heading: str) -> str:
    """Return *heading* in small letters where it shouts: “TOP NEWS”."""
    number = NUMBER.match(heading)
    start = number.end() if number else 0
    if not heading.isupper():
        return heading
    calm = heading[:start] + heading[start:].capitalize()
    return _ENGLISH_MONTHS.sub(lambda month: month[0].capitalize(), calm)
