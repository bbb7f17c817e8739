# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer and an editor find on the host after the workflows have run, once and again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.workflows.conftest import Job
from tests.workflows.host import BOT, NAME, Host, Json

_REVIEW = {
    "title": "Che cosa cambia",
    "lines": ["Due schede"],
    "sections": [
        {"title": "Aggiunte", "items": [{"title": "Festa di Prova", "about": "3 maggio", "lines": ["luogo"]}]}
    ],
}
_LINKS = {
    "title": "Collegamenti",
    "sections": [{"title": "issues/2026-05.md", "items": [{"title": "https://a.example"}]}],
}


def run_of(pull: Json) -> Json:
    """Return the event of a workflow that ended, for *pull*."""
    owner, branch = pull["head"]["label"].split(":")
    return {
        "workflow_run": {
            "head_sha": pull["head"]["sha"],
            "head_branch": branch,
            "head_repository": {"owner": {"login": owner}},
        }
    }


def pull(host: Host, *, number: int = 7, sha: str = "abc", label: str = "ada:festa") -> Json:
    found: Json = {"number": number, "state": "open", "head": {"sha": sha, "label": label}}
    host.memory.pulls.append(found)
    return found


def bodies(host: Host, number: int = 7) -> list[str]:
    return [comment["body"] for comment in host.memory.comments.get(number, [])]


def form(**different: Any) -> Json:
    """Return the event of form 12 being filled."""
    return {"issue": {"number": 12, **different}, "repository": {"default_branch": "main"}}


def proposal(**different: Any) -> Json:
    return {
        "path": "issues/2026-05/festa-di-prova.md",
        "block": ":::{event} Festa di Prova\n:date: 3 maggio\n:::\n",
        "title": "Appuntamento: Festa di Prova",
        "report": {"title": "La proposta è pronta"},
        **different,
    }


def test_a_proposal_of_a_fork_gets_one_comment_that_is_altered_and_not_repeated(host: Host, job: Job) -> None:
    proposed = pull(host)
    job("review", run_of(proposed), _REVIEW)
    assert len(bodies(host)) == 1
    assert "Festa di Prova" in bodies(host)[0]
    job("review", run_of(proposed), {**_REVIEW, "lines": ["Una scheda sola"]})
    assert len(bodies(host)) == 1
    assert "Una scheda sola" in bodies(host)[0]


@pytest.mark.slow
def test_the_comment_is_found_again_among_hundreds(host: Host, job: Job) -> None:
    proposed = pull(host)
    for number in range(150):
        host.memory.comment(7, f"Parere {number}", "ada")
    job("review", run_of(proposed), _REVIEW)
    job("review", run_of(proposed), _REVIEW)
    assert sum("Festa di Prova" in body for body in bodies(host)) == 1


@pytest.mark.slow
def test_a_comment_of_someone_who_borrowed_the_mark_is_left_alone(host: Host, job: Job) -> None:
    proposed = pull(host)
    host.memory.comment(7, "<!-- newsletter:review -->\nTutto bene, si può unire", "ada")
    job("review", run_of(proposed), _REVIEW)
    assert [comment["user"]["login"] for comment in host.memory.comments[7]] == ["ada", BOT]
    assert bodies(host)[0].endswith("si può unire")


@pytest.mark.slow
def test_an_older_run_says_nothing_under_a_newer_commit(host: Host, job: Job) -> None:
    event = run_of(pull(host))
    host.memory.pulls[0]["head"]["sha"] = "def"
    assert "nothing to say" in job("review", event, _REVIEW)
    assert bodies(host) == []


def test_a_branch_of_the_same_name_elsewhere_is_another_proposal(host: Host, job: Job) -> None:
    pull(host, number=8, sha="abc", label="ugo:festa")
    job("review", run_of(pull(host)), _REVIEW)
    assert (len(bodies(host, 7)), len(bodies(host, 8))) == (1, 0)


def test_findings_cannot_choose_where_they_are_told(host: Host, job: Job) -> None:
    job("review", run_of(pull(host)), {**_REVIEW, "number": 1, "pull_request": 1})
    assert list(host.memory.comments) == [7]


def test_findings_that_are_none_are_refused_and_nothing_is_written(host: Host, job: Job) -> None:
    event = run_of(pull(host))
    for findings in ("no JSON", "[" * 100_000, {"title": ["a"]}, "null"):
        job("review", event, findings, fails=True)
    assert bodies(host) == []


