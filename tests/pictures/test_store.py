# SPDX-License-Identifier: EUPL-1.2
"""What was made of a picture is kept from build to build, and made anew when the picture changes."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest

from newsletter.pictures import store as module
from newsletter.pictures.decode import PictureError
from newsletter.pictures.derivatives import mail_derivative, page_derivatives
from newsletter.pictures.store import PictureStore
from tests.pictures.samples import photograph, written


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "foto.png"
    path.write_bytes(written(photograph((700, 350)), "PNG"))
    return path


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_picture_that_has_not_changed_is_not_decoded_again(tmp_path: Path, source: Path) -> None:
    store = PictureStore(tmp_path / "kept")
    facts = store.facts(source)
    store.make(source, facts, page_derivatives(facts))
    with mock.patch.object(module, "decode") as decode, mock.patch.object(module, "judge") as judge:
        store.make(source, store.facts(source), page_derivatives(facts))
    assert (decode.called, judge.called) == (False, False)


def test_a_picture_that_has_changed_is_made_anew(tmp_path: Path, source: Path) -> None:
    store = PictureStore(tmp_path / "kept")
    before = store.facts(source)
    source.write_bytes(written(photograph((500, 350)), "PNG"))
    after = store.facts(source)
    assert (before.width, after.width) == (700, 500)
    assert store.file(before, mail_derivative(before)) != store.file(after, mail_derivative(after))


def test_what_is_made_does_not_depend_on_what_was_made_before(tmp_path: Path, source: Path) -> None:
    at_once, in_turn = PictureStore(tmp_path / "a"), PictureStore(tmp_path / "b")
    facts = at_once.facts(source)
    wanted = [*page_derivatives(facts), mail_derivative(facts)]
    at_once.make(source, facts, wanted)
    for each in reversed(wanted):
        in_turn.make(source, in_turn.facts(source), [each])
    assert _contents(tmp_path / "a") == _contents(tmp_path / "b")


def test_notes_that_a_killed_build_has_left_half_written_are_no_hindrance(tmp_path: Path, source: Path) -> None:
    store = PictureStore(tmp_path / "kept")
    facts = store.facts(source)
    for note in (tmp_path / "kept").glob("*.json"):
        note.write_bytes(note.read_bytes()[:10])
    assert store.facts(source) == facts


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="cannot be read"):
        PictureStore(tmp_path).facts(tmp_path / "nessuna.jpg")
