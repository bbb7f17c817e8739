# SPDX-License-Identifier: EUPL-1.2
"""The words of one language that CLDR does not have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = tuple[str, ...]


def split(words: str) -> Words:
    """Return the words of a text, one after the other."""
    return tuple(words.split())


def by_code(text: str) -> dict[str, Words]:
    """Return the words behind each code of a text: ``NL olandese; US americano statunitense``."""
    return {code: tuple(words) for code, *words in map(str.split, text.split(";"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Hold the words of a language, in small letters, without accents and, unless said otherwise, without apostrophes.

    What is left out has none. A word that is answered is not accepted: whoever writes it is told the right one.
    """

    common: Words = ()
    """Words that nearly every text has and no other language here, accents and all: they tell its language."""

    # Dates: what may stand in them beside the names of months and weekdays
    months: Mapping[str, int] = field(default_factory=dict)
    """Abbreviations of months beside those of CLDR and the first three or four letters; January is 1."""
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Abbreviations of weekdays, in the same way; Monday is 0."""
    fillers: Words = ()
    """Words that carry nothing: *il giorno 13 di maggio*, *the 15th of May*."""
    openers: Words = ()
    """Words before the start of a span."""
    connectors: Words = ()
    """Words before the end of a span."""
    before_connectors: Words = ()
    """Words that a connector may follow: *fino al*."""
    conjunctions: Words = ()
    """Words before the last of a list, of days, names or countries."""
    companions: Words = ()
    """Words between two people, beside conjunctions: *Ada Esempio con Ugo Prova*."""
    received: Words = ()
    """Words before those who receive somebody, beside people: *ricevuta da Ugo Prova*."""
    first: Words = ()
    """The ordinal number that is read as a word."""
    ordinals: Words = ()
    """Endings of ordinal numbers: *15th*."""
    undecided: Words = ()
    """Words for a date that nobody knows yet: *da definire*."""
    recurring: Words = ()
    """Words for days that come again: *ogni martedì*."""
    vague: Words = ()
    """Words for a part of a month or of a year: *fine ottobre*, *autunno*."""
    alternatives: Words = ()
    """Words between two days of which one will hold: *12 o 13 dicembre*."""
    relative: Words = ()
    """Words for a day that depends on when they are read: *domani*."""

    called_off: Words = ()
    """Words behind a day on which nothing takes place: *20 maggio (annullato)*, as written; the first is shown."""
    formerly: Words = ()
    """Words before the day that another one replaces: *27 maggio (era 20 maggio)*; likewise."""

    # Hours
    hour: str = ""
    """The words before an hour that is shown, with the space after them."""
    clock_words: Words = ()
    """Words that may stand before any hour."""
    clock_openers: Words = ()
    """Words before the first of two hours."""
    clock_connectors: Words = ()
    """Words before the second of two hours."""
    clock_names: Mapping[str, str] = field(default_factory=dict)
    """Words for an hour, which are answered with its digits."""

    # Names
    elisions: Words = ()
    """Words that an apostrophe joins to the next one: *dell'*, without it."""
    articles: Words = ()
    """Articles before the name of a country; one that elides has its apostrophe."""
    countries: Mapping[str, Words] = field(default_factory=dict)
    """Names, as they are written, of countries that neither CLDR nor ISO 3166 has, by alpha-2 code."""
    former_countries: Mapping[str, str] = field(default_factory=dict)
    """Names of states that are no more, by the code they had (ISO 3166-3)."""
    roles: Words = ()
    """Beginnings of words with which a person's role begins."""
    offices: Words = ()
    """Words that are a role, also behind a name without any sign."""
    groups: Words = ()
    """Words with which a group of people begins, which is no person."""
    role_grades: Words = ()
    """Words of an office that follow its first one: “generale”."""
    role_links: Words = ()
    """Words inside a role that no name has: *Incaricato di …*."""

    # Blocks: words that are answered with the right one
    kinds: Mapping[str, Words] = field(default_factory=dict)
    """Names of kinds of blocks, by kind."""
    headings: Mapping[str, Words] = field(default_factory=dict)
    """Headings of the sections in which blocks usually stand, by kind."""
    options: Mapping[str, Words] = field(default_factory=dict)
    """Names of a block's options, by option."""
    nothing: Words = ()
    """Words that people write where no name is to be given, without full stops."""
    working_notes: Words = ()
    """Beginnings of lines that are for the office, and not for readers."""
    unfinished: Words = ()
    """Words with which the name of a file begins or ends that is not meant to be published."""
    mail_fields: Words = ()
    """Names that a program for mail gives to the fields of a head, without that of the day."""
    to_fill_in: Words = ()
    """Words with which a note in square brackets begins: “[inserire il prezzo]”."""
    samples: Words = ()
    """Words of the template, plain, that are to be replaced."""
    text_names: Words = ()
    """Names given to the text of a block, which is no option."""
    title_names: Words = ()
    """Names given to the title of a block, which is no option."""
    listing_options: Mapping[str, Words] = field(default_factory=dict)
    """Names of the options of ``{records}``, by option."""
    statuses: Mapping[str, Words] = field(default_factory=dict)
    """Words for what may become of a plan, by status."""
    moved: Words = ()
    """Words for what has another day, or another place: only a day behind them tells which."""
    happened: Words = ()
    """Verbs before what became of a plan, of one letter with its accent: *l'incontro è stato rinviato*."""
    reasons: Words = ()
    """Words behind what became of a plan, beside connectors: *annullato per maltempo*."""
    relatives: Words = ()
    """Words after which a verb says nothing new: *l'incontro che è stato rinviato*."""
    apart: Words = ()
    """Words before a verb that tells of no plan, or of a possible one: *la scadenza è rinviata*, *in caso di*."""
    front_matter: Mapping[str, Words] = field(default_factory=dict)
    """Names of keys that decide on publication, by key."""
    yes: Words = ()
    """Words that are read as true, accents and all."""
    no: Words = ()
    """Words that are read as false."""

    # Search: what readers ask with, beside the words that stand in a record
    stop_words: Words = ()
    """Words that say nothing of what is searched for."""
    demonyms: Mapping[str, Words] = field(default_factory=dict)
    """Words for what comes from a country, in one form, by its code."""
    movements: Mapping[str, Words] = field(default_factory=dict)
    """Words by which records of a kind are asked for, beside its names: *chi è venuto*, *where did … go*."""
    public_offices: Mapping[str, Words] = field(default_factory=dict)
    """Names of offices, by one name that all languages share."""
    recent: Words = ()
    """Words of *the last three years* before the number."""
    years: Words = ()
    """The word for years."""
    numbers: Words = ()
    """Numbers in words, from one on."""
    weeks: Mapping[str, int] = field(default_factory=dict)
    """Two words for a week, with how many weeks it lies ahead."""
    feasts: Mapping[str, str] = field(default_factory=dict)
    """Names of feasts that have the same day each year (``12-25``), in one or two words."""