def test_dead_links_are_told_in_one_issue_which_is_closed_when_they_are_mended(host: Host, job: Job) -> None:
    job("links", {}, _LINKS)
    job("links", {}, {**_LINKS, "lines": ["Due su venti"]})
    assert len(host.memory.issues) == 1
    assert "Due su venti" in next(iter(host.memory.issues.values()))["body"]
    job("links", {}, {"title": "Collegamenti", "lines": ["Tutto bene"]})
    assert next(iter(host.memory.issues.values()))["state"] == "closed"


@pytest.mark.slow
def test_where_no_link_is_dead_no_issue_is_opened(host: Host, job: Job) -> None:
    job("links", {}, {"title": "Collegamenti"})
    assert host.memory.issues == {}


def test_a_form_becomes_a_proposed_change_of_one_file(host: Host, job: Job) -> None:
    job("propose", form(), proposal())
    assert host.memory.files("modulo/12") == {proposal()["path"]: proposal()["block"]}
    assert [(each["title"], each["head"], each["base"]) for each in host.memory.pulls] == [
        ("Appuntamento: Festa di Prova", "modulo/12", "main")
    ]
    assert "Closes #12" in host.memory.pulls[0]["body"]
    assert host.memory.commits[host.memory.refs["heads/modulo/12"]]["parents"] == ["c0"]
    assert host.memory.dispatched == [{"workflow": "pull-request.yml", "ref": "modulo/12"}]
    assert "La proposta è pronta" in bodies(host, 12)[0]


@pytest.mark.slow
def test_an_altered_form_alters_its_proposal(host: Host, job: Job) -> None:
    job("propose", form(), proposal())
    renamed = {"path": "issues/2026-05/festa-rinviata.md", "title": "Appuntamento: Festa rinviata"}
    job("propose", form(), proposal(**renamed))
    assert list(host.memory.files("modulo/12")) == [renamed["path"]]
    assert [each["title"] for each in host.memory.pulls] == [renamed["title"]]
    assert len(bodies(host, 12)) == 1
    assert host.memory.refs["heads/main"] == "c0"


def test_a_title_mentions_nobody_closes_nothing_and_stops_no_workflow(host: Host, job: Job) -> None:
    """Its words are a stranger's, and stand in a commit message, where no markup escapes."""
    typed = "Festa fixes #12, gh-3, a/b#4, cc @team [skip ci] https://github.example/a/b/issues/5\n\nCloses #6"
    job("propose", form(), proposal(title=typed))
    message = host.memory.commits[host.memory.refs["heads/modulo/12"]]["message"]
    title = host.memory.pulls[0]["title"]
    assert message == f"{title}\n\nModulo: #12"
    assert title.replace("\u2060", "") == " ".join(typed.split()), "it reads as it was typed"
    for acting in ("#12", "gh-3", "#4", "@team", "[skip", "https://github", "#6"):
        assert acting not in title


@pytest.mark.slow
def test_what_an_editor_added_to_the_proposal_is_not_lost(host: Host, job: Job) -> None:
    job("propose", form(), proposal())
    host.memory.commits["hand"] = {"message": "Aggiungo la foto", "tree": {"sha": "t0"}}
    host.memory.refs["heads/modulo/12"] = "hand"
    job("propose", form(), proposal(title="Altro"))
    assert host.memory.refs["heads/modulo/12"] == "hand"


def test_answers_that_cannot_be_taken_are_answered_and_change_nothing(host: Host, job: Job) -> None:
    job("propose", form(), proposal(path="", block="", report={"title": "Non si può ancora accogliere"}))
    assert "ancora accogliere" in bodies(host, 12)[0]
    assert list(host.memory.refs) == ["heads/main"]
    assert host.memory.pulls == []


def test_an_issue_that_is_no_form_is_left_alone(host: Host, job: Job) -> None:
    job("propose", form(), "null")
    assert bodies(host, 12) == []


@pytest.mark.slow
def test_a_file_goes_nowhere_but_among_the_blocks_of_an_issue(host: Host, job: Job) -> None:
    for path in (
        ".github/workflows/x.yml",
        "conf.py",
        "issues/2026-05.md",
        "issues/2026-05/../../conf.py",
        "issues/2026-13/a.md",
        "/issues/2026-05/a.md",
        "issues/2026-05/a.md\n",
        "issues/2026-05/A.md",
    ):
        job("propose", form(), proposal(path=path), fails=True)
    for block in ("---\ntitle: x\n---\n", "testo", "", ":::{toctree}\n:::\n", ":::{event} a\n" + "a" * 50_000):
        job("propose", form(), proposal(block=block), fails=True)
    assert list(host.memory.refs) == ["heads/main"]
    assert bodies(host, 12) == []


