# SPDX-License-Identifier: EUPL-1.2
"""A real list server takes the mail and passes it on to its subscribers, whole."""

from __future__ import annotations

import os
import sys
import time
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from newsletter.model.email_service import SERVICES
from tests.email.letters import mail
from tests.email.mailman import running_mailman
from tests.email.servers import Letterbox, plain_server
from tests.export.export_factory import record
from tests.project import ROOT

LIST, SENDER = "iscritti@lists.borgoluce.example", "estero@borgoluce.example"
SUBSCRIBERS = ("ada@borgoluce.example", "ugo@borgoluce.example")
PROGRAMS = ROOT / ".venv-mail/bin"


@pytest.mark.slow
def test_mailman_delivers_both_parts_to_each_subscriber_and_says_how_to_leave(tmp_path: Path) -> None:
    if not (PROGRAMS / "mailman").exists():
        assert "CI" not in os.environ or sys.version_info >= (3, 13), "make test-all sets it up"
        pytest.skip("there is no Mailman in .venv-mail: make test-all sets it up, on Python 3.11 and 3.12")
    sent = mail([record(title="Caffè {{ e }} *|parole|*", lang="en")], email_service=SERVICES["mailman"])
    box = Letterbox()
    with (
        plain_server(box) as server,
        running_mailman(PROGRAMS, tmp_path / "mailman", int(server.rpartition(":")[2])) as mailman,
    ):
        mailman.start_list(LIST, SUBSCRIBERS, SENDER)
        mailman.hand_over(
            b"To: " + LIST.encode() + b"\r\nMessage-ID: <1@borgoluce.example>\r\n" + sent.raw, SENDER, LIST
        )
        until = time.monotonic() + 120
        while not set(SUBSCRIBERS) <= set(_delivered(box)) and time.monotonic() < until:
            time.sleep(0.2)
        delivered = _delivered(box)

    assert set(SUBSCRIBERS) <= set(delivered)
    for subscriber in SUBSCRIBERS:
        message = delivered[subscriber]
        text, page = (message.get_body((kind,)) for kind in ("plain", "html"))
        assert text is not None
        assert page is not None
        assert text.get_content().replace("\r\n", "\n").startswith(sent.text.rstrip("\n"))
        assert page.get_content().replace("\r\n", "\n").rstrip("\n") == sent.html.rstrip("\n")
        assert "iscritti-leave@lists.borgoluce.example" in message["List-Unsubscribe"]
        assert message["Subject"].endswith(sent.facts["subject"])
        assert len(message.as_bytes()) < 102_000


def _delivered(box: Letterbox) -> dict[str, EmailMessage]:
    """Return the issue as each subscriber has it; Mailman has its own letters, too, which are no multipart."""
    found: dict[str, EmailMessage] = {}
    for envelope in box.received:
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        if message.get_body(("html",)) is not None:
            found |= dict.fromkeys(envelope.rcpt_tos, message)
    return found
