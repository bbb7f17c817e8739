# SPDX-License-Identifier: EUPL-1.2
"""``make forms``: the issue forms offer the topics of ``conf.py``, which GitHub cannot read."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from newsletter.model.kinds import Kind
from newsletter.tools.console import PROJECT, run, say
from newsletter.tools.form.answers import FOLDER
from newsletter.tools.settings import setting

# The question, then its options, which are indented further; a form is ours, so its layout is known.
_QUESTION = re.compile(
    r"(?P<question>^    id: topics\n(?:    .*\n)*?      options:\n)(?P<options>(?:        - .*\n)+)", re.MULTILINE
)


def with_topics(form: str, topics: Sequence[str]) -> str:
    """Return the text of a *form* with *topics* as the options of its question about them."""
    listed = yaml.safe_dump(list(topics), allow_unicode=True, width=1_000).splitlines()
    options = "".join(f"        {line}\n" for line in listed)
    return _QUESTION.sub(lambda found: found["question"] + options, form)


def main(words: list[str]) -> int:
    """Write the forms whose topics are not those of ``conf.py``."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.form.topics")
    parser.add_argument("--source", type=Path, default=PROJECT)
    project = parser.parse_args(words).source
    topics = setting(project, "newsletter_topics")
    changed = 0
    for path in (project / FOLDER / f"{kind}.yml" for kind in Kind):
        old = path.read_text("utf-8") if path.is_file() else ""
        new = (
            with_topics(old, [str(label) for label in topics.values()]) if isinstance(topics, dict) and topics else old
        )
        if new != old:
            path.write_text(new, "utf-8")
            changed += 1
    say("Forms that did not have the topics of conf.py: %(number)d.", number=changed)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
