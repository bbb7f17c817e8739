# SPDX-License-Identifier: EUPL-1.2
"""Plain settings of ``conf.py``, read without running it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def _literals(conf: Path) -> dict[str, object]:
    try:
        tree = ast.parse(conf.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError):
        return {}
    found: dict[str, object] = {}
    for statement in tree.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                try:
                    found[name] = ast.literal_eval(value)
                except ValueError:  # it is worked out when conf.py runs
                    continue
    return found


def setting(project: Path, name: str) -> object:
    """Return what ``conf.py`` in *project* gives as *name*; None where it gives no literal value."""
    return _literals(project / "conf.py").get(name)


def site_language(project: Path) -> str:
    """Return the language of the site; Sphinx's own where ``conf.py`` does not say, Italian where there is none."""
    language = setting(project, "language")
    if isinstance(language, str):
        return language
    return "en" if (project / "conf.py").is_file() else "it"


def further_languages(project: Path) -> tuple[str, ...]:
    """Return the languages of the site beside that of its originals."""
    configured = setting(project, "newsletter_languages")
    languages = map(str, configured) if isinstance(configured, list | tuple) else ()
    return tuple(language for language in languages if language != site_language(project))


def of_language(project: Path, language: str) -> dict[str, str]:
    """Return the settings of a run that makes the site in one of its languages, the originals' as an empty string."""
    if not further_languages(project):
        return {}
    return {"newsletter_all_languages": "1", **({"language": language} if language else {})}


def topics(project: Path) -> tuple[str, ...]:
    """Return the slugs of the configured topics."""
    configured = setting(project, "newsletter_topics")
    return tuple(map(str, configured)) if isinstance(configured, dict) else ()
