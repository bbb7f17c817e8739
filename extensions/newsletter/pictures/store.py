# SPDX-License-Identifier: EUPL-1.2
"""The cache of pictures: what each file contains, and what was made of it, in a plain folder beside the doctrees."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from threading import get_ident

from newsletter.model.diagnostics import _
from newsletter.pictures.decode import PictureError, PictureFacts, decode, judge
from newsletter.pictures.derivatives import RECIPE, Derivative, encode, width_to_decode


@dataclass(frozen=True, slots=True)
class PictureStore:
    """Keeps facts and derivatives of pictures in *folder*: builds that share it may run side by side."""

    folder: Path

    def facts(self, source: Path) -> PictureFacts:
        """Return what the picture file *source* contains: it is decoded again only when it has changed.

        :raises PictureError: it cannot be decoded.
        """
        try:
            state = source.stat()
            told = f"{RECIPE} {state.st_size} {state.st_mtime_ns} {source}"
            kept = self.folder / f"{sha256(told.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.json"
            facts = _read_facts(kept)
            if facts is None:
                facts = judge(source.read_bytes())
                self.keep(kept.name, json.dumps(asdict(facts)).encode())
        except OSError as error:
            message = _("the file cannot be read")
            raise PictureError(message) from error
        return facts

    def make(self, source: Path, facts: PictureFacts, wanted: Iterable[Derivative]) -> None:
        """Make those derivatives *wanted* of the picture *source* that are not there.

        :raises PictureError: it cannot be decoded, as since it was read.
        """
        missing = [each for each in wanted if not self.file(facts, each).is_file()]
        for use, derivatives in groupby(sorted(missing, key=lambda each: each.use), key=lambda each: each.use):
            image = decode(source.read_bytes(), width_to_decode(facts, use))
            for each in derivatives:
                self.keep(self.file(facts, each).name, encode(image, each))

    def file(self, facts: PictureFacts, derivative: Derivative) -> Path:
        """Return where a derivative is kept."""
        name = f"{facts.digest[:32]}-{RECIPE}-{derivative.use}-{derivative.width}.{derivative.suffix}"
        return self.folder / name

    def keep(self, name: str, content: bytes) -> Path:
        """Put *content* into the file *name*, whole or not at all, and return where it is."""
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / name
        unfinished = target.with_name(f"{target.name}.{os.getpid()}-{get_ident()}.part")
        unfinished.write_bytes(content)
        unfinished.replace(target)
        return target


def _read_facts(kept: Path) -> PictureFacts | None:
    try:
        return PictureFacts(**json.loads(kept.read_text("utf-8")))
    except (OSError, TypeError, ValueError):
        return None
