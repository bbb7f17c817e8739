# SPDX-License-Identifier: EUPL-1.2
"""Ada Esempio of an office without git fills a form; whatever she or anyone types becomes one block or an answer."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.model.facts import FIELD_BY_NAME
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Status
from newsletter.source.block import parse_block
from newsletter.source.fields import Block
from newsletter.source.source_text import top_fences
from newsletter.tools.form.__main__ import main as form_command
from newsletter.tools.form.answers import FOLDER, Answers, read_answers, read_forms
from newsletter.tools.form.block import write_block
from newsletter.tools.form.proposal import Proposal, propose
from newsletter.tools.settings import setting
from scripts.github.proposal import read_proposal
from tests.conftest import MakeProject
from tests.project import ROOT
from tests.workflows.conftest import Job
from tests.workflows.host import Host

FORMS = {form.kind: form for form in read_forms(ROOT)}
_MAY = "# Maggio 2026\n\n## Appuntamenti\n\n:::{event} Concerto del ponte\n:date: 13 maggio\n:place: Borgoluce\n:::\n"
_LINE = st.text(max_size=60) | st.sampled_from(
    [":::", ":date: 3 maggio", "```", "---", "### Luogo", "% ok: x", "{event}"]
)
_TEXT = st.lists(_LINE, max_size=8).map("\n".join)


def filled(kind: Kind, **values: str) -> str:
    """Return the text that GitHub makes of a form, with carriage returns and all its questions."""
    parts = (f"### {label}\n\n{values.get(name, '_No response_')}" for name, label in FORMS[kind].labels.items())
    return "\n\n".join(parts).replace("\n", "\r\n")


def answers(kind: Kind = Kind.EVENT, **values: str) -> Answers:
    found = read_answers(filled(kind, **values), tuple(FORMS.values()))
    assert found is not None
    return found


@pytest.fixture
def city(make_project: MakeProject) -> Path:
    """Give the newsletter of Borgoluce, with forms."""
    folder = make_project({"issues/2026-05.md": _MAY, "issues/2026-04.md": "# Aprile 2026\n"}).folder
    shutil.copytree(ROOT / FOLDER, folder / FOLDER)
    return folder


def proposed(city: Path, kind: Kind = Kind.EVENT, **values: str) -> Proposal:
    found = propose(answers(kind, **values), city, 12)
    read_proposal(json.loads(found.as_json()))  # the job that writes takes it
    return found


# The forms


@pytest.mark.parametrize("kind", list(Kind))
def test_a_form_asks_for_nothing_that_a_block_does_not_have(kind: Kind) -> None:
    names = list(FORMS[kind].labels)
    assert set(names) - {"title", "issue", "text"} <= set(FIELD_BY_NAME)
    assert (names[0], names[-1]) == ("title", "text")
    assert len(set(FORMS[kind].labels.values())) == len(names)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_form_insists_on_what_a_record_cannot_do_without(kind: Kind) -> None:
    body = yaml.safe_load((ROOT / FOLDER / f"{kind}.yml").read_text("utf-8"))["body"]
    required = {part["id"] for part in body if part.get("validations", {}).get("required")}
    assert "title" in required
    assert ("date" in required) is (kind in {Kind.EVENT, Kind.MISSION})
    assert ("country" in required) is (kind in {Kind.DELEGATION, Kind.MISSION})


@pytest.mark.parametrize("kind", list(Kind))
def test_a_form_offers_the_topics_of_the_city(kind: Kind) -> None:
    body = yaml.safe_load((ROOT / FOLDER / f"{kind}.yml").read_text("utf-8"))["body"]
    offered = next(part["attributes"]["options"] for part in body if part.get("id") == "topics")
    configured = setting(ROOT, "newsletter_topics")
    assert isinstance(configured, dict)
    assert offered == list(configured.values())


def test_each_status_that_is_offered_is_one() -> None:
    body = yaml.safe_load((ROOT / FOLDER / "event.yml").read_text("utf-8"))["body"]
    offered = next(part["attributes"]["options"] for part in body if part.get("id") == "status")
    statuses = [answers(title="Festa", status=option).values["status"] for option in offered]
    assert sorted(statuses) == sorted(Status)


# From answers to a block


def test_answers_become_options_and_what_was_left_empty_does_not() -> None:
    block = write_block(
        answers(title="Festa di Prova", date="3 maggio", topics="Cultura, Clima", text="Si balla.\n\nPoi no.")
    )
    assert block.lines == (
        ":::{event} Festa di Prova",
        ":date: 3 maggio",
        ":topics: Cultura, Clima",
        "",
        "Si balla.",
        "",
        "Poi no.",
        ":::",
    )


def test_an_answer_of_several_lines_is_one_option_all_the_same() -> None:
    block = write_block(Answers(FORMS[Kind.EVENT], {"title": "Festa\n:::", "place": "Borgoluce\n:country: Giappone"}))
    assert block.lines == (":::{event} Festa :::", ":place: Borgoluce :country: Giappone", ":::")


def test_a_heading_typed_in_the_text_is_text() -> None:
    text = "Prima.\n\n### Luogo\n\nAltrove\n\n### Titolo dell'appuntamento\n\nAltro"
    found = answers(title="Festa", date="3 maggio", place="Borgoluce", text=text)
    assert found.values["place"] == "Borgoluce"
    assert found.values["text"] == text


def test_an_ordinary_issue_is_no_form() -> None:
    for body in ("", "Il sito è bello", "### Titolo\n\na", "Premessa\n\n" + filled(Kind.EVENT, title="Festa")):
        assert read_answers(body, tuple(FORMS.values())) is None


@settings(deadline=None)
@given(st.sampled_from(list(Kind)), st.dictionaries(st.sampled_from([*FIELD_BY_NAME, "title", "issue"]), _LINE), _TEXT)
def test_whatever_is_typed_stays_inside_one_block_and_adds_no_option(
    kind: Kind, typed: dict[str, str], text: str
) -> None:
    found = answers(kind, **typed, text=text)
    block = write_block(found)
    assert block.text.count("\n") == len(block.lines)
    (fence,) = top_fences(block.lines)
    assert (fence.first, fence.last, fence.closed) == (1, len(block.lines), True)
    assert fence.info.startswith(f"{{{kind}}}")
    reading = parse_block("Titolo", block.lines[1:-1], Block(kind, Period(2026, 5)))
    written = [name for name in FIELD_BY_NAME if found.values.get(name, "").strip()]
    assert reading.body_start <= len(written)
    assert [block.source(number) for number in range(2, 2 + reading.body_start)] == [
        name for name in written if (name, found.values[name]) != ("status", "confirmed")
    ][: reading.body_start]


# What the reader says of it


def test_a_good_form_becomes_a_file_of_its_own_in_the_latest_issue(city: Path) -> None:
    values = {"title": "Festa di Prova", "date": "15-16 maggio", "place": "Borgoluce", "topics": "Cultura"}
    found = proposed(city, Kind.EVENT, **values, text="Si balla.")
    assert found.path == "issues/2026-05/festa-di-prova.md"
    assert found.title == "Appuntamento: Festa di Prova"
    assert (city / found.path).read_text("utf-8") == found.block
    told = found.report.as_markdown()
    assert "La proposta è pronta" in told
    assert "15–16 maggio 2026" in told


def test_a_mistake_is_told_beside_its_question_and_leaves_nothing_behind(city: Path) -> None:
    found = proposed(city, title="Festa di Prova", date="31 aprile", country="Giapone")
    assert (found.path, found.block) == ("", "")
    told = [(item.title, item.about) for section in found.report.sections for item in section.items]
    assert {title for title, _about in told} == {"Data", "Paesi"}
    assert any("Giappone" in about for _title, about in told)
    assert not list(city.glob("issues/2026-05/*"))


_FORBIDDEN = {
    "```{include} /etc/passwd\n```": "directive-refused",
    ":::{event} Altro\n:date: 4 maggio\n:::": "block-nested",
    "[leggi](../conf.py)": "link-outside",
    "[leggi](javascript:alert(1))": "url-scheme",
    "![foto](https://altrove.example/foto.png)": "image-remote",
    "{command}`rm`": "role-refused",
    ":date: 9 maggio": "option-late",
}


def test_what_no_issue_may_contain_no_form_may_either(city: Path) -> None:
    found = proposed(city, title="Festa di Prova", date="3 maggio", text="\n\n".join(_FORBIDDEN))
    assert found.path == ""
    told = [item for section in found.report.sections for item in section.items]
    assert {item.title for item in told} == {"Testo"}
    assert set(_FORBIDDEN.values()) <= {item.about.rpartition("[newsletter.")[2].rstrip("]") for item in told}


@pytest.mark.slow
def test_a_title_names_a_file_by_its_slug_and_by_nothing_else(city: Path) -> None:
    assert proposed(city, title="../../conf.py", date="3 maggio").path == "issues/2026-05/conf-py.md"
    assert len(proposed(city, title="../祭り" * 300, date="3 maggio").path) < 120


@pytest.mark.slow
def test_two_forms_with_one_title_get_two_files_or_an_answer(city: Path) -> None:
    first = proposed(city, title="Festa di Prova", date="3 maggio")
    second = proposed(city, title="Festa di Prova", date="4 maggio")
    assert first.path
    assert second.path == ""
    assert "festa-di-prova-2" in second.report.as_markdown()  # the id that the reader proposes


@pytest.mark.slow
def test_an_older_issue_can_be_named_and_one_that_is_not_there_is_answered(city: Path) -> None:
    assert proposed(city, title="Festa", date="3 aprile", issue="2026-04").path == "issues/2026-04/festa.md"
    for issue in ("2026-09", "maggio", "../2026-05", "2026-05/x"):
        found = proposed(city, title="Festa", date="3 maggio", issue=issue)
        assert found.path == ""
        assert "2026-05" in found.report.as_markdown()


def test_a_filled_form_becomes_a_proposed_change_from_one_job_to_the_next(
    city: Path, tmp_path: Path, host: Host, job: Job
) -> None:
    issue = {"number": 12, "body": filled(Kind.NEWS, title="Notizia di Prova", text="Eccola.")}
    event = {"issue": issue, "repository": {"default_branch": "main"}}
    job("propose", event, read_by_the_first_job(event, city, tmp_path))
    text = ":::{news} Notizia di Prova\n\nEccola.\n:::\n"
    assert host.memory.files("modulo/12") == {"issues/2026-05/notizia-di-prova.md": text}
    assert "La proposta è pronta" in host.memory.comments[12][0]["body"]


def test_an_ordinary_issue_goes_through_both_jobs_without_a_word(
    city: Path, tmp_path: Path, host: Host, job: Job
) -> None:
    for body in (None, "", "### Il sito\n\nè bello"):
        event = {"issue": {"number": 12, "body": body}, "repository": {"default_branch": "main"}}
        job("propose", event, read_by_the_first_job(event, city, tmp_path))
    assert (host.memory.comments, host.memory.pulls) == ({}, [])


def read_by_the_first_job(event: object, city: Path, tmp_path: Path) -> str:
    """Run what the first job runs and return what it leaves."""
    (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
    out = tmp_path / "out" / "proposal.json"
    assert form_command([str(tmp_path / "event.json"), "--out", str(out), "--source", str(city)]) == 0
    return out.read_text("utf-8")
