"""What a student can do with what is recorded, and what a teacher makes of it, as typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from gadfly_server.cli import app
from gadfly_server.events.journal import Journal
from gadfly_server.home import state_folder
from gadfly_server.memory import Memory
from gadfly_server.record import Record
from gadfly_server.tutor.learning import Evidence
from gadfly_server.tutor.remembered import Sign
from gadfly_server.tutor.turns import Dialogue
from helpers import progsnap2
from helpers.classes import make
from helpers.happened import EVERY, PLACE
from helpers.stores import answering, sent

COURSE = 'course = "cs1"\nassignment = "week 3"\n[record]\nask = ["events"]\n'


def gadfly(*words: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=typed)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "gadfly.toml").write_text(COURSE)
    monkeypatch.chdir(tmp_path / "course")
    return tmp_path / "course"


def happen() -> None:
    Journal().write(PLACE, EVERY)


def test_a_students_way(course: Path, tmp_path: Path) -> None:
    assert "Nothing is recorded for others" in gadfly("data", "show").stdout
    happen()
    assert Journal().read() == ()
    assert "You allow for the course cs1: what happened." in gadfly("data", "allow").stdout
    happen()
    shown = gadfly("data", "show").stdout
    assert Journal().pseudonyms.student("cs1") in shown
    assert "3 × run" in shown
    told = json.loads(gadfly("data", "show", "--json").stdout)
    assert len(told["events"]) == len(EVERY)
    assert told["consents"]["cs1"]["events"] is True
    assert f"{len(EVERY)} events are in" in gadfly("data", "export", tmp_path / "out").stdout
    assert progsnap2.problems(tmp_path / "out") == []
    gadfly("data", "refuse")
    happen()
    assert len(Journal().read()) == len(EVERY)
    refused = gadfly("data", "export", tmp_path / "more")
    assert (refused.exit_code, (tmp_path / "more").exists()) == (2, False)
    assert "gadfly data allow" in refused.stderr


def test_who_refuses_gets_no_pseudonym(course: Path) -> None:
    gadfly("data", "refuse")
    assert gadfly("data", "show").stdout.startswith("Nothing is recorded for the course cs1.")
    assert not (state_folder() / "pseudonym.key").exists()


def test_nobodys_name_and_no_place_is_in_an_export(course: Path, tmp_path: Path) -> None:
    gadfly("data", "allow")
    happen()
    gadfly("data", "export", tmp_path / "out")
    whole = "".join(path.read_text("utf-8") for path in (tmp_path / "out").rglob("*") if path.is_file())
    for known in ("zaphod", str(tmp_path), str(Path.home()), "@example.org"):
        assert known not in whole.lower()


def test_deletion_takes_what_is_named_and_says_what_stays(course: Path) -> None:
    gadfly("data", "allow", "--contact", "Seat 3")
    happen()
    Record().keep(course / "program.py", Dialogue())
    Memory().learn(course / "program.py", [Evidence("range-includes-end", Sign.WRONG, "x")])
    name = Journal().pseudonyms.student("cs1")
    deleted = gadfly("data", "delete", "--yes").stdout
    assert f"{len(EVERY)} events were deleted" in deleted
    assert name in deleted
    assert Record().load(course / "program.py") is not None
    assert Memory().everything()
    assert not any(path.name.startswith(("events", "pseudonym")) for path in state_folder().iterdir())
    gadfly("data", "delete", "--yes", "--dialogues", "--memory")
    assert Record().load(course / "program.py") is None
    assert not Memory().everything()


def test_sending_is_told(course: Path) -> None:
    gadfly("data", "allow")
    happen()
    assert f"No learning record store is set for {Path.cwd()}." in gadfly("data", "send").stderr
    with answering(200) as (url, bodies):
        (course / "gadfly.toml").write_text(f'{COURSE}store = "{url}"\n')
        assert f"You did not allow that anything is sent to {url}." in gadfly("data", "send").stderr
        assert bodies == []
        assert f"It is sent to {url}." in gadfly("data", "allow").stdout
        assert f"{len(EVERY)} statements were sent" in gadfly("data", "send").stdout
        assert "0 statements were sent" in gadfly("data", "send").stdout
    assert len(sent(bodies)) == len(EVERY)
    (course / "gadfly.toml").write_text(f'{COURSE}store = "http://example.org"\n')
    gadfly("data", "allow")
    assert "must begin with https://" in gadfly("data", "send").stderr


def test_a_teachers_report(tmp_path: Path) -> None:
    make(tmp_path / "class", 20)
    page, json_to, csv_to = tmp_path / "r.html", tmp_path / "r.json", tmp_path / "tables"
    done = gadfly("report", tmp_path / "class", "--to", page, "--json", json_to, "--csv", csv_to)
    assert done.exit_code == 0
    assert re.search(r"<b>20</b><span>students", page.read_text("utf-8"))
    assert json.loads(json_to.read_text("utf-8"))["students"] == 20
    one = gadfly("report", tmp_path / "class", "--course", "cs1-2026", "--to", tmp_path / "one.html")
    assert one.exit_code == 0
    assert (tmp_path / "one.html").read_text("utf-8") == page.read_text("utf-8")
    assert "There is “cs1-2026”." in gadfly("report", tmp_path / "class", "--course", "cs2").stderr
    assert {path.stem for path in csv_to.iterdir()} == {"stuck", "insight", "questions", "luck", "help", "models"}


def test_two_courses_are_never_in_one_report(tmp_path: Path) -> None:
    """From two reports that overlap a few students could be found by subtracting."""
    for folder in make(tmp_path, 12)[:3]:
        file = folder / "statements.jsonl"
        file.write_text(file.read_text("utf-8").replace("cs1-2026", "cs2"), "utf-8")
    refused = gadfly("report", tmp_path, "--to", tmp_path / "r.html")
    assert refused.exit_code == 2
    assert "several courses. Choose one with --course: “cs1-2026”, “cs2”." in refused.stderr
    assert not (tmp_path / "r.html").exists()
    assert gadfly("report", tmp_path, "--course", "cs2", "--to", tmp_path / "r.html").exit_code == 0
    assert "Too few to show" in (tmp_path / "r.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "said"),
    [("nowhere", "There is no folder nowhere"), ("http://example.org/xAPI", "must begin with https")],
)
def test_what_cannot_be_reported_on_is_told(tmp_path: Path, source: str, said: str) -> None:
    done = gadfly("report", source, "--to", tmp_path / "r.html")
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "r.html").exists()


def test_a_record_that_cannot_be_used_is_told_in_a_line(course: Path) -> None:
    state_folder().mkdir(parents=True, exist_ok=True)
    (state_folder() / "events.sqlite3").mkdir()
    for words in (["show"], ["allow"], ["delete", "--yes"]):
        done = gadfly("data", *words)
        assert (done.exit_code, done.exception.__class__) == (2, SystemExit)
        assert "events.sqlite3" in done.stderr


def test_a_folder_that_is_none_is_told(course: Path) -> None:
    assert "There is no folder nowhere" in gadfly("data", "allow", "--for", "nowhere").stderr
