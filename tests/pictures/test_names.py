# SPDX-License-Identifier: EUPL-1.2
"""A picture is found under the name of its file, on every web server, and no other takes its place."""

from __future__ import annotations

from newsletter.pictures.decode import judge
from newsletter.pictures.names import Published, unique_stems
from tests.pictures.samples import photograph, written


def test_a_picture_is_named_after_its_file() -> None:
    picture = Published("piazza", judge(written(photograph((1000, 500)), "PNG")))
    assert [picture.name(each) for each in picture.derivatives] == [
        *("piazza-480.webp", "piazza-960.webp", "piazza-1000.webp"),
        *("piazza-480.jpg", "piazza-960.jpg", "piazza-1000.jpg", "piazza-600.jpg"),
    ]
    assert (picture.largest, picture.middle, picture.for_mail) == (
        "piazza-1000.jpg", "piazza-960.jpg", "piazza-600.jpg",
    )  # fmt: skip


def test_names_that_differ_by_folder_capitals_accents_or_end_alone_do_not_clash() -> None:
    paths = ["issues/a/foto.jpg", "issues/foto.jpg", "issues/foto.png", "issues/FOTO.jpg", "_static/Foto.webp"]
    paths += ["issues/perch\u00e9.jpg", "issues/perche\u0301.jpg"]
    stems = unique_stems(paths)
    assert len({stem.casefold() for stem in stems.values()}) == len(paths)
    assert stems["_static/Foto.webp"] == "Foto"
    assert stems["issues/perch\u00e9.jpg"].startswith("perch\u00e9")


def test_an_issue_that_is_added_renames_no_picture() -> None:
    before = ["issues/2026-05/foto.jpg", "issues/2026-06/foto.jpg"]
    after = unique_stems([*before, "issues/2026-07/foto.jpg", "issues/2026-07/altra.jpg"])
    assert unique_stems(before).items() <= after.items()


def test_a_name_is_never_too_long_for_a_file() -> None:
    [stem] = unique_stems([f"issues/{'東' * 83}.jpg"]).values()
    assert len(f"{stem}-1600.webp".encode()) < 255


def test_nobody_takes_the_name_of_another_picture_by_guessing_it() -> None:
    wanted = unique_stems(["issues/b/notte.jpg", "issues/notte.jpg"])["issues/b/notte.jpg"]
    stems = unique_stems(["issues/b/notte.jpg", "issues/notte.jpg", f"issues/{wanted}.jpg"])
    assert len(set(stems.values())) == 3
