# SPDX-License-Identifier: EUPL-1.2
"""A drawing is opened by its own address too, where a browser would run what it contains: only drawing is left."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from newsletter.pictures.drawing import DrawingError, clean_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
DRAWING = f'{HEAD}<defs><linearGradient id="g"/></defs><rect fill="url(#g)" width="9" height="9"/>%s</svg>'
EVIL = "cattivo.example"
FOLDER = Path(__file__).parent / "drawings"


def clean(part: str) -> tuple[str, tuple[str, ...]]:
    """Return what is left of a drawing with *part* in it, and what was taken out."""
    drawing = clean_drawing((DRAWING % part).encode())
    return drawing.data.decode(), drawing.removed


@pytest.mark.parametrize(
    "part",
    [
        '<use xlink:href="#g"/>',
        '<image xlink:href="data:image/png;base64,eA=="/>',
        '<text font-family="Arial" x="1">Ciao <tspan font-weight="bold">è</tspan></text>',
        '<path d="M1.5-2.5.5l1e5" transform="rotate(45 5,5)" style="fill:#f00;stroke-width:.5px"/>',
        "<style>.a{fill:url(#g)}\n.b{stroke:rgb(1, 2, 3)}</style>",
        '<g clip-path="url(#c)" filter="url(#f)"/>',
        '<filter id="f" x="-5%" width="1.1e2%"><feGaussianBlur stdDeviation="3.5"/></filter><g filter="url(#f)"/>',
        '<marker id="m"><path d="M0 0h1"/></marker><path d="M0 0h9v9" marker-end="url(#m)"/>',
    ],
)
def test_what_draws_stays_as_it_is(part: str) -> None:
    left, removed = clean(part)

    assert part in left
    assert removed == ()


@pytest.mark.parametrize("name", ["illustrator.svg", "inkscape.svg"])
def test_a_drawing_of_an_ordinary_program_loses_nothing_that_shows(name: str) -> None:
    drawing = clean_drawing((FOLDER / name).read_bytes())

    assert drawing.removed == ()
    left = drawing.data.decode()
    assert left.count("<path") == 2
    assert "fill:#0066CC" in left
    assert not any(word in left for word in ("DOCTYPE", "adobe", "inkscape", "sodipodi", "pgf", "RDF"))


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<rect onload="alert(1)"/>', "onload"),
        ('<a href="javascript:alert(1)"/>', "href"),
        (f'<image href="https://{EVIL}/x.png"/>', "href"),
        ('<image href="data:image/svg+xml;base64,eA=="/>', "href"),
        ('<use href="data:image/png;base64,eA=="/>', "href"),
        (f'<rect style="fill:url(https://{EVIL}/x)"/>', "fill"),
        (f"<style>@import 'https://{EVIL}/x.css';</style>", "@import"),
        (f'<style><!---->@import "https://{EVIL}/x.css";</style>', "@import"),
        (f'<style>@\\69mport "https://{EVIL}"; rect{{background:\\75rl(https://{EVIL}/x)}}</style>', "@import"),
        (f'<style>rect{{fill:image-set("https://{EVIL}/x.png" 1x)}}</style>', "fill"),
        (f'<style>@font-face{{font-family:x;src:url(https://{EVIL}/x)}}</style>', "@font-face"),
        (f'<rect fill="\\75rl(https://{EVIL}/x.svg#a)"/>', "fill"),
        (f'<rect filter="/**/url(/**/https://{EVIL}/x.svg#a)"/>', "filter"),
        (f'<rect cursor="src(&quot;https://{EVIL}/x&quot;)"/>', "cursor"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<a><set attributeName="href" to="javascript:alert(1)"/></a>', "<set>"),
        (f'<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="https://{EVIL}/x.png"/>', "<img>"),
        ("<h:frame xmlns:h='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/>", "<frame>"),
        (f"<?xml-stylesheet href='https://{EVIL}/x.css'?>", "<?xml-stylesheet?>"),
        ('<rect style="behavior:url(#x)"/>', "behavior"),
    ],
)  # fmt: skip
def test_what_does_more_is_taken_out_and_named(part: str, named: str) -> None:
    left, removed = clean(part)

    assert named in removed
    assert not any(word in left for word in (EVIL, "alert", "script", "import", "svg+xml", "\\", "foreign", "behavior"))
    assert clean_drawing(left.encode()).data.decode() == left


def test_what_stands_around_the_drawing_is_left_out_too() -> None:
    drawing = clean_drawing(f'<?xml-stylesheet href="https://{EVIL}/x.css"?>{DRAWING % ""}<!-- {EVIL} -->'.encode())

    assert drawing.removed == ("<?xml-stylesheet?>",)
    assert EVIL.encode() not in drawing.data


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_whatever_the_encoding_was_it_is_utf_8_afterwards(encoding: str) -> None:
    declared = "" if encoding.startswith("utf") else f'<?xml version="1.0" encoding="{encoding}"?>'
    source = f"{declared}{HEAD}<text>è</text><script>alert(1)</script></svg>"

    drawing = clean_drawing(source.encode(encoding))
    assert "<text>è</text></svg>" in drawing.data.decode("utf-8")


ENTITIES = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
NESTED = "".join(
    f'<g id="n{level}">{f"""<use href="#n{level - 1}"/>""" * 10}</g>' for level in range(1, 13)
)  # a trillion rectangles
PATTERNS = "".join(
    f'<style>.p{level}{{fill:url(#p{level})}}</style><pattern id="p{level}">'
    f"{f'''<rect class='p{level - 1}'/>''' * 10}</pattern>"
    for level in range(1, 13)
)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<non chiuso",
        "<html xmlns='http://www.w3.org/1999/xhtml'><body><form action='javascript:alert(1)'/></body></html>",
        f'<!DOCTYPE svg [<!ENTITY e0 "ahahahahah">{ENTITIES}]>{HEAD}<text>&e9;</text></svg>',
        f'<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/hostname">]>{HEAD}<text>&e;</text></svg>',
        f'<!DOCTYPE svg [<!ENTITY % e SYSTEM "file:///etc/hostname"> %e;]>{HEAD}<text>x</text></svg>',
        f'<!DOCTYPE svg [<!ENTITY e "{"x" * 100_000}">]>{HEAD}<text>{"&e;" * 10_000}</text></svg>',
        HEAD + "<g>" * 300 + "</g>" * 300 + "</svg>",
        f'{HEAD}<rect style="fill:{"rgb(" * 3_000}"/></svg>',
        f"{HEAD}<style>{'.a{fill:red}' * 40_000}</style></svg>",
        f"{HEAD}{'<g/>' * 110_000}</svg>",
        f'{HEAD}<rect id="n0"/>{NESTED}<use href="#n12"/></svg>',
        f'{HEAD}<rect id="p0"/>{PATTERNS}<rect class="p12"/></svg>',
        f'{HEAD}<g id="a"><use href="#a"/></g></svg>',
        f"{HEAD}{' ' * 10_000_001}</svg>",
        f'{HEAD}<filter id="f"><feTurbulence baseFrequency=".1" numOctaves="1000000000"/></filter></svg>',
        f'{HEAD}<filter id="f"><feGaussianBlur stdDeviation="2 1e9"/></filter></svg>',
        f'{HEAD}<filter id="f"><feMorphology radius="100000"/></filter></svg>',
        f'{HEAD}<filter id="f"><feConvolveMatrix order="1000"/></filter></svg>',
        f'{HEAD}<filter id="f" width="2e9"><feGaussianBlur stdDeviation="2"/></filter></svg>',
        f'{HEAD}<filter id="f"/>{"""<rect filter="url(#f)"/>""" * 300}</svg>',
        f'{HEAD}<marker id="m">{"<rect/>" * 100}</marker><path marker-mid="url(#m)" d="M0 0{"l1 1" * 2_000}"/></svg>',
        f"{HEAD}<text>{'a' * 30_000}</text></svg>",
    ],
    ids=range(23),
)
def test_what_is_no_drawing_or_never_ends_is_refused(source: str) -> None:
    with pytest.raises(DrawingError):
        clean_drawing(source.encode())


def test_a_packed_drawing_is_no_drawing() -> None:
    with pytest.raises(DrawingError):
        clean_drawing(gzip.compress((DRAWING % "").encode()))
