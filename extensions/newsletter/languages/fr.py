# SPDX-License-Identifier: EUPL-1.2
"""French, in which dates and countries are read."""

from __future__ import annotations

from newsletter.languages.language import Language, split

LANGUAGE = Language(
    common=split("des les du et une est pour dans sur avec aux par au nous"),
    fillers=split("le les la de d jour jours mois"),
    openers=("du",),
    connectors=("au",),
    conjunctions=("et",),
    first=("premier",),
    ordinals=("er",),
    called_off=split("annulé annulée annulés annulées"),
    formerly=split("avant était reporté reportée"),
    clock_words=("a",),
    clock_openers=split("de des"),
    clock_connectors=split("a jusqu"),
    clock_names={"midi": "12:00", "minuit": "00:00"},
    elisions=split("l d"),
    articles=split("le la les l'"),
    former_countries={
        "SU": "Union soviétique",
        "YU": "Yougoslavie",
        "CS": "Tchécoslovaquie",
        "DD": "République démocratique allemande",
        "ZR": "Zaïre",
        "AN": "Antilles néerlandaises",
        "DY": "Dahomey",
        "HV": "Haute-Volta",
        "RH": "Rhodésie",
        "VD": "Viêt Nam du Nord",
        "YD": "Yémen du Sud",
    },
    stop_words=split("le la les l de d des du un une et en au aux a dans sur avec pour par qui que quoi ou quand"),
)
