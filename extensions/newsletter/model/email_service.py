# SPDX-License-Identifier: EUPL-1.2
"""Services that send a mail to many: what each puts in the place of a merge tag, and how it spells its tags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailService:
    """Declare the merge tags of one mailing service."""

    unsubscribe: str = ""
    """The tag that becomes the URL for leaving the list; empty where the service has none."""
    web_version: str = ""
    """The tag that becomes the URL of the mail as a page; empty where the issue's own page is meant."""
    openings: tuple[str, ...] = ()
    """The openings of a tag of the service: words of ours that begin so are kept from being read as one."""
    writes_headers: bool = False
    """Whether the service writes ``List-Unsubscribe`` itself."""


SERVICES: Mapping[str, EmailService] = {
    "mailto": EmailService(),
    "mailman": EmailService(writes_headers=True),
    "listmonk": EmailService(
        unsubscribe="{{ UnsubscribeURL }}", web_version="{{ MessageURL }}", openings=("{{",), writes_headers=True
    ),
    "brevo": EmailService(
        unsubscribe="{{ unsubscribe }}", web_version="{{ mirror }}", openings=("{{", "{%"), writes_headers=True
    ),
    "mailchimp": EmailService(
        unsubscribe="*|UNSUB|*", web_version="*|ARCHIVE|*", openings=("*|",), writes_headers=True
    ),
}


def parse_service(setting: object) -> EmailService:
    """Return the service that *setting* names, or describes as a dictionary of the fields of :class:`EmailService`.

    :raises ValueError: saying what can be given.
    """
    if isinstance(setting, str) and setting in SERVICES:
        return SERVICES[setting]
    if not isinstance(setting, Mapping):
        names = ", ".join(map(repr, SERVICES))
        raise ValueError(  # noqa: TRY004 - one error for whatever is wrong with the setting
            f"takes one of {names}, or a dictionary with the service's own tags, not {setting!r}"
        )
    known = [field.name for field in fields(EmailService)]
    texts = {"unsubscribe": "", "web_version": "", **setting}
    openings = texts.pop("openings", ())
    writes_headers = texts.pop("writes_headers", False)
    if set(texts) != {"unsubscribe", "web_version"} or not all(isinstance(text, str) for text in texts.values()):
        raise ValueError(f"takes a dictionary with {', '.join(known)}, not {dict(setting)!r}")
    if not isinstance(openings, list | tuple) or not all(isinstance(text, str) and text for text in openings):
        raise ValueError(f"openings: takes a list of texts such as '{{{{', not {openings!r}")
    return EmailService(
        unsubscribe=texts["unsubscribe"],
        web_version=texts["web_version"],
        openings=tuple(openings),
        writes_headers=bool(writes_headers),
    )
