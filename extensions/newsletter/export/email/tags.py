# SPDX-License-Identifier: EUPL-1.2
"""Merge tags: put in where a service fills them in, and never read out of words of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsletter.model.email_service import EmailService

# In place of a tag until all is escaped: private use characters, which no source may bring.
UNSUBSCRIBE = "\ue010unsubscribe\ue011"
WEB_VERSION = "\ue010web-version\ue011"

_WORD_JOINER = "\u2060"
# What begins a tag in the services of model/email_service.py and in others that a city may upload the mail to.
_ANY_OPENING = re.compile(r"[{$](?=\{)|\{(?=[%#])|\*(?=\|)|\[(?=\[)|%(?=[A-Za-z][\w.]*%)")


def fill_html(html: str, service: EmailService) -> str:
    """Return *html* with the tags of *service*; what elsewhere looks like a tag of any service is a reference.

    A character reference shows the same to a reader and is no tag to a program that looks for one in the source.
    """
    openings = re.compile("|".join([_ANY_OPENING.pattern, *_first_characters(service.openings)]))
    return _filled(openings.sub(lambda found: f"&#{ord(found[0])};", html), service)


def fill_text(text: str, service: EmailService) -> str:
    """Return *text* with the tags of *service*; a word joiner, which is not seen, breaks what looks like one of them.

    Text has no character references, so that only what this service would read is touched.
    """
    if service.openings:
        openings = re.compile("|".join(_first_characters(service.openings)))
        text = openings.sub(lambda found: found[0] + _WORD_JOINER, text)
    return _filled(text, service)


def _first_characters(openings: Iterable[str]) -> list[str]:
    return [f"{re.escape(opening[0])}(?={re.escape(opening[1:])})" for opening in openings]


def _filled(words: str, service: EmailService) -> str:
    return words.replace(UNSUBSCRIBE, service.unsubscribe).replace(WEB_VERSION, service.web_version)
