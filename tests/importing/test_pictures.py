# SPDX-License-Identifier: EUPL-1.2
"""Pictures of an old newsletter come out of its file, each to its own record, and nothing else is opened for them."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64encode
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image

from newsletter.model.issue import IssueName, Period
from newsletter.tools.importer.__main__ import main
from newsletter.tools.importer.html_reader import read_html
from newsletter.tools.importer.mail_reader import read_mail
from newsletter.tools.importer.make_draft import make_draft
from newsletter.tools.importer.original import Original

MAY = IssueName(Period(2026, 5))
DRAWING = """<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
<wp:docPr id="1" name="x" descr="Due barche"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>
<a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD = f"""<w:document {NAMESPACE}
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p><w:r><w:t>EVENTI</w:t></w:r></w:p>
<w:p><w:r><w:t>Festa delle barche - 9 maggio: si rema.</w:t></w:r></w:p><w:p>{DRAWING}</w:p></w:body></w:document>"""
RELATIONSHIPS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="media/1.png"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>"""


def picture(red: int = 90, side: int = 64) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side), (red, 90, 40)).save(out, "PNG")
    return out.getvalue()


def data(raw: bytes) -> str:
    return f"data:image/png;base64,{b64encode(raw).decode()}"


def owned(original: Original) -> dict[str, list[str]]:
    """Return the paths of the pictures of each record that has some."""
    items = make_draft(original, MAY, Path("/nowhere")).items
    return {item.title: [each.path for each in item.pictures] for item in items if item.pictures}


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "conf.py").write_text('language = "it"\n', encoding="utf-8")
    return tmp_path


def test_a_picture_below_a_title_is_its_records_and_waits_for_its_words() -> None:
    shown = f"<p><img src='{data(picture())}'></p>"
    page = f"<h2>Eventi</h2><h3>Festa</h3><p>9 maggio</p>{shown}<h3>Fiera</h3><p>10 maggio</p>"
    draft = make_draft(read_html(page), MAY, Path("/nowhere"))
    assert ":image: 2026-05/festa.png\n\n%? " in draft.text
    assert ":alt:" not in draft.text.split("%?")[0]  # “make check” asks for it
    assert draft.files == {"2026-05/festa.png": picture()}


def test_in_a_card_or_a_row_a_picture_stands_before_its_title() -> None:
    cards = "".join(
        f"<div><img src='{data(picture(red))}' alt='Veduta {red}'><h3>Festa {red}</h3><p>9 maggio</p></div>"
        for red in (10, 20)
    )
    row = f"<table><tr><td><img src='{data(picture(30))}'></td><td><h3>Fiera</h3><p>10 maggio</p></td></tr></table>"
    assert owned(read_html(f"<h2>Eventi</h2>{cards}{row}")) == {
        "Festa 10": ["2026-05/festa-10.png"],
        "Festa 20": ["2026-05/festa-20.png"],
        "Fiera": ["2026-05/fiera.png"],
    }


def test_where_the_first_of_a_section_stands_above_its_title_all_do() -> None:
    parts = "".join(f"<p><img src='{data(picture(red))}'></p><h3>Festa {red}</h3><p>9 maggio</p>" for red in (10, 20))
    assert {*owned(read_html(f"<h1>Notizie</h1><h2>Eventi</h2>{parts}"))} == {"Festa 10", "Festa 20"}


def test_a_second_picture_of_a_record_stands_in_its_text() -> None:
    shown = "".join(f"<p><img src='{data(picture(red))}' alt='Veduta {red}'></p>" for red in (10, 20))
    draft = make_draft(read_html(f"<h2>Eventi</h2><h3>Festa</h3><p>9 maggio</p>{shown}"), MAY, Path("/nowhere"))
    assert ":image: 2026-05/festa.png\n:alt: Veduta 10\n" in draft.text
    assert "\n![Veduta 20](2026-05/festa-2.png)\n:::" in draft.text


def test_icons_ornaments_and_what_is_no_picture_are_named_in_a_note_alone() -> None:
    icon, star = data(picture(1, 16)), data(picture(2))
    parts = "".join(f"<h3>Festa {n}</h3><p>9 maggio <img src='{star}' alt='Stella'></p>" for n in range(3))
    page = f"<h2>Eventi</h2>{parts}<p><img src='{icon}' alt='Busta'><img src='{data(b'GIF89a')}' alt='Rotta'></p>"
    draft = make_draft(read_html(page), MAY, Path("/nowhere"))
    assert ":image:" not in draft.text
    assert "% Busta (picture-" in draft.text
    assert "% Rotta (picture-" in draft.text
    assert draft.lost == 0


def test_pictures_of_a_mail_are_its_parts() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Maggio 2026"
    mail.set_content("Eventi")
    mail.add_alternative(
        "<h2>Eventi</h2><h3>Festa</h3><p>9 maggio</p><img src='cid:a@x'><h3>Fiera</h3><p>10 maggio</p>"
        "<img src='https://www.borgoluce.example/b.png'>",
        subtype="html",
    )
    html = mail.get_payload(1)
    assert isinstance(html, EmailMessage)
    html.add_related(picture(1), "image", "png", cid="<a@x>")
    html.add_related(picture(2), "image", "png", headers=["Content-Location: https://www.borgoluce.example/b.png"])
    assert owned(read_mail(mail.as_bytes())) == {"Festa": ["2026-05/festa.png"], "Fiera": ["2026-05/fiera.png"]}


def word_document(city: Path, **parts: str | bytes) -> Path:
    path = city / "maggio-2026.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", parts.get("document", WORD))
        archive.writestr("word/comments.xml", parts.get("comments", f"<w:comments {NAMESPACE}/>"))
        archive.writestr("word/_rels/document.xml.rels", RELATIONSHIPS)
        archive.writestr("word/media/1.png", picture())
    return path


def test_pictures_of_a_word_document_are_written_beside_the_issue(city: Path) -> None:
    pytest.importorskip("mammoth")
    path = word_document(city)
    assert main([str(path), "--source", str(city)]) == 0
    assert (city / "issues" / "2026-05" / "festa-delle-barche.png").read_bytes() == picture()
    draft = (city / "issues" / "2026-05.md").read_text("utf-8")
    assert ":image: 2026-05/festa-delle-barche.png\n:alt: Due barche\n" in draft


def test_what_was_deleted_or_commented_in_word_is_a_note_that_says_where(city: Path) -> None:
    pytest.importorskip("mammoth")
    changed = "<w:del><w:r><w:delText>Regata</w:delText></w:r></w:del>"
    comment = '<w:r><w:commentReference w:id="3"/></w:r>'
    document = WORD.replace("<w:p><w:r><w:t>Festa", f"<w:p>{changed}{comment}<w:r><w:t>Festa")
    words = "<w:p><w:r><w:t>Chiedere al porto</w:t></w:r></w:p>"
    comments = f'<w:comments {NAMESPACE}><w:comment w:id="3">{words}</w:comment></w:comments>'
    assert main([str(word_document(city, document=document, comments=comments)), "--source", str(city)]) == 0
    draft = (city / "issues" / "2026-05.md").read_text("utf-8")
    assert ":::{event} Festa delle barche\n" in draft
    for words in ("Regata", "Chiedere al porto"):
        assert re.search(f"(?m)^% .+Festa delle barche - 9 maggio: si rema.+: {words}$", draft)


def test_the_account_shows_pictures_where_they_stood(city: Path) -> None:
    main([str(page_with(city, "maggio_file/uno.png")), "--source", str(city)])
    account = (city / "_build" / "import" / "2026-05.html").read_text("utf-8")
    assert '<img src="../../issues/2026-05/festa.png"' in account


def page_with(city: Path, url: str) -> Path:
    folder = city / "archivio"
    (folder / "maggio_file").mkdir(parents=True)
    (folder / "maggio_file" / "uno.png").write_bytes(picture())
    (city / "segreto.png").write_bytes(picture(7))
    page = f"<title>maggio 2026</title><h2>Eventi</h2><h3>Festa</h3><p>9 maggio</p><img src='{url}'>"
    (folder / "maggio.html").write_text(page, encoding="utf-8")
    return folder


def test_pictures_beside_a_saved_page_come_along_and_are_no_documents_of_their_own(city: Path) -> None:
    assert main([str(page_with(city, "maggio_file/uno.png")), "--source", str(city)]) == 0
    assert (city / "issues" / "2026-05" / "festa.png").read_bytes() == picture()


def test_pictures_beside_a_page_in_a_zip_come_along(city: Path) -> None:
    folder = page_with(city, "maggio_file/uno.png")
    with zipfile.ZipFile(city / "archivio.zip", "w") as archive:
        for path in folder.rglob("*.*"):
            archive.write(path, f"vecchio/{path.relative_to(folder)}")
    assert main([str(city / "archivio.zip"), "--source", str(city)]) == 0
    assert (city / "issues" / "2026-05" / "festa.png").read_bytes() == picture()


@pytest.mark.parametrize("url", ["../segreto.png", "maggio_file/../../segreto.png", "{root}/segreto.png", "link.png"])
def test_a_page_shows_no_file_outside_its_folder(city: Path, url: str) -> None:
    folder = page_with(city, url.format(root=city))
    (folder / "link.png").symlink_to(city / "segreto.png")
    main([str(folder / "maggio.html"), "--source", str(city)])
    assert not (city / "issues" / "2026-05").exists()


def test_no_picture_that_is_there_is_overwritten(city: Path) -> None:
    there = city / "issues" / "2026-05" / "festa.png"
    there.parent.mkdir(parents=True)
    there.write_bytes(b"di qualcuno")
    main([str(page_with(city, "maggio_file/uno.png") / "maggio.html"), "--source", str(city)])
    assert there.read_bytes() == b"di qualcuno"
    assert (there.parent / "festa-2.png").read_bytes() == picture()
