# SPDX-License-Identifier: EUPL-1.2
"""Sphinx configuration: everything that is particular to this newsletter and its publisher stands here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

# -- The newsletter and its publisher ------------------------------------------------------------------

project = "Work in Progress"
author = "Città di Torino"
copyright = "Città di Torino, CC BY 4.0"
language = "it"
# The languages of the site, that of the issues first; further ones are read from issues/2026-05.en.md and the like.
newsletter_languages = ["it", "en"]

newsletter_slug = "work-in-progress"
newsletter_description = "La newsletter internazionale della Città di Torino"
newsletter_publisher = "Città di Torino"
newsletter_office = "Servizio Gabinetto del Sindaco, Relazioni Internazionali"
newsletter_address = "Via Meucci 4, 10121 Torino, Italia"
newsletter_city = "Torino"  # as its name stands in places, which then lie in this country:
newsletter_country = "IT"
# Twin cities, each with its country and where it lies, in degrees north and east: "Nagoya": ("JP", 35.18, 136.91).
newsletter_twin_cities: dict[str, tuple[str, float, float]] = {}
# International networks that the city is in, as they stand among partners: a year's report counts them.
newsletter_networks: list[str] = []
# For catalogues of open data: the publisher's code in the index of administrations (indicepa.gov.it); the rights holder
# with its code, where that is not the publisher.
newsletter_publisher_code = "c_l219"
newsletter_rights_holder = ""
newsletter_rights_holder_code = ""
newsletter_phone = "0039 011 01137808"
newsletter_email = "international.affairs@comune.torino.it"
newsletter_website = "https://www.comune.torino.it/relint"
newsletter_unsubscribe = (
    "Per non ricevere più la newsletter è sufficiente scrivere a international.affairs@comune.torino.it."
)
# The mail to subscribers: the page with the form to leave the list; the https URL that does so at one POST (RFC 8058);
# the service that sends it: "mailto" (none), "mailman", "listmonk", "brevo", "mailchimp", or tags of its own:
# {"unsubscribe": "[[leave]]", "web_version": "[[page]]", "openings": ["[["], "writes_headers": True}.
newsletter_unsubscribe_url = ""
newsletter_unsubscribe_one_click = ""
newsletter_email_service = "mailto"
newsletter_time_zone = "Europe/Rome"
newsletter_topics = {
    "cultura": "Cultura",
    "fotografia": "Fotografia",
    "musica": "Musica",
    "turismo": "Turismo",
    "sport": "Sport",
    "universita": "Università",
    "istruzione-e-formazione": "Istruzione e formazione",
    "giovani": "Giovani",
    "volontariato": "Volontariato",
    "cooperazione-allo-sviluppo": "Cooperazione allo sviluppo",
    "migrazioni": "Migrazioni",
    "politiche-alimentari": "Politiche alimentari",
    "economia": "Economia",
    "economia-sociale": "Economia sociale",
    "progetti-europei": "Progetti europei",
    "clima": "Clima",
    "energia": "Energia",
    "innovazione": "Innovazione",
    "smart-city": "Smart city",
    "gemellaggi": "Gemellaggi",
}
# Links of the footer: the institution's own pages (accessibility statement, privacy, legal notes, source), label to
# address, or to the name of a page of this site.
newsletter_legal_links = {
    "Relazioni Internazionali": "https://www.comune.torino.it/relint",
}
# Addresses that were published and are no longer there: where they lead now; "" where they were withdrawn.
newsletter_moved: dict[str, str] = {
    # "issues/2026-04-speciale.html": "issues/2026-05.html",
    # "issues/2026-05.html#former-name": "issues/2026-05.html#name",
    # "issues/2026-05.html#withdrawn-name": "",
}
# The look: a picture in _static beside the name of the institution, and colours of its own in the place of the national
# ones: brand, ink, accent, accent-strong, event, delegation, mission, news; for a dark ground, dark-brand and so on.
newsletter_logo = ""
newsletter_colours: dict[str, str] = {}
# PDFs show ’ where ' was written behind a letter.
newsletter_typographic_apostrophes = True
# True: their covers have no large dark area, for office printers.
newsletter_light_covers = False
# The same in the further languages of the site.
newsletter_translations = {
    "en": {
        "newsletter_description": "The international newsletter of the City of Torino",
        "newsletter_office": "Mayor's Cabinet, International Relations",
        "newsletter_unsubscribe": (
            "If you no longer wish to receive the newsletter, write to international.affairs@comune.torino.it."
        ),
        "newsletter_legal_links": {"International Relations": "https://www.comune.torino.it/relint"},
        "newsletter_topics": {
            "cultura": "Culture",
            "fotografia": "Photography",
            "musica": "Music",
            "turismo": "Tourism",
            "sport": "Sport",
            "universita": "Universities",
            "istruzione-e-formazione": "Education and training",
            "giovani": "Youth",
            "volontariato": "Volunteering",
            "cooperazione-allo-sviluppo": "Development cooperation",
            "migrazioni": "Migration",
            "politiche-alimentari": "Food policy",
            "economia": "Economy",
            "economia-sociale": "Social economy",
            "progetti-europei": "European projects",
            "clima": "Climate",
            "energia": "Energy",
            "innovazione": "Innovation",
            "smart-city": "Smart city",
            "gemellaggi": "Twin cities",
        },
    },
}
# From which the lasting identifiers of feeds are made (RFC 4151); it never changes.
newsletter_namespace = "comune.torino.it,2026"

# Where the site is published, with a slash at the end.
html_baseurl = "https://www.comune.torino.it/relint/work-in-progress/"

# -- How it is built -----------------------------------------------------------------------------------

extensions = ["myst_parser", "sphinx_design", "newsletter"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = [
    ".*",
    "[A-Z]*.md",  # README and its like are for those who open the repository
    "_build",
    "_templates",
    "docs",
    "extensions",
    "tests",
]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
smartquotes = False  # titles and names keep the quotes that they were written with
nitpicky = True
suppress_warnings = [
    "myst.header",  # a first heading of level 2 is set right, and needs no word
    "epub.unknown_project_files",  # fonts and their licence
]
locale_dirs = ["locale"]
# Names that are reserved for examples (RFC 2606) lead nowhere, and are not meant to.
linkcheck_ignore = [r"https?://([\w-]+\.)*example(\.(com|net|org))?(/|$)"]

html_theme = "newsletter"
html_title = project
html_permalinks = False  # each record has a permanent link of its own
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_domain_indices = False
html_static_path = ["_static"]  # the city's own files and templates, before those of the theme
templates_path = ["_templates"]
