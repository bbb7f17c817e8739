# SPDX-License-Identifier: EUPL-1.2
"""One comment for each purpose, which is altered and not repeated."""

from __future__ import annotations

from scripts.github import gh


def marked(purpose: str, body: str) -> str:
    """Return *body* under the mark by which the next run finds it again."""
    return f"<!-- newsletter:{purpose} -->\n{body}"


def is_marked(purpose: str, body: object) -> bool:
    """Tell whether *body* was written for *purpose*."""
    return isinstance(body, str) and body.startswith(f"<!-- newsletter:{purpose} -->")


def say_once(number: int, purpose: str, body: str) -> None:
    """Write *body* under issue or pull request *number*, over what was said before for the same *purpose*."""
    content = {"body": marked(purpose, body)}
    for comment in gh.each(f"issues/{number}/comments"):
        if gh.is_ours(comment) and is_marked(purpose, comment.get("body")):
            gh.patch(f"issues/comments/{gh.whole(comment, 'id')}", content)
            return
    gh.post(f"issues/{number}/comments", content)
