# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of the data, for a portal to harvest: DCAT-AP_IT as JSON-LD.

The profile, with what it makes mandatory, is in AgID's “Linee guida per i cataloghi dati”; its vocabularies are
those of the Publications Office of the EU.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from newsletter.export.opendata.data_sets import (
    DATA_SETS,
    DataFile,
    DataSet,
    days_covered,
    first_published,
    keywords,
    last_modified,
)
from newsletter.export.site import File, Site
from newsletter.export.text import one_line

CATALOG = "data/catalog.jsonld"

Node = dict[str, object]

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatapit": "http://dati.gov.it/onto/dcatapit#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_THEMES = ("INTR", "GOVE")
"""International issues; government and public sector (EU vocabulary “data-theme”)."""
_LANGUAGES = {"it": "ITA", "en": "ENG", "fr": "FRA", "de": "DEU", "es": "SPA"}
_ATTRIBUTION = "http://purl.org/adms/licencetype/Attribution"


def catalog(site: Site, files: Iterable[File]) -> Node:
    """Return the catalogue of *site*: its data sets, each with the *files* in which it can be downloaded."""
    sizes = {file.path: len(file.content) for file in files}
    nodes = [_catalog(site)]
    for data_set in DATA_SETS:
        nodes.append(_data_set(site, data_set))
        nodes.extend(_distribution(site, data_set, file, sizes[file.path]) for file in data_set.files)
    nodes += [*_agents(site), _licence(site), *_contact(site)]
    return {"@context": _CONTEXT, "@graph": [_present(node) for node in nodes]}


def _catalog(site: Site) -> Node:
    about = site.publication
    return {
        "@id": _id(site, "catalog"),
        "@type": ["dcat:Catalog", "dcatapit:Catalog"],
        "dct:title": _words(site, about.title),
        "dct:description": _words(site, about.description or about.title),
        "dct:publisher": _ref(site, "publisher"),
        "dct:issued": _day(first_published(site)),
        "dct:modified": _day(last_modified(site)),
        "dct:language": _language(site),
        "dcat:themeTaxonomy": {"@id": f"{_AUTHORITY}/data-theme"},
        "foaf:homepage": {"@id": site.absolute(site.page_of("index"))},
        "dcat:dataset": [_ref(site, data_set.name) for data_set in DATA_SETS],
    }


def _data_set(site: Site, data_set: DataSet) -> Node:
    about = site.publication
    covered = days_covered(site)
    return {
        "@id": _id(site, data_set.name),
        "@type": ["dcat:Dataset", "dcatapit:Dataset"],
        "dct:identifier": ":".join(filter(None, (about.publisher_code, f"{about.slug}-{data_set.name}"))),
        "dct:title": _words(site, f"{about.title}: {site.translate(data_set.title)}"),
        "dct:description": _words(site, site.translate(data_set.description)),
        "dct:issued": _day(first_published(site)),
        "dct:modified": _day(last_modified(site)),
        "dct:accrualPeriodicity": {"@id": f"{_AUTHORITY}/frequency/MONTHLY"},
        "dct:language": _language(site),
        "dct:publisher": _ref(site, "publisher"),
        "dct:rightsHolder": _ref(site, "rights-holder" if about.rights_holder else "publisher"),
        "dct:temporal": covered
        and {
            "@type": ["dct:PeriodOfTime", "dcatapit:PeriodOfTime"],
            "dcatapit:startDate": _day(covered[0]),
            "dcatapit:endDate": _day(covered[1]),
        },
        "dcat:contactPoint": about.email and _ref(site, "contact"),
        "dcat:keyword": [_words(site, word) for word in keywords(site)],
        "dcat:landingPage": {"@id": site.absolute(site.page_of("index"))},
        "dcat:theme": [{"@id": f"{_AUTHORITY}/data-theme/{theme}"} for theme in _THEMES],
        "dcat:distribution": [_ref(site, f"{data_set.name}-{file.format}") for file in data_set.files],
    }


def _distribution(site: Site, data_set: DataSet, file: DataFile, size: int) -> Node:
    url = {"@id": site.absolute(file.path)}
    return {
        "@id": _id(site, f"{data_set.name}-{file.format}"),
        "@type": ["dcat:Distribution", "dcatapit:Distribution"],
        "dct:title": _words(site, site.translate(file.label)),
        "dct:description": _words(site, site.translate(data_set.description)),
        "dct:format": {"@id": f"{_AUTHORITY}/file-type/{file.format.upper()}"},
        "dct:license": {"@id": site.publication.licence.url},
        "dct:modified": _day(last_modified(site)),
        "dcat:accessURL": url,
        "dcat:downloadURL": url,
        "dcat:byteSize": {"@type": "xsd:decimal", "@value": str(size)},
        "dcat:mediaType": {"@id": f"http://www.iana.org/assignments/media-types/{file.media_type}"},
    }


def _agents(site: Site) -> Iterator[Node]:
    """Yield the publisher, and the rights holder where that is another."""
    about = site.publication
    publisher = about.publisher or about.title
    yield _agent(site, "publisher", publisher, about.publisher_code or about.website or publisher)
    if about.rights_holder:
        yield _agent(site, "rights-holder", about.rights_holder, about.rights_holder_code or about.rights_holder)


def _agent(site: Site, name: str, words: str, identifier: str) -> Node:
    return {
        "@id": _id(site, name),
        "@type": ["foaf:Agent", "dcatapit:Agent"],
        "dct:identifier": identifier,
        "foaf:name": _words(site, words),
    }


def _licence(site: Site) -> Node:
    licence = site.publication.licence
    return {
        "@id": licence.url,
        "@type": ["dct:LicenseDocument", "dcatapit:LicenseDocument"],
        "dct:type": {"@id": _ATTRIBUTION},
        "foaf:name": licence.label,
        "owl:versionInfo": licence.label.rpartition(" ")[2],
    }


def _contact(site: Site) -> Iterator[Node]:
    """Yield the contact for questions about the data; the profile asks for an e-mail address."""
    about = site.publication
    if about.email:
        yield {
            "@id": _id(site, "contact"),
            "@type": ["vcard:Organization", "vcard:Kind", "dcatapit:Organization"],
            "vcard:fn": one_line(about.office or about.publisher or about.title),
            "vcard:hasEmail": {"@id": f"mailto:{about.email}"},
            "vcard:hasURL": about.website and {"@id": about.website},
        }


def _id(site: Site, name: str) -> str:
    return f"{site.absolute(CATALOG)}#{name}"


def _ref(site: Site, name: str) -> Node:
    return {"@id": _id(site, name)}


def _words(site: Site, text: str) -> Node:
    return {"@language": site.language, "@value": one_line(text)}


def _day(day: date) -> Node:
    return {"@type": "xsd:date", "@value": day.isoformat()}


def _language(site: Site) -> object:
    code = _LANGUAGES.get(site.language.partition("-")[0])
    return code and {"@id": f"{_AUTHORITY}/language/{code}"}


def _present(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}
