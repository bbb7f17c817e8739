# SPDX-License-Identifier: EUPL-1.2
"""The repository of a public administration: what catalogues, hosts and newcomers look for is there and right."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from newsletter import __version__
from newsletter.tools.commands import GROUPS, find
from tests.adopting import lend_environment
from tests.project import ROOT
from tests.workflows.files import load
from tests.workflows.publiccode import SCHEMA

_PAGES = ("README.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "CHANGELOG.md")


def _faults(publiccode: object) -> list[str]:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(publiccode)]


def test_publiccode_follows_the_current_standard() -> None:
    assert _faults(load(ROOT / "publiccode.yml")) == []


def test_publiccode_names_files_that_are_there() -> None:
    found = load(ROOT / "publiccode.yml")
    named = [found["logo"], *(path for each in found["description"].values() for path in each.get("screenshots", []))]
    assert [path for path in named if not (ROOT / path).is_file()] == []


def test_a_codespace_is_made_ready_and_shows_the_preview() -> None:
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text("utf-8"))
    python, program, command = container["postCreateCommand"].split()
    assert (python, program) == ("python", "newsletter.py")
    assert find(command, GROUPS) is not None
    assert container["forwardPorts"] == [8000], "where “serve” listens when no port is given"
    assert container["image"].endswith(":3.13")


def test_a_release_has_one_version_and_one_day_in_all_places() -> None:
    found = load(ROOT / "publiccode.yml")
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$", changes, re.MULTILINE)
    newest = [(found["softwareVersion"], str(found["releaseDate"]))] if "softwareVersion" in found else []
    assert released[:1] == newest
    assert [version for version, _day in newest if version != __version__] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("publiccodeYmlVersion",), "0.1"),
        (("url",), "work-in-progress"),
        (("developmentStatus",), "ready"),
        (("softwareType",), "site"),
        (("categories",), ["newsletters"]),
        (("description", "it", "shortDescription"), "a" * 151),
        (("description", "it", "longDescription"), "breve"),
        (("maintenance", "type"), "contract"),
        (("maintenance", "contacts"), []),
        (("legal",), {}),
        (("localisation", "availableLanguages"), []),
        (("organisation", "uri"), "Torino"),
        (("releasedate",), "2026-05-04"),
    ],
    ids=lambda value: "/".join(value) if isinstance(value, tuple) else None,
)
def test_the_rules_of_publiccode_find_a_fault(path: tuple[str, ...], value: object) -> None:
    found = load(ROOT / "publiccode.yml")
    inner = found
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    assert _faults(found)


@pytest.mark.parametrize("name", _PAGES)
def test_each_link_of_a_page_for_newcomers_leads_to_a_file(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)", (ROOT / name).read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def test_each_path_that_has_an_owner_is_there() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert all(owner.startswith("@") for rule in rules for owner in rule[1:])
    there = {"*", "/issues/"}  # a city that starts has no issue yet, and git keeps no empty folder
    assert [rule[0] for rule in rules if rule[0] not in there and not (ROOT / rule[0].strip("/")).exists()] == []


def test_what_has_requirements_is_kept_up_to_date() -> None:
    updates = load(ROOT / ".github/dependabot.yml")["updates"]
    assert {each["package-ecosystem"] for each in updates} == {"pip", "github-actions"}


@pytest.mark.slow
def test_read_the_docs_publishes_the_site_with_its_pdfs(tmp_path: Path) -> None:
    """Its commands are run as they stand, in a checkout whose environment is ready."""
    checkout, output = tmp_path / "checkout", tmp_path / "output"
    ignore = shutil.ignore_patterns(".git", ".venv*", "_build", "tests", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, checkout, ignore=ignore)
    shutil.rmtree(checkout / "issues", ignore_errors=True)  # one is enough, and it may be any city's
    (checkout / "issues").mkdir()
    (checkout / "issues/2026-05.md").write_text("# Maggio 2026\n\nUn numero di prova.\n", "utf-8")
    lend_environment(checkout)
    surroundings = {
        **os.environ,
        "READTHEDOCS_OUTPUT": str(output),
        "READTHEDOCS_CANONICAL_URL": "https://borgoluce.example/it/latest/",
        "SOURCE_DATE_EPOCH": "1779091200",
    }
    configuration = yaml.safe_load((ROOT / ".readthedocs.yaml").read_text("utf-8"))
    for command in configuration["build"]["commands"]:
        done = subprocess.run(
            ["sh", "-c", command], cwd=checkout, env=surroundings, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert 'rel="canonical" href="https://borgoluce.example/it/latest/' in (output / "html/index.html").read_text(
        "utf-8"
    )
    assert list((output / "html/pdf/issues").glob("*.pdf"))
