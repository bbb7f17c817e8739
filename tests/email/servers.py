# SPDX-License-Identifier: EUPL-1.2
"""Mail servers on this machine, which take what the commands send and pass nothing on."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "ufficio", "se:gre@ta/100%"


@dataclass
class Letterbox:
    """Takes messages, as an aiosmtpd handler."""

    refuses: str = ""
    """A recipient that is not taken."""
    received: list[Envelope] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the names are the library's
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address == self.refuses:
            return "550 5.1.1 No such mailbox here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.received.append(envelope)
        self.encrypted.append(session.ssl is not None)
        return f"250 2.0.0 queued as {len(self.received)}"


def _knows(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: LoginPassword) -> AuthResult:
    return AuthResult(handled=False, success=(given.login, given.password) == (USER.encode(), PASSWORD.encode()))


@contextmanager
def plain_server(box: Letterbox) -> Iterator[str]:
    """Give the URL of a server that knows no encryption."""
    with _running(Controller(box, hostname="127.0.0.1", port=free_port())) as port:
        yield f"smtp://127.0.0.1:{port}"


@contextmanager
def starttls_server(box: Letterbox, certificates: Path) -> Iterator[str]:
    """Give the address of a server that wants STARTTLS and a password, with its authority's certificate in a file."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(certificates))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    wanted: dict[str, Any] = {"tls_context": context, "require_starttls": True, "auth_required": True}
    with _running(Controller(box, hostname="localhost", port=free_port(), authenticator=_knows, **wanted)) as port:
        yield f"localhost:{port}"


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port: int = unused.getsockname()[1]
        return port


@contextmanager
def _running(controller: Controller) -> Iterator[int]:
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()
