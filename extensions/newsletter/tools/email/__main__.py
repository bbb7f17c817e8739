# SPDX-License-Identifier: EUPL-1.2
"""``make email``, ``make email-test``, ``make email-send``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newsletter.tools.console import PROJECT, run, split_options
from newsletter.tools.email.making import make_mail, tell
from newsletter.tools.email.sending import MOST_TESTERS, read_addresses, send_test, send_to_list
from newsletter.tools.email.smtp import server_from_environment
from newsletter.tools.settings import further_languages


def main(words: list[str]) -> int:
    """Make the mail, and do with it what the first word names; what follows ``--`` is for Sphinx."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.email")
    parser.add_argument("action", choices=["make", "test", "send"])
    parser.add_argument("--issue", default="")
    parser.add_argument("--to", default="")
    parser.add_argument("--list", default="")
    parser.add_argument("--again", default="")
    parser.add_argument("--language", default="")
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    source = asked.source.resolve()
    if asked.action == "test":
        recipients, server = read_addresses(asked.to, MOST_TESTERS), server_from_environment()
        send_test(server, make_mail(source, asked.issue, options, asked.language), recipients)
    elif asked.action == "send":
        [address], server = read_addresses(asked.list, 1), server_from_environment()
        mail = make_mail(source, asked.issue, options, asked.language)
        send_to_list(server, source, mail, address, again=bool(asked.again))
    else:
        for language in ("", *further_languages(source)):
            tell(make_mail(source, asked.issue, options, language))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