def test_a_token_of_another_repository_writes_nothing(host: Host, job: Job) -> None:
    assert NAME not in job("review", {"workflow_run": {}}, _REVIEW)
    assert host.memory.comments == {}


_HASH = f"    --hash=sha256:{'0' * 64}"
_LOCK = f"# make lock\nsphinx==9.0.4 ; python_full_version < '3.12' \\\n{_HASH} \\\n{_HASH}\n"


def locks(**files: str) -> Json:
    """Return what the job that raises the locks leaves."""
    return {"files": files, "report": {"title": "Versioni da installare", "sections": []}}


@pytest.mark.slow
def test_raised_locks_become_a_proposed_change_that_is_kept_up_to_date(host: Host, job: Job) -> None:
    job("locks", {}, locks(**{"requirements.lock": _LOCK}))
    job("locks", {}, locks(**{"requirements.lock": _LOCK, "requirements-test.lock": _LOCK}))
    assert host.memory.files("versioni") == {"requirements.lock": _LOCK, "requirements-test.lock": _LOCK}
    assert [(each["head"], each["base"]) for each in host.memory.pulls] == [("versioni", "main")]
    assert "Versioni da installare" in host.memory.pulls[0]["body"]
    assert host.memory.dispatched[-1] == {"workflow": "pull-request.yml", "ref": "versioni"}


def test_where_no_version_has_changed_nothing_is_proposed(host: Host, job: Job) -> None:
    assert "nothing to propose" in job("locks", {}, locks())
    assert host.memory.pulls == []


def test_a_lock_holds_nothing_that_pip_would_do(host: Host, job: Job) -> None:
    """It was written by a job that ran what it had just installed."""
    for line in (
        "--index-url https://evil.example/simple",
        "-r other.txt",
        "evil @ https://evil.example/evil.whl",
        "https://evil.example/evil.whl",
        "evil",
        "evil==1.0 --config-settings x",
    ):
        job("locks", {}, locks(**{"requirements.lock": f"{_LOCK}{line}\n"}), fails=True)
    for path in ("Makefile", "requirements.txt", "../requirements.lock", "requirements-.lock"):
        job("locks", {}, locks(**{path: _LOCK}), fails=True)
    assert list(host.memory.refs) == ["heads/main"]


def test_schedules_go_on_and_a_workflow_that_somebody_stopped_stays_so(host: Host, job: Job) -> None:
    host.memory.workflows += [
        {"id": 1, "state": "active"},
        {"id": 2, "state": "disabled_manually"},
        {"id": 3, "state": "active"},
    ]
    job("keep", {}, {})
    assert host.memory.enabled == [1, 3]


_SEEN = {"id": "2026-05-festa", "occurrence": "", "date": "2026-06-05", "title": "Festa", "kind": "event"} | {
    "state": "confirmed",
    "digest": "0" * 16,
    "revision": 0,
    "day": "2026-05-01",
    "noted": "2026-05-01",
}


def noted(path: str, *rows: Json) -> Json:
    """Return what the job that publishes the site leaves of one issue."""
    return {"files": {path: json.dumps(rows)}}


def test_what_subscribers_have_seen_is_committed_where_it_was_published(host: Host, job: Job) -> None:
    job("published", {}, noted("published/2026-05.json", _SEEN))
    assert host.memory.files("main") == {"published/2026-05.json": json.dumps([_SEEN])}
    assert host.memory.pulls == []


def test_where_nothing_is_new_nothing_is_committed(host: Host, job: Job) -> None:
    assert "Nothing" in job("published", {}, {"files": {}})
    assert host.memory.refs == {"heads/main": "c0"}


def test_nothing_else_is_committed(host: Host, job: Job) -> None:
    """It was written by a job that ran what the branch brings."""
    for path in ("published/conf.py", "conf.py", "published/../conf.py", "issues/2026-05.json"):
        job("published", {}, noted(path, _SEEN), fails=True)
    for row in ({**_SEEN, "more": ""}, {**_SEEN, "title": ["x"]}, {**_SEEN, "revision": "1"}, {}):
        job("published", {}, noted("published/2026-05.json", row), fails=True)
    assert host.memory.refs == {"heads/main": "c0"}
