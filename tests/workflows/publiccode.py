# SPDX-License-Identifier: EUPL-1.2
"""The rules of publiccode.yml 0.7 (publiccodeyml/publiccode.yml, docs/standard/schema.core.rst) as a JSON Schema.

Keys that the standard deprecates are refused, and the licence has to be this project's.
"""

from __future__ import annotations

from typing import Any

_CATEGORIES = (
    "accounting agile-project-management applicant-tracking application-development appointment-scheduling backup "
    "billing-and-invoicing blog budgeting business-intelligence business-process-management cad call-center-management "
    "cloud-management collaboration communications compliance-management contact-management content-management crm "
    "customer-service-and-support data-analytics data-collection data-visualization design design-system "
    "digital-asset-management digital-citizenship document-management donor-management e-commerce e-signature "
    "educational-content email-management email-marketing employee-management enterprise-project-management "
    "enterprise-social-networking erp event-management facility-management feedback-and-reviews-management "
    "financial-reporting fleet-management fundraising gamification geographic-information-systems grant-management "
    "graphic-design help-desk hr ide identity-management instant-messaging integrated-library-system "
    "inventory-management it-asset-management it-development it-management it-security it-service-management "
    "knowledge-management learning-management-system marketing mind-mapping mobile-marketing mobile-payment "
    "network-management office online-booking online-community payment-gateway payroll predictive-analysis procurement "
    "productivity-suite project-collaboration project-management property-management real-estate-management "
    "regulations-and-directives remote-support resource-management sales-management seo service-desk "
    "social-media-management survey talent-management task-management taxes-management test-management time-management "
    "time-tracking translation video-conferencing video-editing visitor-management voip warehouse-management "
    "web-collaboration web-conferencing website-builder whistleblowing workflow-management other"
)
_SCOPES = (
    "agriculture culture defence education emergency-services employment energy environment "
    "finance-and-economic-development foreign-affairs government healthcare infrastructures justice local-authorities "
    "manufacturing research science-and-technology security society sport tourism transportation welfare"
)
_SOFTWARE = (
    "standalone/mobile standalone/iot standalone/desktop standalone/web standalone/backend standalone/other addon "
    "library configurationFiles"
)

Schema = dict[str, Any]

_WORDS: Schema = {"type": "string", "minLength": 1}
_ADDRESS: Schema = {"type": "string", "pattern": r"^https?://[^\s/]+\.[^\s/]+(/\S*)?$"}
_LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "format": "date"}


def _object(required: str, **properties: Schema) -> Schema:
    """Return the rules of an object whose keys are *properties* and no others, those in *required* being mandatory."""
    rules = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**rules, "required": required.split()}


def _list(items: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": items, "minItems": least}


def _one_of(words: str) -> Schema:
    return {"enum": words.split()}


_URI: Schema = {"type": "string", "pattern": r"^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$"}
_PERSON = _object("name", name=_WORDS, email={"type": "string", "format": "email"}, phone=_WORDS, affiliation=_WORDS)
_CONTRACTOR = _object("name until", name=_WORDS, until=_DAY, email=_WORDS, website=_ADDRESS)
_DEPENDENCY = _object(
    "name", name=_WORDS, versionMin=_WORDS, versionMax=_WORDS, version=_WORDS, optional={"type": "boolean"}
)
_DESCRIPTION = _object(
    "shortDescription longDescription features",
    localisedName=_WORDS,
    shortDescription={"type": "string", "minLength": 1, "maxLength": 150},
    longDescription={"type": "string", "minLength": 150, "maxLength": 10_000},
    documentation=_ADDRESS,
    apiDocumentation=_ADDRESS,
    features=_list(_WORDS, 1),
    screenshots=_list({"type": "string", "pattern": r"(?i)\.(png|jpe?g)$"}),
    videos=_list(_ADDRESS),
    awards=_list(_WORDS),
)
_MAINTENANCE = _object(
    "type",
    type=_one_of("internal contract community none"),
    contractors=_list(_CONTRACTOR, 1),
    contacts=_list(_PERSON, 1),
) | {
    "if": {"properties": {"type": {"const": "contract"}}},
    "then": {"required": ["contractors"]},
    "else": {
        "properties": {"contractors": False},
        "if": {"properties": {"type": {"enum": ["internal", "community"]}}},
        "then": {"required": ["contacts"]},
    },
}
_COUNTRIES = _list({"type": "string", "pattern": "^[A-Z]{2}$"})

SCHEMA = _object(
    "publiccodeYmlVersion name url platforms developmentStatus softwareType description legal maintenance localisation",
    publiccodeYmlVersion=_one_of("0.7 0.7.0"),
    name=_WORDS,
    applicationSuite=_WORDS,
    url=_ADDRESS,
    landingURL=_ADDRESS,
    isBasedOn={"anyOf": [_ADDRESS, _list(_ADDRESS)]},
    softwareVersion=_WORDS,
    releaseDate=_DAY,
    logo={"type": "string", "pattern": r"(?i)\.(svgz?|png)$"},
    platforms=_list(_WORDS, 1),
    categories=_list(_one_of(_CATEGORIES)),
    usedBy=_list(_WORDS),
    fundedBy=_list(_object("name", name=_WORDS, uri=_URI)),
    roadmap=_ADDRESS,
    developmentStatus=_one_of("concept development beta stable obsolete"),
    softwareType=_one_of(_SOFTWARE),
    supports=_list(_object("id", id=_URI)),
    organisation=_object("uri", uri=_URI, name=_WORDS),
    intendedAudience=_object("", countries=_COUNTRIES, unsupportedCountries=_COUNTRIES, scope=_list(_one_of(_SCOPES))),
    description={
        "type": "object",
        "propertyNames": {"pattern": _LANGUAGE},
        "additionalProperties": _DESCRIPTION,
        "minProperties": 1,
    },
    legal=_object("license", license={"type": "string", "pattern": "^EUPL-1.2$"}, mainCopyrightOwner=_WORDS),
    maintenance=_MAINTENANCE,
    localisation=_object(
        "localisationReady availableLanguages",
        localisationReady={"type": "boolean"},
        availableLanguages=_list({"type": "string", "pattern": _LANGUAGE}, 1),
    ),
    dependsOn=_object("", open=_list(_DEPENDENCY), proprietary=_list(_DEPENDENCY), hardware=_list(_DEPENDENCY)),
)
