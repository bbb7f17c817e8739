# SPDX-License-Identifier: EUPL-1.2
"""Name the kinds and states of records."""

from __future__ import annotations

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.kinds import TRAITS, Kind
from newsletter.model.values import Status

_STATUSES = {
    Status.CONFIRMED: _("Confirmed"),
    Status.TENTATIVE: _("To be confirmed"),
    Status.POSTPONED: _("Postponed"),
    Status.CANCELLED: _("Cancelled"),
}


def kind_name(kind: Kind, *, plural: bool = False) -> str:
    """Return what *kind* is called, one or many."""
    return translate(TRAITS[kind].many if plural else TRAITS[kind].one)


def short_kind_name(kind: Kind) -> str:
    """Return what many of *kind* are called in as few letters as a column has room for."""
    return translate(TRAITS[kind].short or TRAITS[kind].many)


def status_name(status: Status) -> str:
    """Return what *status* is called."""
    return translate(_STATUSES[status])
