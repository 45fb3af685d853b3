"""The ProgSnap2 dataset keeps to the tables of the specification, and to what the student allows."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from gadfly_server.events.consent import Consent
from gadfly_server.events.event import Event, Kind
from gadfly_server.exports.dataset import write
from gadfly_server.exports.shared import shared
from helpers import progsnap2
from helpers.happened import EVERY, PLACE, PROGRAM, journal_of

ALL = Consent(events=True, texts=True, contact="Zaphod, seat 3")
EVENTS = Consent(events=True)


def dataset(folder: Path, consent: Consent) -> Path:
    write(folder / "out", shared(journal_of(folder / "state", consent), "cs1"))
    return folder / "out"


@pytest.mark.parametrize("consent", [ALL, EVENTS])
def test_it_is_valid(tmp_path: Path, consent: Consent) -> None:
    assert {event.kind for event in EVERY} == set(Kind)
    assert progsnap2.problems(dataset(tmp_path, consent)) == []


def test_a_run_has_a_row_for_each_test(tmp_path: Path) -> None:
    rows = progsnap2.read(dataset(tmp_path, ALL) / "MainTable.csv")
    tests = [row for row in rows if row["EventType"] == "Run.Test"]
    assert [(row["ExecutionResult"], row["Score"]) for row in tests] == [
        ("Success", "1.0"),
        ("TestFailed", "0.0"),
        ("Timeout", "0.0"),
    ]
    assert len({row["ExecutionID"] for row in tests}) == 1
    assert [row["EventType"] for row in rows if row["EventType"].startswith("Compile")] == ["Compile", "Compile.Error"]


def test_the_program_is_where_its_state_says(tmp_path: Path) -> None:
    folder = dataset(tmp_path, ALL)
    [row] = [row for row in progsnap2.read(folder / "MainTable.csv") if row["EventType"] == "File.Edit"]
    program = folder / "CodeStates" / row["SubjectID"] / row["CodeStateID"] / row["CodeStateSection"]
    assert program.read_text("utf-8") == PROGRAM


def test_without_consent_no_word_and_no_program_leaves(tmp_path: Path) -> None:
    folder = dataset(tmp_path, EVENTS)
    whole = "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())
    assert "zaphod" not in whole.lower()
    assert "a-program" not in whole
    assert not (folder / "CodeStates").exists()


def test_shared_words_do_not_tell_who_or_where_somebody_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "Beeblebrox")
    journal = journal_of(tmp_path / "state", ALL)
    said = "Beeblebrox of /Users/zaphod/work, mail zaphod@example.org"
    journal.write(PLACE, [Event(Kind.ANSWER, 20, text=said)])
    write(tmp_path / "out", shared(journal, "cs1"))
    whole = "".join(path.read_text("utf-8") for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert not any(each in whole for each in ("Beeblebrox", "/Users/", "@example.org"))
    assert "[name] of ~/work, mail [mail]" in whole


@pytest.mark.parametrize("said", ["=1+1", "  =cmd()", "\n@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "＝1+1"])
def test_a_spreadsheet_runs_nothing_that_a_student_said(tmp_path: Path, said: str) -> None:
    journal = journal_of(tmp_path / "state", Consent(events=True, texts=True, contact=said))
    journal.write(PLACE, [Event(Kind.ANSWER, 20, text=said), Event(Kind.ANSWER, 21, text="-3")])
    write(tmp_path / "out", shared(journal, "cs1"))
    said_back = [row["X-Response"] for row in progsnap2.read(tmp_path / "out" / "MainTable.csv")][-2:]
    assert said_back == [f"'{said}", "-3"]
    [subject] = progsnap2.read(tmp_path / "out" / "LinkTables" / "Subject.csv")
    assert subject["X-Contact"] == f"'{said}"
    assert progsnap2.problems(tmp_path / "out") == []
    assert json.dumps(said, ensure_ascii=False) in (tmp_path / "out" / "statements.jsonl").read_text("utf-8")


def test_without_consent_to_anything_nothing_leaves(tmp_path: Path) -> None:
    journal = journal_of(tmp_path, ALL)
    journal.allow("cs1", Consent())
    assert shared(journal, "cs1") == ()


def test_names_differ_from_course_to_course(tmp_path: Path) -> None:
    [one] = {each.student for each in shared(journal_of(tmp_path, ALL), "cs1")}
    assert one != journal_of(tmp_path, ALL).pseudonyms.student("cs2")


@pytest.mark.parametrize(
    ("column", "value", "problem"),
    [
        ("EventType", "Asked", "EventType Asked"),
        ("SubjectID", "", "without SubjectID"),
        ("ExecutionResult", "Fine", "ExecutionResult Fine"),
        ("Order", "0", "out of order"),
        ("EventID", "twice", "EventID twice"),
    ],
)
def test_the_rules_find_what_is_broken(tmp_path: Path, column: str, value: str, problem: str) -> None:
    table = dataset(tmp_path, ALL) / "MainTable.csv"
    rows = [row | {column: value} if number else row for number, row in enumerate(progsnap2.read(table))]
    with table.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert any(problem in each for each in progsnap2.problems(table.parent))
