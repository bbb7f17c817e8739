# SPDX-License-Identifier: EUPL-1.2
"""Who may do what in the workflows: rules that no linter knows."""

from __future__ import annotations

import re
from typing import Any

import pytest

from scripts.commands import GROUPS, find
from tests.project import ROOT
from tests.workflows.files import POSTING, WORKFLOWS, jobs, load, steps

_JOBS = [pytest.param(path, name, job, id=f"{path}: {name}") for path, name, job in jobs()]
_STEPS = [pytest.param(step, id=f"{where}: {number}") for number, (where, step) in enumerate(steps())]
_BRANCH_CODE = re.compile(r"\bmake\b|\bpip\b|\.ci/|\.venv|newsletter\.")


def _writes(job: dict[str, Any]) -> bool:
    return any(level == "write" for level in job["permissions"].values())


@pytest.mark.parametrize("step", _STEPS)
def test_an_action_is_pinned_by_the_digest_of_a_release_that_a_comment_names(step: dict[str, Any]) -> None:
    if "uses" in step:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
        lines = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if step["uses"] in line]
        versions = {line.partition("#")[2].strip() for line in lines}
        assert len(versions) == 1
        assert re.fullmatch(r"v\d+\.\d+\.\d+", versions.pop())


@pytest.mark.parametrize("step", _STEPS)
def test_no_checkout_leaves_a_token_behind(step: dict[str, Any]) -> None:
    if step.get("uses", "").startswith("actions/checkout@"):
        assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_gives_nothing_away_and_runs_once_at_a_time(path: Any) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    assert "secrets." not in path.read_text("utf-8")


@pytest.mark.parametrize(("path", "name", "job"), _JOBS)
def test_each_job_ends_in_time_and_says_what_it_may_do(path: str, name: str, job: dict[str, Any]) -> None:
    assert 0 < job["timeout-minutes"] <= 60, (path, name)
    assert job["permissions"]


@pytest.mark.parametrize(("path", "name", "job"), _JOBS)
def test_a_job_that_may_write_runs_only_the_tool_that_was_made_for_it(
    path: str, name: str, job: dict[str, Any]
) -> None:
    """It checks out nothing but that tool, from the default branch, and installs nothing."""
    if not _writes(job):
        return
    runs = [step["run"] for step in job["steps"] if "run" in step]
    assert all(run.startswith("python3 -m scripts.github ") and not _BRANCH_CODE.search(run) for run in runs), (
        path,
        name,
    )
    for step in job["steps"]:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["sparse-checkout"].split() == POSTING
            assert step["with"]["sparse-checkout-cone-mode"] is False, "or what stands beside these would come too"
            assert step["with"].get("ref") in {None, "${{ github.event.repository.default_branch }}"}


def test_what_a_proposal_brings_runs_under_a_token_that_only_reads() -> None:
    workflow = load(ROOT / ".github/workflows/pull-request.yml")
    assert "pull_request" in workflow["on"]
    assert all("pull_request_target" not in load(path)["on"] for path in WORKFLOWS)
    assert all(job["permissions"] == {"contents": "read"} for job in workflow["jobs"].values())


def test_the_comment_waits_for_the_workflow_that_exists() -> None:
    first = load(ROOT / ".github/workflows/pull-request.yml")
    second = load(ROOT / ".github/workflows/reviewer.yml")
    assert second["on"]["workflow_run"]["workflows"] == [first["name"]]


def test_new_versions_are_proposed_after_everything_was_tried_with_them() -> None:
    raising, proposing = load(ROOT / ".github/workflows/lock.yml")["jobs"].values()
    runs = [step["run"] for step in raising["steps"] if "run" in step]
    assert runs == ["python newsletter.py lock", "git diff --quiet || .ci/run", "python newsletter.py raised"]
    assert proposing["needs"] == "raise"


def test_what_the_ranges_allow_is_tried_at_both_ends() -> None:
    (job,) = load(ROOT / ".github/workflows/versions.yml")["jobs"].values()
    assert [each["versions"] for each in job["strategy"]["matrix"]["include"]] == ["newest", "lowest"]


def test_the_site_is_published_with_each_change_and_every_day() -> None:
    starts = load(ROOT / ".github/workflows/publish.yml")["on"]
    assert starts["push"] == {"branches": ["main"]}
    assert re.fullmatch(r"\d+ \d+ \* \* \*", starts["schedule"][0]["cron"])


def test_a_pause_of_the_newsletter_does_not_stop_its_publication() -> None:
    keep = load(ROOT / ".github/workflows/publish.yml")["jobs"]["keep"]
    assert keep["if"] == "github.event_name == 'schedule'"
    assert keep["permissions"]["actions"] == "write"
    assert keep["steps"][-1]["run"] == "python3 -m scripts.github keep"


def test_who_publishes_finds_what_the_check_says_in_the_summary_of_the_run() -> None:
    build = load(ROOT / ".github/workflows/publish.yml")["jobs"]["build"]
    (telling,) = (step["run"] for step in build["steps"] if "newsletter.tools.check" in step.get("run", ""))
    assert telling.splitlines()[-1].endswith(
        'newsletter.tools.review.findings "$RUNNER_TEMP/check.log" >> "$GITHUB_STEP_SUMMARY"'
    )


@pytest.mark.parametrize("name", ["links", "lock", "versions"])
def test_links_and_versions_are_tried_every_week(name: str) -> None:
    starts = load(ROOT / f".github/workflows/{name}.yml")["on"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", starts["schedule"][0]["cron"])


@pytest.mark.parametrize("step", _STEPS)
def test_a_make_that_a_workflow_calls_is_one_of_ours(step: dict[str, Any]) -> None:
    for name in re.findall(r"\b(?:make|newsletter\.py) ([a-z]+)\b", step.get("run", "")):
        assert find(name, GROUPS) is not None


def test_what_one_job_leaves_another_takes() -> None:
    left = {step["with"]["name"] for _w, step in steps() if "upload-artifact@" in step.get("uses", "")}
    taken = {step["with"]["name"] for _w, step in steps() if "download-artifact@" in step.get("uses", "")}
    assert taken == {"review", "links", "proposal", "locks", "published"}
    assert taken < left
    assert {"sito", "pdf"} < left
