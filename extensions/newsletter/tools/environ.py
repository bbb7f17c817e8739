# SPDX-License-Identifier: EUPL-1.2
"""Environment variables that no program could go on with: put right with a sentence, or refused."""

from __future__ import annotations

import locale
import os
import re
import sys

from newsletter.environment.i18n import translate

_EPOCH = "SOURCE_DATE_EPOCH"
_YEAR_9999 = 253_370_764_800


def settle_variables() -> None:
    """Make the locale and ``SOURCE_DATE_EPOCH`` usable, telling of what was not.

    :raises ValueError: with a sentence, where ``SOURCE_DATE_EPOCH`` names a moment that cannot be guessed.
    """
    _settle_locale()
    _settle_epoch()


def _settle_locale() -> None:
    """Go on in the locale C where the variables name one that is not installed: Sphinx would end with a traceback."""
    former = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        _tell(translate("The locale that LC_ALL or LANG names is not installed on this machine: going on without it."))
        os.environ["LC_ALL"] = "C"
    else:
        locale.setlocale(locale.LC_ALL, former)


def _settle_epoch() -> None:
    """Take an empty ``SOURCE_DATE_EPOCH`` for none; refuse what its specification (1.1) does not allow."""
    value = os.environ.get(_EPOCH)
    if value is None:
        return
    if not value.strip():
        _tell(translate("SOURCE_DATE_EPOCH is empty: today's date counts."))
        del os.environ[_EPOCH]
    elif not re.fullmatch("[0-9]{1,12}", value) or int(value) >= _YEAR_9999:
        message = translate(
            "SOURCE_DATE_EPOCH is “%(value)s”: write the seconds since 1970, such as 1767225600 for 1 January 2026, "
            "or leave it out, and today's date counts."
        )
        raise ValueError(message % {"value": value})


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
