# SPDX-License-Identifier: EUPL-1.2
"""A country is written by its code, or by its name in Italian or English; what is none is answered with the nearest."""

from __future__ import annotations

import pycountry
import pytest
from babel import Locale

from newsletter.model.countries import country_name, parse_countries
from newsletter.model.diagnostics import ContentError, PartlyParsedError


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Giappone", ("JP",)),
        ("japan", ("JP",)),
        ("JP", ("JP",)),
        ("jp", ("JP",)),
        ("Italia, Territori palestinesi", ("IT", "PS")),
        ("Palestina", ("PS",)),
        ("Palestinian Territories", ("PS",)),
        ("Macedonia del Nord", ("MK",)),
        ("North Macedonia", ("MK",)),
        ("Repubblica Dominicana", ("DO",)),
        ("Dominican Republic", ("DO",)),
        ("Emirati Arabi Uniti; Spagna", ("AE", "ES")),
        ("EU, UN, XK", ("EU", "UN", "XK")),
        ("Kosovo, Unione europea, Nazioni Unite", ("XK", "EU", "UN")),
        ("UK", ("GB",)),
        ("Gran Bretagna, USA", ("GB", "US")),
        ("Stati Uniti, Stati uniti d’America", ("US",)),
        ("COSTA D'AVORIO", ("CI",)),
        ("Sao Tome e Principe", ("ST",)),
        ("Turchia, Cechia, Repubblica Ceca", ("TR", "CZ")),
        ("Francia,, Spagna,", ("FR", "ES")),
        ("Città del Vaticano", ("VA",)),
        ("Myanmar, Bosnia, Emirati", ("MM", "BA", "AE")),
        ("Bosnia and Herzegovina", ("BA",)),
        ("Viet Nam, Repubblica Slovacca, Slovak Republic, Cabo Verde", ("VN", "SK", "CV")),
        ("Sud Africa, Repubblica Araba Siriana, Isole Faroe, Confederazione elvetica", ("ZA", "SY", "FO", "CH")),
        ("Ceylon, Persia, Burkina, Lao PDR, Stato della Libia", ("LK", "IR", "BF", "LA", "LY")),
        ("England, Scotland, Galles", ("GB",)),
        ("UAE, DRC, U.S.A.", ("AE", "CD", "US")),
        ("Giappone, Korea, Republic of, Francia", ("JP", "KR", "FR")),
        ("Congo, The Democratic Republic of the", ("CD",)),
        ("gli Stati Uniti, the Netherlands, l’Italia", ("US", "NL", "IT")),
        ("URSS, Jugoslavia, Cecoslovacchia, Zaire, DDR", ("SU", "YU", "CS", "ZR", "DD")),
        ("Soviet Union, ex Jugoslavia, CS", ("SU", "YU", "CS")),
        ("-", ()),
        ("–", ()),
    ],
)
def test_names_and_codes(text: str, codes: tuple[str, ...]) -> None:
    assert parse_countries(text) == codes


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Giapone", "“Giappone”"),
        ("Germnay", "“Germania”"),
        ("Belgiun", "“Belgio”"),
        ("Scotlandia", "“Regno Unito”"),
        ("Lapland", "two-letter code"),
        ("Kurdistan", "two-letter code"),
        ("Francia e Spagna", "“Francia, Spagna”"),
        ("FRA", "“FR”"),
        ("Atlantide", "two-letter code"),
        ("ZZ", "two-letter code"),
        ("Francia, Borgoluce", "Borgoluce"),
        ("Francia, -", "two-letter code"),
        ("x" * 10_000, "two-letter code"),
    ],
)
def test_what_is_no_country(text: str, advice: str) -> None:
    with pytest.raises(ContentError) as refused:
        parse_countries(text)
    assert refused.value.diagnostic.code == "country-unknown"
    assert advice in str(refused.value)


def test_nothing_between_commas() -> None:
    with pytest.raises(ContentError) as refused:
        parse_countries(" , ")
    assert refused.value.diagnostic.code == "country-empty"


def test_further_names_that_editors_give() -> None:
    assert parse_countries("Rumania, Francia", {"rumania": "RO"}) == ("RO", "FR")


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_name_that_is_shown_is_read(language: str) -> None:
    territories = map(str, Locale(language).territories)
    codes = [code for code in territories if len(code) == 2 and code not in {"ZZ", "XA", "XB", "EZ", "QO"}]
    assert len(codes) > 240
    for code in codes:
        name = country_name(code, language)
        if "," not in name:
            assert parse_countries(name) == (code,), name


def test_how_countries_are_called() -> None:
    assert country_name("JP", "it") == "Giappone"
    assert country_name("JP", "en") == "Japan"
    assert country_name("JP", "en-GB") == "Japan"
    assert country_name("??", "it") == "??"


def test_every_unknown_name_of_a_list_is_told_and_the_known_ones_are_kept() -> None:
    with pytest.raises(PartlyParsedError) as found:
        parse_countries("Giapone, Francia, Atlantide, Perù")
    assert found.value.known == ("FR", "PE")
    assert [fault.diagnostic.values["text"] for fault in found.value.errors] == ["Giapone", "Atlantide"]


@pytest.mark.parametrize(
    ("code", "italian", "english"),
    [("SU", "Unione Sovietica", "Soviet Union"), ("ZR", "Zaire", "Zaire"), ("CS", "Cecoslovacchia", "Czechoslovakia")],
)
def test_a_state_that_is_no_more_has_the_name_of_its_time(code: str, italian: str, english: str) -> None:
    assert (country_name(code, "it"), country_name(code, "en")) == (italian, english)


def test_every_name_of_the_standards_is_known_in_both_languages() -> None:
    for country in pycountry.countries:
        names = {getattr(country, kind, country.name) for kind in ("name", "common_name", "official_name")}
        assert {parse_countries(name) for name in names} == {(country.alpha_2,)}
