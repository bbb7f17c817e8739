# SPDX-License-Identifier: EUPL-1.2
"""The settings ``newsletter_*`` of ``conf.py``, read once into one validated value."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from newsletter.archive.names import Names
from newsletter.environment.i18n import use_language
from newsletter.environment.site_languages import LANGUAGE_TAG, is_translated
from newsletter.model.country_names import names as country_names
from newsletter.model.email_service import parse_service
from newsletter.model.issue import IssueName
from newsletter.model.publication import SETTINGS, Publication, Rebuild, parse_networks, parse_twin_cities
from newsletter.model.redirects import Redirect, parse_redirects
from newsletter.model.text import slug

# Settings that are nothing of the publication itself: name, default, what has to be built again, type.
_OTHERS: tuple[tuple[str, Any, Rebuild, type], ...] = (
    ("newsletter_moved", {}, "html", dict),
    ("newsletter_drafts", False, "env", bool),
    # Whether calendars, feeds, data and search follow the pages; “make serve” leaves them as its first build made them.
    ("newsletter_exports", True, "", bool),
    ("newsletter_example_issue", "2026-05", "env", str),
    # The languages of the site, that of the originals first; none are its one language.
    ("newsletter_languages", [], "env", list),
    # By language, what else conf.py says in it: {"en": {"newsletter_description": "…", "newsletter_topics": {…}}}.
    ("newsletter_translations", {}, "env", dict),
    # Not for conf.py: whether the site in its other languages is built beside this one, and can be linked.
    ("newsletter_all_languages", False, "html", bool),
    # Not for conf.py: the topics as contributors write them, where this run shows others.
    ("newsletter_topics_as_written", {}, "", dict),
    ("newsletter_pdf_dir", "", "", str),
    # Not for conf.py: the issue that “make email” makes a mail of; the newest where it is empty.
    ("newsletter_email_issue", "", "", str),
    # Not for conf.py: what the file registers.yaml says, kept here so that Sphinx reads again when it changes.
    ("newsletter_names", Names(), "env", Names),
)


_IN_LANGUAGES = frozenset({
    "html_title", "newsletter_description", "newsletter_legal_links", "newsletter_office", "newsletter_publisher",
    "newsletter_topics", "newsletter_unsubscribe", "newsletter_website", "newsletter_address",
})  # fmt: skip
"""Settings that each language may have in its own words."""


def add_settings(app: Sphinx) -> None:
    """Declare the settings to Sphinx."""
    of_publication = ((f"newsletter_{each.name}", each.default, each.rebuild, each.takes) for each in SETTINGS)
    for name, default, rebuild, kind in (*of_publication, *_OTHERS):
        app.add_config_value(name, default, rebuild, types=(kind,))


def check_settings(_app: Sphinx, config: Config) -> None:
    """Stop a build whose settings make no sense, and speak its language from here on.

    :raises ConfigError: naming the setting and what it takes.
    """
    use_language(config.language)
    _take_switches(config)
    _take_languages(config)
    for name in ("newsletter_topics", "newsletter_legal_links"):
        for key, label in getattr(config, name).items():
            if not (isinstance(key, str) and isinstance(label, str) and key and label):
                raise ConfigError(f"{name} takes a dictionary of texts, not {key!r}: {label!r}")
    try:
        redirects(config)
    except (ValueError, AttributeError, TypeError) as error:
        raise ConfigError(
            f"newsletter_moved takes former addresses, such as 'issues/2026-05.html', to new ones, not {error}"
        ) from error
    for key in config.newsletter_topics:
        if slug(key) != key:
            raise ConfigError(f"newsletter_topics: {key!r} is no slug; write {slug(key)!r}")
    if IssueName.parse(config.newsletter_example_issue) is None:
        raise ConfigError(
            f"newsletter_example_issue takes a month such as '2026-05', not {config.newsletter_example_issue!r}"
        )
    _check_where(config)
    _check_mailing(config)
    if config.html_baseurl and not config.html_baseurl.endswith("/"):
        config.html_baseurl += "/"


def _take_languages(config: Config) -> None:
    """Check the languages of the site, and let settings and the base URL be those of the language of this run."""
    for tag in config.newsletter_languages:
        if not (isinstance(tag, str) and LANGUAGE_TAG.fullmatch(tag)):
            raise ConfigError(f"newsletter_languages takes codes such as ['it', 'en'], not {tag!r}")
    if (
        config.newsletter_languages
        and config.language not in config.newsletter_languages
        and "language" not in config.overrides
    ):
        raise ConfigError(f"newsletter_languages does not name the language of the site, {config.language!r}")
    for language, settings in config.newsletter_translations.items():
        for name, value in settings.items():
            if not (name in _IN_LANGUAGES and isinstance(value, type(getattr(config, name)))):
                raise ConfigError(f"newsletter_translations: {name!r} is no setting that {language!r} may give so")
    if not is_translated(config):
        return
    config.newsletter_topics_as_written = config.newsletter_topics
    for name, value in config.newsletter_translations.get(config.language, {}).items():
        given = {**getattr(config, name), **value} if name == "newsletter_topics" else value
        setattr(config, name, given)
    if config.html_baseurl:
        config.html_baseurl = f"{config.html_baseurl.rstrip('/')}/{config.language}/"


def _check_where(config: Config) -> None:
    """Check where the city lies, and which clock it keeps."""
    try:
        ZoneInfo(config.newsletter_time_zone)
    except (ValueError, ZoneInfoNotFoundError) as error:
        raise ConfigError(f"newsletter_time_zone: {config.newsletter_time_zone!r} is no IANA time zone") from error
    if config.newsletter_country and config.newsletter_country not in country_names("en"):
        raise ConfigError(f"newsletter_country takes a two-letter code such as 'IT', not {config.newsletter_country!r}")
    try:
        parse_networks(config.newsletter_networks)
    except ValueError as error:
        raise ConfigError(f"newsletter_networks {error}") from error
    try:
        twins = parse_twin_cities(config.newsletter_twin_cities)
    except ValueError as error:
        raise ConfigError(f"newsletter_twin_cities {error}") from error
    for twin in twins:
        if twin.country not in country_names("en"):
            raise ConfigError(f"newsletter_twin_cities: {twin.country!r} of {twin.name} is no two-letter code")


def _check_mailing(config: Config) -> None:
    """Check what a mail to subscribers is told of leaving the list."""
    try:
        parse_service(config.newsletter_email_service)
    except ValueError as error:
        raise ConfigError(f"newsletter_email_service {error}") from error
    for name, schemes in (
        ("newsletter_unsubscribe_url", ("https://", "http://")),
        ("newsletter_unsubscribe_one_click", ("https://",)),
    ):
        url = getattr(config, name)
        if url and not (url.startswith(schemes) and url.isascii() and url.isprintable() and " " not in url):
            raise ConfigError(f"{name} takes a URL that begins with {' or '.join(schemes)}, not {url!r}")


def _take_switches(config: Config) -> None:
    """Take on and off as they are written on the command line, too."""
    for name in ("newsletter_drafts", "newsletter_exports", "newsletter_all_languages"):
        setattr(config, name, getattr(config, name) in {True, "1", "true"})


def redirects(config: Config) -> tuple[Redirect, ...]:
    """Return the URLs that are no longer there, with those where they lead."""
    return _redirects(tuple(config.newsletter_moved.items()))


@lru_cache(maxsize=8)
def _redirects(entries: tuple[tuple[str, str], ...]) -> tuple[Redirect, ...]:
    return parse_redirects(entries)


def publication(config: Config) -> Publication:
    """Return the publication that *config* describes."""
    values = {each.name: each.read(getattr(config, f"newsletter_{each.name}")) for each in SETTINGS}
    values["slug"] = values["slug"] or slug(config.project)
    return Publication(title=config.project, base_url=config.html_baseurl, language=config.language, **values)
