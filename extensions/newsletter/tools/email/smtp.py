# SPDX-License-Identifier: EUPL-1.2
"""Hand a message to the mail server that ``NEWSLETTER_SMTP_URL`` names, never unencrypted but on this machine."""

from __future__ import annotations

import os
import smtplib
import ssl
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote, urlsplit

from newsletter.tools.console import CommandError, refuse

VARIABLE = "NEWSLETTER_SMTP_URL"
_PORTS = {"smtp": 587, "smtps": 465}
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_TIMEOUT = 60  # seconds


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server that takes messages (RFC 6409)."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    tls: bool = False
    """Whether the connection is encrypted from its beginning (RFC 8314), and not by STARTTLS (RFC 3207)."""

    @property
    def is_here(self) -> bool:
        """Whether it is this machine's own, and nothing secret is said to it."""
        return self.host in _HERE and not self.user


def server_from_environment() -> Server:
    """Return the server that the environment names.

    :raises CommandError: where it names none, or in another form than a URL with ``smtp`` or ``smtps``.
    """
    written = os.environ.get(VARIABLE, "")
    if not written:
        raise refuse(
            "Which server sends mail? Put it into the environment, not on the command line: "
            "%(variable)s=smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465 (TLS).",
            variable=VARIABLE,
        )
    try:
        parts = urlsplit(written)
        port = parts.port or _PORTS[parts.scheme]
        host = parts.hostname or ""
    except (ValueError, KeyError):
        raise _unreadable() from None  # the cause would show the password
    if not host or parts.path not in {"", "/"} or parts.query or parts.fragment:
        raise _unreadable()
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Server(host, port, user, password, tls=parts.scheme == "smtps")


def _unreadable() -> CommandError:
    return refuse(
        "%(variable)s is no URL such as smtp://user:password@host:587; "
        "in the name and the password write @ as %%40, / as %%2F, : as %%3A, %% as %%25.",
        variable=VARIABLE,
    )


def deliver(server: Server, message: bytes, sender: str, recipient: str) -> str:
    """Hand *message* to *server* for *recipient*; return what it answered to the whole message.

    :raises CommandError: with what the server, or the way to it, said instead.
    """
    try:
        with _connection(server) as smtp:
            for command in (partial(smtp.mail, sender), partial(smtp.rcpt, recipient), partial(smtp.data, message)):
                code, answer = command()
                if code >= 400:
                    raise refuse("The server refuses: %(answer)s", answer=_shown(code, answer))
            return _shown(code, answer)
    except smtplib.SMTPResponseException as error:
        raise refuse("The server refuses: %(answer)s", answer=_shown(error.smtp_code, error.smtp_error)) from error
    except (smtplib.SMTPException, OSError) as error:
        raise refuse(
            "The server %(host)s, port %(port)d, cannot be used: %(reason)s",
            host=server.host,
            port=server.port,
            reason=error,
        ) from error


def _connection(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.tls:
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=_TIMEOUT, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT)
    try:
        smtp.ehlo_or_helo_if_needed()
        if not server.tls and not server.is_here:
            smtp.starttls(context=context)
            smtp.ehlo()
        if server.user:
            smtp.login(server.user, server.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _shown(code: int, answer: bytes | str) -> str:
    text = answer.decode("utf-8", errors="replace") if isinstance(answer, bytes) else answer
    return f"{code} {' '.join(text.split())}"
