# SPDX-License-Identifier: EUPL-1.2
"""Send the mail of an issue: to a few people who look at it, or once to a list."""

from __future__ import annotations

import re
from datetime import date, datetime
from email import message_from_bytes
from email.generator import BytesGenerator
from email.message import Message
from email.utils import format_datetime, make_msgid, parseaddr
from io import BytesIO
from pathlib import Path

from newsletter.environment.i18n import translate
from newsletter.export.email.message import POLICY
from newsletter.model.diagnostics import _
from newsletter.publish.mailings import Sending, list_digest, note_sending, sendings
from newsletter.tools.console import refuse, say
from newsletter.tools.email.making import Mail
from newsletter.tools.email.smtp import Server, deliver

MOST_TESTERS = 5
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


def read_addresses(written: str, most: int) -> tuple[str, ...]:
    """Return the addresses in *written*, separated by commas, semicolons or spaces.

    :raises CommandError: where there is none, there are more than *most*, or one is no address.
    """
    addresses = tuple(dict.fromkeys(re.split(r"[,;\s]+", written.strip()))) if written.strip() else ()
    wrong = [address for address in addresses if not _ADDRESS.fullmatch(address)]
    if wrong:
        raise refuse("“%(address)s” is no e-mail address.", address=wrong[0])
    if not addresses:
        raise refuse("To whom? Write an address, such as me@example.org.")
    if len(addresses) > most:
        raise refuse("At most %(most)d addresses; a list of subscribers is no business of this command.", most=most)
    return addresses


def send_test(server: Server, mail: Mail, recipients: tuple[str, ...]) -> None:
    """Send *mail* to each of *recipients* by *server*, and say what that answered."""
    for recipient in recipients:
        message, sender = _addressed(mail, recipient)
        answer = deliver(server, message, sender, recipient)
        say("%(address)s: the server answered %(answer)s", address=recipient, answer=answer)


def send_to_list(server: Server, project: Path, mail: Mail, address: str, *, again: bool) -> None:
    """Send *mail* once to the list at *address* by *server*, after asking; remember it without the address.

    :raises CommandError: where it was sent before and not *again* asked for, or the answer is not the word.
    """
    before = [sending.day for sending in sendings(project, mail.issue) if sending.list_digest == list_digest(address)]
    if before and not again:
        raise refuse(
            "%(issue)s was sent to this list on %(day)s. To send it once more: AGAIN=1.",
            issue=mail.issue,
            day=before[-1].isoformat(),
        )
    _ask(mail, address)
    message, sender = _addressed(mail, address)
    answer = deliver(server, message, sender, address)
    say("%(address)s: the server answered %(answer)s", address=address, answer=answer)
    noted = note_sending(project, mail.issue, Sending(_today(), list_digest(address)))
    say("Noted in %(path)s, which belongs into the repository: commit it.", path=noted.relative_to(project))


def _ask(mail: Mail, address: str) -> None:
    word = translate(_("SEND"))
    say("Subject: %(subject)s", subject=mail.subject)
    say("HTML as sent: %(size)d bytes; form %(form)s.", size=mail.size, form=mail.form_name)
    say("List: %(address)s", address=address)
    say("To send it, write %(word)s and press Enter:", word=word)
    try:
        answer = input()
    except EOFError:
        answer = ""
    if answer.strip().upper() != word:
        raise refuse("Not sent.")


def _addressed(mail: Mail, recipient: str) -> tuple[bytes, str]:
    """Return the message for *recipient*, no draft any more, and the address of its sender."""
    message: Message = message_from_bytes(mail.file("eml").read_bytes(), policy=POLICY)
    sender = parseaddr(str(message["From"]))[1]
    del message["X-Unsent"]
    message["To"] = recipient
    message["Date"] = format_datetime(datetime.now().astimezone())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    written = BytesIO()
    BytesGenerator(written, mangle_from_=False, policy=POLICY).flatten(message)
    return written.getvalue(), sender


def _today() -> date:
    return datetime.now().astimezone().date()
