# SPDX-License-Identifier: EUPL-1.2
"""The sender tries the mail out, then sends it once to the list; the server is one on this machine."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from unittest import mock

import pytest

from newsletter.tools import console
from newsletter.tools.email.__main__ import main
from tests.email.servers import PASSWORD, USER, Letterbox, plain_server, starttls_server
from tests.project import Project, write_project

LIST = "iscritti@lists.borgoluce.example"
ISSUE = """
    ---
    published: 2026-05-04
    ---
    # Maggio 2026

    ## Appuntamenti

    :::{event} Notte delle lanterne
    :date: 16 maggio
    :place: Lungofiume

    Dal tramonto in poi.
    :::
    """
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a newsletter that is read once."""
    return write_project(tmp_path_factory.mktemp("sending") / "borgoluce", {"issues/2026-05.md": ISSUE})


@pytest.fixture
def project(written: Project) -> Iterator[Project]:
    """Give the newsletter before anything was sent or made of it."""
    yield written
    shutil.rmtree(written.folder / "sent", ignore_errors=True)
    shutil.rmtree(written.folder / "_build/email", ignore_errors=True)


@pytest.fixture
def command(project: Project, capfd: pytest.CaptureFixture[str]) -> Command:
    """Return what runs a command on the newsletter, with a server in the environment, and types an answer."""

    def run(*words: str, server: str = "", answer: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        surroundings = {"NEWSLETTER_SMTP_URL": server, "SOURCE_DATE_EPOCH": "1779098400", **more}
        typed = ["newsletter.tools.email", *words, f"--source={project.folder}"]
        with (
            mock.patch.dict(os.environ, surroundings),
            mock.patch("sys.argv", typed),
            mock.patch("sys.stdin", io.StringIO(answer)),
        ):
            code = console.run(main)
        return subprocess.CompletedProcess(typed, code, *capfd.readouterr())

    return run


def test_make_says_what_the_mail_is_like_and_where_to_look_at_it(command: Command, project: Project) -> None:
    done = command("make")
    folder = project.folder / "_build/email"

    assert done.returncode == 0, done.stderr
    assert "Oggetto: Borgoluce nel mondo – Maggio 2026" in done.stdout
    assert "forma intera" in done.stdout
    assert (folder / "preview-2026-05.html").as_uri() in done.stdout
    assert {path.name for path in folder.iterdir()} == {
        *(f"2026-05.{suffix}" for suffix in ("html", "txt", "eml", "json")), "preview-2026-05.html",
    }  # fmt: skip


def test_an_issue_that_is_not_there_is_answered_with_those_that_are(command: Command) -> None:
    done = command("make", "--issue=2026-06")

    assert done.returncode == 2
    assert "«2026-06» non è un numero pubblicato. Quelli pubblicati sono: 2026-05." in done.stderr
    assert "Traceback" not in done.stderr


def test_testers_get_the_mail_each_for_themselves_and_the_answer_is_told(command: Command, project: Project) -> None:
    box = Letterbox()
    with plain_server(box) as server:
        done = command("test", "--to=ada@borgoluce.example, ugo@borgoluce.example", server=server)

    assert done.returncode == 0, done.stderr
    assert "ada@borgoluce.example: il server ha risposto 250 2.0.0 queued as 1" in done.stdout
    assert [envelope.rcpt_tos for envelope in box.received] == [["ada@borgoluce.example"], ["ugo@borgoluce.example"]]
    message = _message(box)
    assert message["To"] == "ada@borgoluce.example"
    assert message["Date"]
    assert message["Message-ID"].endswith("@borgoluce.example>")
    assert message["X-Unsent"] is None
    draft = message_from_bytes((project.folder / "_build/email/2026-05.eml").read_bytes(), policy=default)
    assert message["Subject"] == draft["Subject"] == "Borgoluce nel mondo – Maggio 2026"
    for sent, drafted in zip(message.iter_parts(), draft.iter_parts(), strict=True):
        assert sent.get_content() == drafted.get_content()


@pytest.mark.slow
def test_a_password_travels_encrypted_and_is_never_shown(command: Command, tmp_path: Path) -> None:
    box, certificates = Letterbox(), tmp_path / "authority.pem"
    with starttls_server(box, certificates) as address:
        right = f"smtp://{USER}:se%3Agre%40ta%2F100%25@{address}"
        done = command("test", "--to=ada@borgoluce.example", server=right, SSL_CERT_FILE=str(certificates))
        unknown = command("test", "--to=ada@borgoluce.example", server=right)
        wrong = command(
            "test",
            "--to=ada@borgoluce.example",
            server=f"smtp://{USER}:sbagliata@{address}",
            SSL_CERT_FILE=str(certificates),
        )

    assert done.returncode == 0, done.stderr
    assert box.encrypted == [True]
    assert unknown.returncode == wrong.returncode == 2
    assert "certificate verify failed" in unknown.stderr
    assert "Il server rifiuta: 535" in wrong.stderr
    told = "".join(each.stdout + each.stderr for each in (done, unknown, wrong))
    assert [secret for secret in (PASSWORD, "se%3Agre", "sbagliata") if secret in told] == []


@pytest.mark.slow
def test_a_server_elsewhere_that_cannot_encrypt_is_not_used(command: Command) -> None:
    """With a name and a password, this machine's own server is one like those elsewhere."""
    box = Letterbox()
    with plain_server(box) as server:
        done = command("test", "--to=ada@borgoluce.example", server=server.replace("//", "//ufficio:segreta@"))

    assert done.returncode == 2
    assert "STARTTLS" in done.stderr
    assert box.received == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["test"], "A chi?"),
        (["test", "--to=nessuno"], "«nessuno» non è un indirizzo di posta."),
        (["test", "--to=a@b.example\nBcc: c@d.example"], "«Bcc:» non è un indirizzo"),
        (["test", "--to=" + ",".join(f"n{number}@b.example" for number in range(6))], "Al massimo 5"),
        (["send", "--list=a@b.example,c@d.example"], "Al massimo 1"),
        (["send"], "A chi?"),
    ],
)
def test_what_cannot_be_sent_is_refused_before_anything_is_made(
    command: Command, project: Project, words: list[str], said: str
) -> None:
    done = command(*words, server="smtp://127.0.0.1:9")

    assert done.returncode == 2
    assert said in done.stderr
    assert not (project.folder / "_build/email").exists()


