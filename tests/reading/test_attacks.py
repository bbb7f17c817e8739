# SPDX-License-Identifier: EUPL-1.2
"""Pages of somebody who means harm: each builds, says what is wrong, and nothing on it acts or leaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree

from tests.project import Built
from tests.reading.reading import diagnostics, picture, published, write

WORD = "fiordaliso"
SECRET = "PAROLA-SEGRETA"  # noqa: S105 - a word to look for
ACTS = re.compile(r"[\s\x00-\x1f]*(?:javascript|vbscript|data|file|blob):", re.IGNORECASE)
MARKUP = '"><script>alert(1)</script>'

pytestmark = pytest.mark.slow


def event(title: str = "Titolo", *options: str, body: str = WORD) -> str:
    return "\n".join([f":::{{event}} {title}", ":date: 13 maggio", *options, "", body, ":::", ""])


def each(form: str, options: tuple[str, ...]) -> str:
    """Return *form* once with each of *options* in the place of ``OPTION``, then a word that has to show."""
    return "\n\n".join([*(form.replace("OPTION", option) for option in options), WORD])


PAGES = {
    "elenchi": each(":::{records}\nOPTION\n:::", (
        ":limit: 999999999999999999999999999999", ":limit: -1", ":limit: ٣", ":year: 99999999999", ":from: 0000-00-00",
        ":group-by: __class__", ":layout: ../x", f":kind: {'event,' * 5_000}", f":person: {'(' * 5_000}",
        ":issue: ../../conf", ":topic: [a](javascript:alert(1))", ":from: 9999-12-31\n:to: 0001-01-01",
    )),
    "tabelle": each("```{list-table}\nOPTION\n\n* - a\n  - b\n```", (
        ":header-rows: 99999999999999", ":widths: 0 0", ":widths: -1 5", ":widths: 1e9 1", f":widths: {'9' * 5_000} 1",
        ":width: 9999999999999%", f":align: {MARKUP}", f":class: {MARKUP}",
    )),
    "figure": each("```{figure} foto.png\n:alt: x\nOPTION\n\nd\n```", (
        ":width: 99999999999999999px", ":width: 1e99%", ":scale: 999999999999999999999", ":figwidth: image",
        ':figclass: x" onload="alert(1)', f":align: {MARKUP}", ':width: "1;background:url(//cattivo.example)"',
        ":target: cattivo_", ":target: `x <javascript:alert(1)>`_", ":name: search",
    )),
    "schede": each("````{card} T\nOPTION\n\nx\n````", (
        f":class-card: {MARKUP}", ":width: 99999", ":link-type: any\n:link: ../conf.py", ":link: /etc/hostname",
        ":link-type: doc\n:link: /../conf", ":img-top: https://cattivo.example/x.png", f":link-alt: {MARKUP}",
        ":img-background: data:image/svg+xml,<svg/>", ":link-type: x\n:link: y",
    )),
    "griglie": "````{grid} 1 2 3 99999999999\n:gutter: 99\n\n```{grid-item}\n:columns: 999\nx\n```\n````\n" + WORD,
    "schedari": f"````{{tab-set}}\n:sync-group: {MARKUP}\n\n```{{tab-item}} {MARKUP}\n:sync: {MARKUP}\nx\n```\n````\n"
    f"{WORD}",
    "tendine": f"```{{dropdown}} t\n:icon: nessuna\n:animate: x\n:class-container: {MARKUP}\nx\n```\n{WORD}",
    "nomi": each("```{note}\n:name: OPTION\n:class: OPTION\nx\n```", ("__proto__", "index", MARKUP, "x" * 50_000)),
    "luoghi": each("(OPTION)=\n## h", ("genindex", "search", "<script>", "a" * 50_000)),
    "ruoli": each("{ref}`OPTION` {doc}`OPTION` {numref}`OPTION` {record}`OPTION`", (
        "/../conf", "//cattivo.example", "x <../conf>", "<>", "~x", "a" * 5_000, "%s", "{0}", "genindex",
    )),
    "inventari": "[a](inv:python#x) <inv:*:*:*#[a-z]*> [c](project:../conf.py) [d](path:../conf.py) [e](project:%00) "
    f"[f](path:/etc/hostname) [g](inv:) [h](path:) [i](project:) <path:../x>\n\n{WORD}",
    "vedute": each(":::{OPTION}\n:files: ../../etc/hostname\n:limit: 10\n:::", (
        "masthead", "contacts", "latest-issue", "issues", "downloads",
    )),
    "vedute-in-un-blocco": event(body=f"::::{{note}}\n:::{{latest-issue}}\n:::\n:::{{records}}\n:::\n::::\n\n{WORD}"),
    "id": "\n".join(event(f"T{n}", f":id: {name}") for n, name in enumerate(("nul", "..", "a/../b", "x" * 9_000, "è"))),
    "opzioni": event("T", f":topics: {',' * 50_000}", f":country: {',' * 50_000}", f":people: {'(' * 20_000}"),
    "date": "\n".join(event(f"T{n}").replace("13 maggio", day) for n, day in enumerate((
        "99999999999999999999999 maggio", "13 maggio 99999999999999999", "0000-00-00", "13 maggio 0001", "9999-12-31",
        "31/12/9999 - 1/1/10000", "١٣ maggio", "dal al " * 500,
    ))),
    "ore": event("T", ":time: 99999999999999999999:00", ":updated: 0000-99-99"),
    "segno-di-titolo": event("\ue0002026-05-x\ue001", body=f"\ue0002026-05-x\ue001 {WORD}"),
    "typst": event('#panic("x") $x$ @ref <label> \\u{1F} #import "/etc/hostname"', body=f"#read() {WORD}"),
    "immagini": f"![a](bomba.png) ![b](tronca.jpg) ![c](vuota.png) ![d](finta.png)\n\n{WORD}",
    "percorsi": "![x](_static/../conf.png) ![x](/_static/../segreti/foto.png) ![x](../_static/../conf.png) "
    f"![x](foto.png/.) ![x]( ) ![x](.png) ![x](foto.*) ![x](fo[t]o.png) ![x](foto.png?x#y)\n\n{WORD}",
    "titolo-lungo": event("a " * 5_000),
}  # fmt: skip
HEADS = {
    "sostituzioni": "myst:\n  enable_extensions: [substitution, html_image, attrs_inline, linkify]\n"
    "  substitutions: {x: \"{{ ''.__class__ }}\"}\n  url_schemes: {javascript: null}",
    "testa": 'source: javascript:alert(1)\ntitle: <script>alert(1)</script>\ndescription: "a\\nb\\x00\\u202e"',
    "pagina": "orphan: true\ntocdepth: x\nhtml_meta: {a: b}\nhtml_theme.sidebar: x",
    "giorno": "published: 0001-01-01",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files: dict[str, str | bytes] = {f"issues/2026-05-{name}.md": f"# Maggio\n\n{text}" for name, text in PAGES.items()}
    body = f"# Maggio\n\n{{{{ 7*7 }}}} <img src=x onerror=alert(1)> [a](javascript:x){{onclick=x}} {WORD}\n"
    files |= {f"issues/2026-05-{name}.md": f"---\n{head}\n---\n{body}" for name, head in HEADS.items()}
    bomb = picture()[:16] + b"\x00\x00\xea\x60\x00\x00\xea\x60" + picture()[24:]  # says that it is 60,000 pixels wide
    files |= {"issues/bomba.png": bomb, "issues/tronca.jpg": b"\xff\xd8\xff\xe0", "issues/vuota.png": b""}
    files |= {"issues/finta.png": b"<svg onload='alert(1)'>", "segreti/foto.png": picture() + SECRET.encode()}
    files["conf.png"] = picture() + SECRET.encode()
    return write(tmp_path_factory.mktemp("attacks"), files).build("html", strict=False)


@pytest.mark.parametrize("name", [*PAGES, *HEADS])
def test_the_page_is_there_with_its_words(name: str, built: Built) -> None:
    assert name in {"id", "opzioni", "date", "ore", "titolo-lungo"} or WORD in built.words(
        f"issues/2026-05-{name}.html"
    )
    assert built.has(f"issues/2026-05-{name}.html")


def test_what_is_wrong_has_a_place_and_a_code(built: Built) -> None:
    assert built.code == 0
    assert {message.code.partition(".")[0] for message in diagnostics(built)} == {"newsletter"}


def _elements(built: Built) -> Iterator[tuple[str, Any]]:
    for path in built.tree:
        if path.endswith(".html"):
            yield from ((path, element) for element in built.html(path).iter(etree.Element))


def test_nothing_acts(built: Built) -> None:
    for path, element in _elements(built):
        assert element.tag not in {"iframe", "object", "embed", "base", "style"}, path
        assert element.tag != "script" or element.get("src") or element.get("type") == "application/ld+json", path
        for attribute, value in element.attrib.items():
            assert not attribute.startswith("on"), (path, attribute)
            assert attribute not in {"style", "srcdoc"}, (path, value)
            if attribute in {"href", "src"}:
                assert not re.match(r"[\s\x00-\x1f]*(?:javascript|vbscript|data|file|blob):", value, re.IGNORECASE), (
                    path,
                    value,
                )
                assert "cattivo.example" not in value, (path, value)


def test_no_id_stands_twice_on_a_page(built: Built) -> None:
    for path in built.tree:
        if path.startswith("issues/") and path.endswith(".html"):
            ids = built.html(path).xpath("//@id")
            assert len(ids) == len(set(ids)), path


def test_nothing_leaks(built: Built) -> None:
    assert [path for path in published(built.folder) if SECRET.encode() in path.read_bytes()] == []
    assert "{{ 7*7 }}" in built.words("issues/2026-05-sostituzioni.html")
