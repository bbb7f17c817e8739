# SPDX-License-Identifier: EUPL-1.2
"""The settings and templates with which other programs build the same words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_SPHINX = """
project, language, html_theme, extensions = "Inventato", "it", "basic", ["myst_parser"]
html_copy_source, html_use_index = False, False
"""

# snowballstemmer hands over to PyStemmer where that can be imported.
_NO_PYSTEMMER = """
import sys
sys.modules["Stemmer"] = None
"""

_SAY_STEMMER = """
import pathlib

def _say_stemmer(app, exception):
    if exception is None:
        name = type(app.builder.indexer.lang.stemmer).__module__.partition(".")[0]
        pathlib.Path(app.outdir, "stemmer.txt").write_text(name, encoding="utf-8")

def setup(app):
    app.connect("build-finished", _say_stemmer)
"""

_NO_SEARCH = """
def setup(app):
    app.connect("builder-inited", lambda app: setattr(app.builder, "search", False))
"""

_LATEX = """
latex_engine = "xelatex"
latex_documents = [("index", "volume.tex", "Inventato", "Nessuno", "manual")]
latex_elements = {"fontpkg": ""}
"""

_ABLOG = """
extensions.append("ablog")
blog_title, blog_baseurl, blog_post_pattern = "Inventato", "https://example.org/", "issues/*"
post_date_format, post_date_format_short = "%Y-%m-%d", "%Y-%m-%d"
"""

_MKDOCS = """
site_name: Inventato
docs_dir: pages
theme: {name: material, language: it, font: false}
plugins: {search: {lang: it}}
"""

_HUGO = """
baseURL = "https://example.org/"
languageCode = "it"
title = "Inventato"
disableKinds = ["taxonomy", "term"]
"""
_HUGO_PAGE = """<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>{{ .Content }}</body></html>
"""
_HUGO_LIST = """<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><ul>{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>
"""

_INDEX = "# Inventato\n\n```{toctree}\n:glob:\n\nissues/*\n```\n"


def _sphinx(*more: str) -> Mapping[str, str]:
    return MappingProxyType({"conf.py": "".join([_SPHINX, *more]), "index.md": _INDEX})


PLAIN = _sphinx(_NO_PYSTEMMER, _SAY_STEMMER)
PYSTEMMER = _sphinx(_SAY_STEMMER)
FLOOR = _sphinx(_NO_SEARCH)
ABLOG = _sphinx(_NO_PYSTEMMER, _SAY_STEMMER, _ABLOG)
LATEX = _sphinx(_NO_SEARCH, _LATEX)
MKDOCS = MappingProxyType({"mkdocs.yml": _MKDOCS, "pages/index.md": "# Inventato\n"})
HUGO = MappingProxyType(
    {"hugo.toml": _HUGO, "layouts/_default/single.html": _HUGO_PAGE, "layouts/_default/list.html": _HUGO_LIST}
)
