# SPDX-License-Identifier: EUPL-1.2
"""Quotes of YAML around a value of a front matter, for messages that propose them."""

from __future__ import annotations


def quoted(value: str) -> str:
    """Return *value* in quotes of YAML 1.2 (7.3), without those that are not closed."""
    value = value.strip()
    if value[:1] in {'"', "'"} and (value.count(value[0]) == 1 or value[1:].find(value[0]) == len(value) - 2):
        value = value.strip(value[0])
    if '"' in value and "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
