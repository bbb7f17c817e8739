# SPDX-License-Identifier: EUPL-1.2
"""In an issue only what is on the contract's list acts; the rest is shown as text, and no file leaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docutils.parsers.rst import directives, roles
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from newsletter.reading.allow_list import DIRECTIVES, ROLES
from tests.project import Built
from tests.reading.reading import Diagnostic, diagnostics, picture, published, write

SECRET = "PAROLA-SEGRETA"  # noqa: S105 - a word to look for
BODY = "PAROLA-DEL-TESTO"
ASKED_TO_READ = "/segreti/segreto.txt"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Give the names of all directives and roles that the installed extensions register."""
    folder = write(tmp_path_factory.mktemp("names"), {}).folder
    with patch_docutils(folder), docutils_namespace():
        app = Sphinx(folder, folder, folder / "_build", folder / "_build", "dummy", status=None, warning=None)
        domains = list(app.env.domains.sorted())
        # Docutils offers no list of what is registered.
        found = {
            "directive": {*vars(directives)["_directive_registry"], *vars(directives)["_directives"]},
            "role": {*vars(roles)["_role_registry"], *vars(roles)["_roles"]},
        }
    found["directive"] |= {f"{domain.name}:{name}" for domain in domains for name in domain.directives}
    found["role"] |= {f"{domain.name}:{name}" for domain in domains for name in domain.roles}
    return {kind: sorted(set_) for kind, set_ in found.items()}


@pytest.fixture(scope="module")
def built(names: dict[str, list[str]], tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give a site whose issues use every directive and every role that is installed, to read a file that is secret."""
    files: dict[str, str | bytes] = {"segreti/segreto.txt": SECRET, "segreti/segreto.csv": SECRET}
    files |= {"segreti/foto.png": picture() + SECRET.encode(), "issues/segreto.py": f"# {SECRET}"}
    for kind, allowed in (("directive", DIRECTIVES), ("role", ROLES)):
        uses = (_use(name, kind) for name in _refused(names[kind], allowed))
        files[f"issues/2026-05-{kind}s.md"] = "\n".join(["# Maggio", "", *uses])
    for number, name in enumerate(sorted(DIRECTIVES)):
        files[f"issues/2026-04-a{number}.md"] = f"# Aprile\n\n{_use(name, 'directive')}"
    return write(tmp_path_factory.mktemp("allowed"), files).build("html", strict=False)


def _refused(names: list[str], allowed: frozenset[str]) -> list[str]:
    return [name for name in names if name not in allowed]


def _use(name: str, kind: str) -> str:
    """Return a directive or role *name* that asks for the secret file, as lines that end with an empty one."""
    if kind == "role":
        return f"Prima {{{name}}}`{BODY} <{ASKED_TO_READ}>` dopo.\n"
    options = f":file: {ASKED_TO_READ}\n:url: file://{ASKED_TO_READ}\n:link: {ASKED_TO_READ}\n:img-top: {ASKED_TO_READ}"
    return f"```{{{name}}} {ASKED_TO_READ}\n{options}\n\n{BODY}\n```\n"


def test_there_is_something_to_refuse(names: dict[str, list[str]]) -> None:
    assert {"raw", "include", "literalinclude", "toctree", "code-block", "c:function"} <= set(names["directive"])
    assert {"download", "raw", "c:func", "kbd"} <= set(names["role"])
    assert set(names["directive"]) >= DIRECTIVES - {"card-carousel"}


@pytest.mark.parametrize(("kind", "allowed"), [("directive", DIRECTIVES), ("role", ROLES)])
def test_every_other_directive_and_role_is_reported_in_its_line_and_shown_as_text(
    names: dict[str, list[str]], built: Built, kind: str, allowed: frozenset[str]
) -> None:
    page = f"issues/2026-05-{kind}s"
    said = {diagnostic.line: diagnostic.text for diagnostic in _of(built, f"{kind}-refused")}
    *shown, _rest = built.words(f"{page}.html").split(BODY)
    line = 3
    for name, text in zip(_refused(names[kind], allowed), shown, strict=True):
        assert f"{{{name}}}" in said[line], name
        assert kind == "role" or ASKED_TO_READ in text, name
        line += _use(name, kind).count("\n") + 1


def _of(built: Built, code: str) -> Iterator[Diagnostic]:
    return (diagnostic for diagnostic in diagnostics(built) if diagnostic.code == f"newsletter.{code}")


def test_no_byte_of_a_secret_file_is_published(built: Built) -> None:
    leaks = [path for path in published(built.folder) if SECRET.encode() in path.read_bytes()]
    assert leaks == []
    assert not list(Path(built.folder).glob("_downloads/**/*.*"))
