# SPDX-License-Identifier: EUPL-1.2
"""``make locale``: brings the Italian catalogue up to the words that the code and the templates have."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

_PACKAGE = Path(__file__).resolve().parents[1]
CATALOGUE = _PACKAGE / "locale" / "it" / "LC_MESSAGES" / "newsletter.po"
_METHODS = [("**.py", "python"), ("theme/**.html", "jinja2")]
_KEYWORDS = {"_": None, "translate": None, "say": None, "refuse": None}
_HEADER = """\
# SPDX-License-Identifier: EUPL-1.2
# The Italian words of the interface. The keys come from the code: make locale."""


def messages() -> Iterator[str]:
    """Yield the English words of the extension and of its theme."""
    for _file, _line, message, _comments, _context in extract_from_dir(_PACKAGE, _METHODS, keywords=_KEYWORDS):
        if isinstance(message, str) and message:
            yield message


def missing() -> list[str]:
    """Return the words that have no Italian yet."""
    known = _translations()
    return sorted({message for message in messages() if not known.get(message)})


def update() -> None:
    """Write the catalogue anew: what the code no longer says is gone, what it says newly waits for its Italian."""
    known = _translations()
    catalogue = Catalog(locale="it", project="Work in Progress", version="0.1.0", fuzzy=False, header_comment=_HEADER)
    for message in sorted(set(messages())):
        catalogue.add(message, known.get(message, ""))
    written = BytesIO()
    write_po(written, catalogue, width=110, no_location=True, sort_output=True)
    # Dates of its making would change the file at every run.
    dated = ('"POT-Creation-Date', '"PO-Revision-Date')
    lines = [line for line in written.getvalue().decode().split("\n") if not line.startswith(dated)]
    CATALOGUE.write_text("\n".join(lines), encoding="utf-8")


def _translations() -> dict[str, str]:
    with CATALOGUE.open("rb") as source:
        return {str(message.id): str(message.string) for message in read_po(source, locale="it") if message.id}


def main() -> int:
    """Bring the catalogue up to date and name what has no Italian yet; fail where there is any."""
    update()
    waiting = missing()
    for message in waiting:
        print(message)
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
