# SPDX-License-Identifier: EUPL-1.2
"""No page carries what the policy would forbid, even where no browser looks."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from newsletter.web.policy import policy_for_header, policy_for_meta

CONTRACT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def test_the_policy_is_the_contracts() -> None:
    assert policy_for_header() == CONTRACT
    assert policy_for_meta() == CONTRACT.removesuffix("; frame-ancestors 'none'")


def test_the_headers_that_are_offered_ready_made_are_the_contracts() -> None:
    offered = (Path(__file__).resolve().parents[2] / "docs" / "hosting.md").read_text("utf-8")
    assert offered.count("default-src") == offered.count(CONTRACT) == 3, "nginx, Apache, static hosts"


def test_no_page_has_inline_style_or_script_or_a_file_from_elsewhere(built: Path) -> None:
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        page = html.parse(path).getroot()
        assert not page.xpath("//*[@style] | //style"), path
        assert not page.xpath("//script[not(@src)][not(@type='application/ld+json')][not(@type='application/json')]"), (
            path
        )
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), path
        loaded = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='preload']/@href")
        assert not [address for address in loaded if "//" in address], path
        [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy == policy_for_meta()


def test_what_sphinx_brings_and_no_page_loads_is_not_published(built: Path) -> None:
    names = {path.name for path in (built / "_static").iterdir()}

    assert not names & {"doctools.js", "searchtools.js", "basic.css", "sphinx-design.min.css", "design-tabs.js"}
    assert not (built / "genindex.html").exists()
    assert not (built / "searchindex.js").exists()
