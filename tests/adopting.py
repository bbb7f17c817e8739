# SPDX-License-Identifier: EUPL-1.2
"""The city of Borgoluce develops the software, too: it has this whole repository, with settings of its own."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.project import ROOT, Project

SETTINGS = """\
project = "Borgoluce nel mondo"
author = "Comune di Borgoluce"
copyright = "Comune di Borgoluce, CC BY 4.0"
language = "it"  # "en" gives the whole interface in English

newsletter_slug = "borgoluce-nel-mondo"  # the name of the volume: pdf/borgoluce-nel-mondo.pdf
newsletter_description = "La newsletter internazionale del Comune di Borgoluce"
newsletter_publisher = "Comune di Borgoluce"
newsletter_office = "Ufficio Esempi"
newsletter_address = "Piazza Inventata 1, Borgoluce"
newsletter_city = "Borgoluce"  # as its name stands in places, which then lie in this country:
newsletter_country = "IT"
newsletter_publisher_code = ""  # for catalogues of open data: your code in the index of administrations
newsletter_rights_holder = ""  # where that is not the publisher
newsletter_rights_holder_code = ""
newsletter_phone = ""  # what is empty is not shown
newsletter_email = "esempi@borgoluce.example"
newsletter_website = "https://borgoluce.example/mondo"
newsletter_unsubscribe = "Per non riceverla più basta scrivere a esempi@borgoluce.example."
newsletter_unsubscribe_url = ""  # the page with a form for that, where there is one
newsletter_unsubscribe_one_click = ""
newsletter_email_service = "mailto"  # what sends the mail: or "mailman", "listmonk", "brevo", "mailchimp"
newsletter_time_zone = "Europe/Rome"
newsletter_topics = {  # the vocabulary: name in addresses, then the words that readers see
    "cultura": "Cultura",
    "clima": "Clima",
    "gemellaggi": "Gemellaggi",
}
newsletter_legal_links = {
    "Note legali": "https://borgoluce.example/note-legali",
}
newsletter_moved = {}  # published addresses that are no longer there, and where they lead now
newsletter_logo = ""  # a picture in _static
newsletter_colours = {}
newsletter_typographic_apostrophes = False
newsletter_light_covers = False
newsletter_namespace = "borgoluce.example,2026"  # a domain of yours and a year in which it was yours; it never changes

html_baseurl = "https://borgoluce.example/news/"  # where the site will be, with a slash at the end
"""
"""The part of ``conf.py`` that says who publishes."""
_NOT_TAKEN = shutil.ignore_patterns(".git", ".venv*", "_build", "__pycache__", ".*_cache", ".hypothesis")


def adopt(folder: Path) -> Project:
    """Copy the project into *folder*, give it other settings, and empty what a city writes itself."""
    shutil.copytree(ROOT, folder, ignore=_NOT_TAKEN)
    shutil.rmtree(folder / "issues", ignore_errors=True)  # git keeps no empty folder, so a clone has none
    (folder / "registers.yaml").write_text("", "utf-8")
    conf = (folder / "conf.py").read_text("utf-8")
    start = conf.index("\n", conf.index("# -- The newsletter and its publisher"))
    end = conf.index("# -- How it is built")
    (folder / "conf.py").write_text(f"{conf[:start]}\n\n{SETTINGS}\n{conf[end:]}", "utf-8")
    return Project(folder)


def lend_environment(folder: Path) -> None:
    """Give the project in *folder* the environment that runs this test, as if it had just been installed."""
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "ascii")
    python.chmod(0o755)
    for stamp in (".requirements", ".requirements-import"):
        (folder / ".venv" / stamp).touch()
