# SPDX-License-Identifier: EUPL-1.2
"""Sets one sheet by Typst: a job of :mod:`newsletter.pdf.compiler` on standard input, the PDF on standard output.

A process of its own gives back the memory that Typst keeps; on an archive of 120 issues that is half of the largest. It
imports nothing else of ours, so that it starts in the time of Python and Typst.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

import typst


def main() -> None:
    """Write the PDF.

    :raises SystemExit: with the reason, where there is none.
    """
    job = json.load(sys.stdin)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=job["fonts"])
    compiler = typst.Compiler(root=job["root"], font_paths=fonts, sys_inputs=job["inputs"])
    try:
        content = compiler.compile(
            input=job["source"].encode(),
            format="pdf",
            pdf_standards=job["standards"],
            pdf_tags=job["tags"],
            timestamp=datetime.fromtimestamp(job["timestamp"], UTC),
        )
    except typst.TypstError as error:
        hints = getattr(error, "hints", None) or ()
        raise SystemExit(" ".join(map(str, (error, *hints)))) from error
    if not isinstance(content, bytes):
        raise SystemExit("no PDF came out")
    sys.stdout.buffer.write(content)


if __name__ == "__main__":
    main()
