# SPDX-License-Identifier: EUPL-1.2
"""``make locale``: brings the catalogues up to the words that the code and the theme have; with a code, starts one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

_PACKAGE = Path(__file__).resolve().parents[1]
_METHODS = [("**.py", "python"), ("theme/**.html", "jinja2")]
_KEYWORDS = {"_": None, "translate": None, "say": None, "refuse": None}
_HEADER = """\
# SPDX-License-Identifier: EUPL-1.2
# The words of the interface. The keys come from the code: make locale."""


def catalogue_of(language: str) -> Path:
    """Return where the catalogue of *language* stands."""
    return _PACKAGE / "locale" / language / "LC_MESSAGES" / "newsletter.po"


def translated() -> list[str]:
    """Return the codes of the languages that have a catalogue."""
    return sorted(path.parents[1].name for path in _PACKAGE.glob("locale/*/LC_MESSAGES/newsletter.po"))


def messages() -> Iterator[str]:
    """Yield the English words of the extension and of its theme."""
    for _file, _line, message, _comments, _context in extract_from_dir(_PACKAGE, _METHODS, keywords=_KEYWORDS):
        if isinstance(message, str) and message:
            yield message


def missing(language: str) -> list[str]:
    """Return the words that have no translation into *language* yet."""
    known = _translations(language)
    return sorted({message for message in messages() if not known.get(message)})


def update(language: str) -> None:
    """Write a catalogue anew: what the code no longer says is gone, what it says newly waits for its translation."""
    known = _translations(language)
    catalogue = Catalog(language, project="Work in Progress", version="0.1.0", fuzzy=False, header_comment=_HEADER)
    for message in sorted(set(messages())):
        catalogue.add(message, known.get(message, ""))
    written = BytesIO()
    write_po(written, catalogue, width=110, no_location=True, sort_output=True)
    # Dates of its making would change the file at every run.
    dated = ('"POT-Creation-Date', '"PO-Revision-Date')
    lines = [line for line in written.getvalue().decode().split("\n") if not line.startswith(dated)]
    path = catalogue_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


def _translations(language: str) -> dict[str, str]:
    path = catalogue_of(language)
    if not path.is_file():
        return {}
    with path.open("rb") as source:
        return {str(message.id): str(message.string) for message in read_po(source, locale=language) if message.id}


def main(codes: list[str]) -> int:
    """Bring the catalogues of *codes* up to date, or all that there are; name what is not translated, and fail then."""
    waiting = []
    for language in codes or translated():
        update(language)
        waiting += missing(language)
    for message in waiting:
        print(message)
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