_NO_SERVERS = ("mail.borgoluce.example", "http://u:segreta@x", "smtp://u:segreta@x:porta", "smtp://u:se/greta@x")


@pytest.mark.parametrize("url", ["", *(pytest.param(url, marks=pytest.mark.slow) for url in _NO_SERVERS)])
def test_a_server_must_be_named_in_the_environment(command: Command, url: str) -> None:
    done = command("test", "--to=ada@borgoluce.example", server=url)

    assert done.returncode == 2
    assert "NEWSLETTER_SMTP_URL" in done.stderr
    assert "greta" not in done.stderr


@pytest.mark.slow
def test_the_list_gets_the_mail_once_after_the_sender_has_said_so(command: Command, project: Project) -> None:
    box = Letterbox()
    with plain_server(box) as server:
        hesitant = command("send", f"--list={LIST}", server=server, answer="no\n")
        nobody = command("send", f"--list={LIST}", server=server)
        assert box.received == []
        assert not (project.folder / "sent").exists()

        done = command("send", f"--list={LIST}", server=server, answer="SPEDISCI\n")
        twice = command("send", f"--list={LIST.upper()}", server=server, answer="SPEDISCI\n")
        elsewhere = command("send", "--list=altri@lists.borgoluce.example", server=server, answer="spedisci\n")
        again = command("send", f"--list={LIST}", "--again=1", server=server, answer="SPEDISCI\n")

    assert [each.returncode for each in (hesitant, nobody, done, twice, elsewhere, again)] == [2, 2, 0, 2, 0, 0]
    for shown in ("Oggetto: Borgoluce nel mondo – Maggio 2026", "HTML come parte:", f"Lista: {LIST}", "SPEDISCI"):
        assert shown in done.stdout
    assert "AGAIN=1" in twice.stderr
    assert [envelope.rcpt_tos for envelope in box.received] == [[LIST], ["altri@lists.borgoluce.example"], [LIST]]
    assert _message(box)["To"] == LIST


@pytest.mark.slow
def test_what_is_remembered_names_nobody_and_is_not_published(command: Command, project: Project) -> None:
    box = Letterbox()
    with plain_server(box) as server:
        done = command("send", f"--list={LIST}", server=server, answer="SPEDISCI\n")

    noted = (project.folder / "sent/2026-05.json").read_text("utf-8")
    assert "sent/2026-05.json" in done.stdout
    assert "@" not in noted
    assert "iscritti" not in noted
    site = project.build("html")
    assert not site.has("sent")
    assert site.naming(LIST) == set()
    assert [path for path in (project.folder / "_build/email").iterdir() if LIST in path.read_text("utf-8")] == []


@pytest.mark.slow
def test_a_mail_that_the_server_refuses_counts_as_not_sent(command: Command, project: Project) -> None:
    with plain_server(Letterbox(refuses=LIST)) as server:
        done = command("send", f"--list={LIST}", server=server, answer="SPEDISCI\n")

    assert done.returncode == 2
    assert "Il server rifiuta: 550 5.1.1 No such mailbox here" in done.stderr
    assert not (project.folder / "sent").exists()


@pytest.mark.slow
def test_a_note_that_cannot_be_read_keeps_the_mail_back(command: Command, project: Project) -> None:
    project.write("sent/2026-05.json", "[{]")
    done = command("send", f"--list={LIST}", server="smtp://127.0.0.1:9", answer="SPEDISCI\n")

    assert done.returncode == 2
    assert "sent/2026-05.json" in done.stderr
    assert "Traceback" not in done.stderr


def _message(box: Letterbox) -> EmailMessage:
    content = box.received[0].content
    assert isinstance(content, bytes)
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message
