# SPDX-License-Identifier: EUPL-1.2
"""A portal of open data harvests the catalogue, and finds all that DCAT-AP_IT makes mandatory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from rdflib import DCAT, DCTERMS, FOAF, OWL, RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from newsletter.export.opendata import opendata_files
from newsletter.export.site import Site
from newsletter.model.values import Person
from tests.export.export_factory import BASE, record, site

# rdflib's own reader of JSON-LD uses what it deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

IT = Namespace("http://dati.gov.it/onto/dcatapit#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
EU = Namespace("http://publications.europa.eu/resource/authority/")
CATALOG = f"{BASE}data/catalog.jsonld#"

# AgID, “Linee guida per i cataloghi dati”, table of classes and properties: those marked M, and all of a licence.
MANDATORY: Mapping[URIRef, tuple[URIRef, ...]] = {
    IT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.modified, DCAT.dataset),
    IT.Dataset: (
        *(DCTERMS.identifier, DCTERMS.title, DCTERMS.description, DCTERMS.modified, DCAT.theme),
        *(DCTERMS.rightsHolder, DCTERMS.accrualPeriodicity, DCAT.distribution),
    ),
    IT.Distribution: (DCTERMS["format"], DCAT.accessURL, DCTERMS.license),
    IT.Agent: (DCTERMS.identifier, FOAF.name),
    IT.LicenseDocument: (DCTERMS.type, FOAF.name, OWL.versionInfo),
    IT.Organization: (VCARD.fn, VCARD.hasEmail),
    DCTERMS.PeriodOfTime: (IT.startDate,),
}
ARCHIVE = site(
    [record("visita", "2026-05-13", people=(Person("Ada Esempio"),), topics=("cultura",), revised=date(2026, 6, 3))],
    issues=["2026-04"],
)


def harvest(archive: Site) -> Graph:
    """Return what a portal reads of the catalogue."""
    published = {file.path: file.content for file in opendata_files(archive)}
    return Graph().parse(data=published["data/catalog.jsonld"].decode(), format="json-ld", publicID=CATALOG)


def told(graph: Graph, name: str, what: URIRef) -> set[Node]:
    """Return the values of the property *what* of the node called *name*."""
    return set(graph.objects(URIRef(CATALOG + name), what))


@pytest.mark.parametrize("archive", [ARCHIVE, site([]), site([], publisher_code="", publisher="", description="")])
def test_each_class_has_what_the_profile_makes_mandatory(archive: Site) -> None:
    graph = harvest(archive)
    present = {kind: list(graph.subjects(RDF.type, kind)) for kind in MANDATORY}
    dated = {DCTERMS.PeriodOfTime} if archive.archive.records else set()
    assert {kind for kind, nodes in present.items() if nodes} == MANDATORY.keys() - {DCTERMS.PeriodOfTime} | dated
    missing = [
        (node, name)
        for kind, names in MANDATORY.items()
        for node in present[kind]
        for name in names
        if (node, name, None) not in graph
    ]
    assert missing == []


def test_the_data_sets_have_a_lasting_identifier_a_theme_a_frequency_and_days() -> None:
    graph = harvest(ARCHIVE)
    assert told(graph, "records", DCTERMS.identifier) == {Literal("c_x999:borgoluce-nel-mondo-records")}
    assert told(graph, "appearances", DCTERMS.identifier) == {Literal("c_x999:borgoluce-nel-mondo-appearances")}
    assert EU["data-theme/INTR"] in told(graph, "records", DCAT.theme)
    assert told(graph, "records", DCTERMS.accrualPeriodicity) == {EU["frequency/MONTHLY"]}
    assert told(graph, "records", DCTERMS.modified) == {Literal("2026-06-03", datatype=XSD.date)}
    assert told(graph, "records", DCTERMS.issued) == {Literal("2026-04-01", datatype=XSD.date)}
    assert Literal("Cultura", lang="it") in told(graph, "records", DCAT.keyword)


def test_each_form_has_its_address_its_format_its_size_and_the_licence() -> None:
    graph = harvest(ARCHIVE)
    sizes = {f"{BASE}{file.path}": len(file.content) for file in opendata_files(ARCHIVE)}
    forms = {node for name in ("records", "appearances") for node in told(graph, name, DCAT.distribution)}
    found = {
        (str(graph.value(form, DCAT.downloadURL)), graph.value(form, DCTERMS["format"]))
        for form in forms
        if graph.value(form, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
        and int(str(graph.value(form, DCAT.byteSize))) == sizes[str(graph.value(form, DCAT.accessURL))]
    }
    assert found == {
        (f"{BASE}data/records.json", EU["file-type/JSON"]),
        (f"{BASE}data/records.csv", EU["file-type/CSV"]),
        (f"{BASE}data/appearances.csv", EU["file-type/CSV"]),
    }


def test_publisher_and_rights_holder_are_those_of_the_settings() -> None:
    graph = harvest(ARCHIVE)
    assert told(graph, "records", DCTERMS.rightsHolder) == {URIRef(f"{CATALOG}publisher")}
    assert told(graph, "publisher", DCTERMS.identifier) == {Literal("c_x999")}
    archive = replace(
        ARCHIVE,
        publication=replace(ARCHIVE.publication, rights_holder="Unione Immaginaria", rights_holder_code="u_x1"),
    )
    graph = harvest(archive)
    assert told(graph, "records", DCTERMS.rightsHolder) == {URIRef(f"{CATALOG}rights-holder")}
    assert told(graph, "rights-holder", DCTERMS.identifier) == {Literal("u_x1")}
    assert told(graph, "rights-holder", FOAF.name) == {Literal("Unione Immaginaria", lang="it")}


def test_without_an_address_to_write_to_there_is_no_contact() -> None:
    graph = harvest(replace(ARCHIVE, publication=replace(ARCHIVE.publication, email="")))
    assert list(graph.subjects(RDF.type, IT.Organization)) == []
    assert (None, DCAT.contactPoint, None) not in graph
