# SPDX-License-Identifier: EUPL-1.2
"""A project in Italian and in English, and the sites that are built of it."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.project import CONF, EXTENSIONS, Built, Project

LANGUAGES = '\nnewsletter_languages = ["it", "en"]\n'
IN_ENGLISH = 'newsletter_translations = {"en": {"newsletter_topics": {"cultura": "Culture"}}}\n'

ISSUE = """
    # Maggio 2026

    Un saluto a chi legge.

    ## Missioni all'estero

    :::{mission} Lanterne a Nagoya
    :id: lanterne
    :date: 13-15 aprile
    :country: Giappone
    :place: Nagoya
    :people: Ada Prova (Sindaca)
    :topics: Cultura

    La Sindaca ha visto le **lanterne**.[^1]

    [^1]: Di carta.
    :::

    :::{mission} Ponte di Lione
    :date: 20 aprile
    :country: Francia
    :place: Sala dei ponti
    :people: Bruno Prova (Consigliere)

    Un ponte nuovo, «Abroad».
    :::

    ## In piazza

    :::{event} Festa dei lumi
    :date: 30 maggio
    :time: 18:00
    :place: Piazza Inventata
    :topics: cultura

    Mille lumi, e {record}`lanterne`.
    :::
    """

TRANSLATION = """
    ---
    description: Lanterns, a bridge and a feast.
    ---

    # May 2026

    ## Missions abroad

    :::{mission} Lanterns in Nagoya
    :id: lanterne
    :people: Ada Prova (Mayor)

    The Mayor saw the *lanterns*.[^1]

    [^1]: Made of paper.
    :::

    ## In the square

    :::{event} Feast of lights
    :id: 2026-05-festa-dei-lumi

    A thousand lights, and {record}`lanterne`.
    :::
    """
FILES = {"conf.py": CONF + LANGUAGES + IN_ENGLISH, "issues/2026-05.md": ISSUE, "issues/2026-05.en.md": TRANSLATION}
DRAFTS = ("-D", "newsletter_drafts=1")
BOTH = ("-D", "newsletter_all_languages=1")


def publish(project: Project) -> None:
    """Build the site as ``make html`` does."""
    words = [sys.executable, "-m", "newsletter.tools.build", "html", f"--source={project.folder}", "--", "-q"]
    subprocess.run(words, check=True, env={**os.environ, "PYTHONPATH": EXTENSIONS}, capture_output=True)


def check(project: Project) -> list[str]:
    """Return what ``make check`` says."""
    words = [sys.executable, "-m", "newsletter.tools.check", f"--source={project.folder}"]
    environment = {**os.environ, "PYTHONPATH": EXTENSIONS}
    done = subprocess.run(words, check=True, env=environment, capture_output=True, text=True)
    return done.stderr.splitlines()


def build(project: Project, *options: str, further: str = "en") -> tuple[Built, Built]:
    """Build the site in the language of its issues, and in a *further* one where a run of its own belongs."""
    italian = project.build("html", *BOTH, *options, strict=False)
    english = project.build(
        "html",
        "-D",
        f"language={further}",
        *BOTH,
        *options,
        out=f"html/{further}",
        doctrees=f"doctrees-{further}",
        strict=False,
    )
    assert (italian.code, english.code, english.messages) == (0, 0, "")
    return italian, english
