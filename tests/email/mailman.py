# SPDX-License-Identifier: EUPL-1.2
"""GNU Mailman 3 on this machine: a list with its subscribers, which takes a message by LMTP and delivers it by SMTP."""

from __future__ import annotations

import os
import signal
import smtplib
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.email.servers import free_port

_CONFIGURATION = """
[mailman]
site_owner: esempi@borgoluce.example
layout: here
[paths.here]
var_dir: {folder}
bin_dir: {programs}
[mta]
incoming: mailman.mta.null.NullMTA
outgoing: mailman.mta.deliver.deliver
lmtp_host: 127.0.0.1
lmtp_port: {lmtp}
smtp_host: 127.0.0.1
smtp_port: {smtp}
[webservice]
hostname: 127.0.0.1
port: {rest}
"""
_NOT_NEEDED = ("archive", "bounces", "command", "digest", "nntp", "rest", "retry", "shunt", "task", "virgin")
"""Of Mailman's programs; each takes seconds to start."""


@dataclass(frozen=True)
class ListServer:
    """A Mailman that runs."""

    programs: Path
    folder: Path
    lmtp_port: int

    def command(self, *words: str, typed: str = "") -> str:
        """Run ``mailman`` with *words*; return what it says."""
        sure = ["--run-as-root"] if os.geteuid() == 0 else []
        typing = [str(self.programs / "mailman"), *sure, "-C", str(self.folder / "mailman.cfg"), *words]
        done = subprocess.run(
            typing, input=typed, capture_output=True, text=True, check=False, env=_environment(self.programs)
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start_list(self, address: str, members: Sequence[str], sender: str) -> None:
        """Start the list at *address* with *members*; what *sender*, a member too, writes is passed on at once."""
        self.command("create", "--domain", address)
        everybody = "\n".join([*members, sender])
        self.command("addmembers", "-", address, typed=f"{everybody}\n")

    def hand_over(self, message: bytes, sender: str, address: str) -> None:
        """Give *message* to the list at *address*, as the mail server before it does (RFC 2033)."""
        with smtplib.LMTP("127.0.0.1", self.lmtp_port, timeout=30) as lmtp:
            lmtp.sendmail(sender, [address], message)


@contextmanager
def running_mailman(programs: Path, folder: Path, smtp_port: int) -> Iterator[ListServer]:
    """Run Mailman from *programs* with all that it writes in *folder*, delivering to *smtp_port*."""
    server = ListServer(programs, folder, free_port())
    ports = {"lmtp": server.lmtp_port, "smtp": smtp_port, "rest": free_port()}
    folder.mkdir(parents=True)
    configuration = _CONFIGURATION.format(folder=folder, programs=programs, **ports)
    configuration += "".join(f"[runner.{name}]\nstart: no\n" for name in _NOT_NEEDED)
    (folder / "mailman.cfg").write_text(configuration, "utf-8")
    # In a process group of its own, and by its master itself: what “mailman start” leaves behind keeps its output open.
    master = subprocess.Popen(
        [programs / "master", "-C", folder / "mailman.cfg"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(programs),
        start_new_session=True,
    )
    try:
        _wait_for(server.lmtp_port)
        yield server
    finally:
        os.killpg(master.pid, signal.SIGTERM)
        master.wait(timeout=60)


def _environment(programs: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MAILMAN"))}
    return kept | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}


def _wait_for(port: int) -> None:
    until = time.monotonic() + 120
    while True:
        try:
            smtplib.LMTP("127.0.0.1", port, timeout=30).quit()
        except OSError:
            assert time.monotonic() < until, "Mailman does not answer"
            time.sleep(0.2)
        else:
            return
