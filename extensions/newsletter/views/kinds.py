# SPDX-License-Identifier: EUPL-1.2
"""How kinds and states of records are called."""

from __future__ import annotations

from newsletter.core.problem import _
from newsletter.core.record import Kind, Status
from newsletter.locale import translate

_KINDS = {
    Kind.EVENT: (_("Event"), _("Events")),
    Kind.DELEGATION: (_("Delegation received"), _("Delegations received")),
    Kind.MISSION: (_("Mission abroad"), _("Missions abroad")),
    Kind.NEWS: (_("News"), _("In the foreground")),
}
_SHORT = {
    Kind.EVENT: _("Events"),
    Kind.DELEGATION: _("Delegations"),
    Kind.MISSION: _("Missions"),
    Kind.NEWS: _("News"),
}
_STATUSES = {
    Status.CONFIRMED: _("Confirmed"),
    Status.TENTATIVE: _("To be confirmed"),
    Status.POSTPONED: _("Postponed"),
    Status.CANCELLED: _("Cancelled"),
}


def kind_name(kind: Kind, *, plural: bool = False) -> str:
    """Return what *kind* is called, one or many."""
    return translate(_KINDS[kind][plural])


def short_kind_name(kind: Kind) -> str:
    """Return what many of *kind* are called in as few letters as a column has room for."""
    return translate(_SHORT[kind])


def status_name(status: Status) -> str:
    """Return what *status* is called."""
    return translate(_STATUSES[status])
