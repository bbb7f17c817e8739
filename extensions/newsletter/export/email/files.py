# SPDX-License-Identifier: EUPL-1.2
"""The files of a mail: HTML, text, message, facts, and a page to look at it on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsletter.export.email.html import html_part
from newsletter.export.email.letter import Form, Letter, Mailing, compose
from newsletter.export.email.mail_entry import Picture
from newsletter.export.email.mail_preview import preview_page
from newsletter.export.email.message import message, sent_size
from newsletter.export.email.text_part import text_part
from newsletter.export.site import File, Site
from newsletter.model.diagnostics import _

LIMIT = 100_000
"""Bytes of the HTML part as sent: Gmail shows no more than 102 KB of a mail."""


def email_files(mailing: Mailing, logo: Picture | None = None, *, limit: int = LIMIT) -> Iterator[File]:
    """Yield the files of *mailing*, all under the name of its issue."""
    site, stem = mailing.site, mailing.stem
    form, letter, html = _fitting(site, compose(mailing), logo, limit)
    text = text_part(site, letter)
    facts = {
        "issue": str(mailing.issue.name),
        "subject": letter.subject,
        "preheader": letter.preheader,
        "bytes": sent_size(html),
        "form": form.value,
    }
    yield File(f"{stem}.html", html.encode())
    yield File(f"{stem}.txt", text.encode())
    yield File(f"{stem}.eml", message(site, letter, text, html))
    yield File(f"{stem}.json", (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode())
    yield File(f"preview-{stem}.html", preview_page(site, letter, text, html).encode())


def _fitting(site: Site, letter: Letter, logo: Picture | None, limit: int) -> tuple[Form, Letter, str]:
    """Return the first form whose HTML is small enough; where not even titles are, as many of them as fit."""
    for form in Form:
        told = letter.told(form)
        html = html_part(site, told, logo)
        if sent_size(html) <= limit:
            return form, told, html
    rest = site.translate(_("There is more than a mail can hold: read the rest on the site"))
    fits, too_many = 0, len(told.parts)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if sent_size(html_part(site, told.cut(middle, rest), logo)) <= limit:
            fits = middle
        else:
            too_many = middle
    told = told.cut(fits, rest)
    return Form.TITLES, told, html_part(site, told, logo)
