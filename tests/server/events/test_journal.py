"""The record: with consent only, each thing once, for good, and gone without a trace when the student wants it."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest

from gadfly_server.events.consent import Consent
from gadfly_server.events.event import Event, Kind, state_of
from gadfly_server.events.journal import FILE, Journal, Place
from gadfly_server.events.pseudonyms import Pseudonyms

PLACE = Place("program", "cs1", "week-3")
ANSWER = Event(Kind.ANSWER, 2, 1, "abc", "count", "", "wrong", "range-includes-end", 4, text="it is Zaphod's")
ALL = Consent(events=True, texts=True)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "state", clock=lambda: datetime(2026, 3, 1, 9, 30, tzinfo=timezone.utc))


def test_nothing_is_recorded_before_the_student_allows_it(journal: Journal) -> None:
    assert journal.write(PLACE, [ANSWER]) == 0
    assert not journal.database.path.exists()
    journal.allow("another course", ALL)
    assert journal.write(PLACE, [ANSWER]) == 0
    assert journal.read() == ()


def test_words_and_programs_need_a_consent_of_their_own(journal: Journal) -> None:
    journal.allow("cs1", Consent(events=True))
    journal.write(PLACE, [ANSWER, Event(Kind.SNAPSHOT, state=state_of("secret = 1"), text="secret = 1")])
    assert [kept.event.text for kept in journal.read()] == ["", ""]
    assert b"Zaphod" not in journal.database.path.read_bytes()
    journal.allow("cs1", ALL)
    journal.write(PLACE, [replace(ANSWER, turn=9)])
    assert journal.read()[-1].event.text == "it is Zaphod's"


def test_what_was_written_comes_back(journal: Journal) -> None:
    run = Event(Kind.RUN, 1, tests=(("t1", "passed"), ("t2", "failed"), ("t3", "skipped")))
    journal.allow("cs1", ALL)
    journal.write(PLACE, [run, ANSWER])
    first, second = journal.read()
    assert (first.event, second.event) == (run, ANSWER)
    assert first.event.failing == 1
    assert (first.place, first.at) == (PLACE, "2026-03-01T09:30:00.000Z")
    assert first.number < second.number


def test_the_same_turn_is_kept_once_however_often_it_is_written(journal: Journal) -> None:
    journal.allow("cs1", ALL)
    assert [journal.write(PLACE, [ANSWER]) for _ in range(3)] == [1, 0, 0]
    assert journal.write(replace(PLACE, program="other"), [ANSWER]) == 1


def test_a_dialogue_that_begins_anew_is_another_one(journal: Journal) -> None:
    journal.allow("cs1", ALL)
    journal.write(PLACE, [ANSWER])
    journal.begin_anew(PLACE.program)
    assert journal.write(PLACE, [ANSWER]) == 1
    assert [kept.round for kept in journal.read()] == [0, 1]


def test_the_same_program_may_run_twice(journal: Journal) -> None:
    journal.allow("cs1", ALL)
    assert [journal.write(PLACE, [Event(Kind.RUN)]) for _ in range(2)] == [1, 1]


def test_consent_can_be_taken_back(journal: Journal) -> None:
    journal.allow("cs1", ALL)
    journal.write(PLACE, [ANSWER])
    journal.allow("cs1", Consent())
    journal.write(PLACE, [replace(ANSWER, turn=4)])
    assert len(journal.read()) == 1


def test_after_deletion_no_byte_is_left_and_nothing_is_recorded(journal: Journal, tmp_path: Path) -> None:
    journal.allow("cs1", ALL)
    journal.write(PLACE, [ANSWER])
    before = journal.pseudonyms.student("cs1")
    other = Journal(tmp_path / "state")
    assert len(other.read()) == 1  # somebody else has the file open
    assert journal.delete() == 1
    left = [path for path in (tmp_path / "state").iterdir() if path.name != "lock"]
    assert left == []
    assert other.write(PLACE, [ANSWER]) == 0
    assert journal.pseudonyms.student("cs1") != before


def test_what_is_committed_is_there_after_the_process_was_killed(tmp_path: Path) -> None:
    Journal(tmp_path).allow("cs1", ALL)
    text = (
        "import os, signal, sys; from pathlib import Path\n"
        "from gadfly_server.events.journal import Journal, Place; from gadfly_server.events.event import Event, Kind\n"
        "journal = Journal(Path(sys.argv[1]))\n"
        "for turn in range(1, 4): journal.write(Place('p', 'cs1'), [Event(Kind.QUESTION, turn)])\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", text, str(tmp_path)], check=False)
    assert [kept.event.turn for kept in Journal(tmp_path).read()] == [1, 2, 3]


def test_commits_wait_for_the_disk(journal: Journal) -> None:
    journal.allow("cs1", ALL)
    level = journal.database.read(lambda of: of.execute("PRAGMA synchronous").fetchone()[0], None)
    mode = journal.database.read(lambda of: of.execute("PRAGMA journal_mode").fetchone()[0], None)
    assert (level, mode) == (2, "wal")


def test_a_record_of_a_newer_gadfly_is_left_alone(journal: Journal) -> None:
    from gadfly_server.database import Unusable

    journal.allow("cs1", ALL)
    journal.close()
    with sqlite3.connect(journal.database.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(Unusable, match="newer Gadfly"):
        journal.read()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_read_it_or_the_key(journal: Journal, tmp_path: Path) -> None:
    journal.allow("cs1", ALL)
    journal.pseudonyms.student("cs1")
    folder = tmp_path / "state"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert set(modes.values()) == {0o600}
    assert {FILE, "pseudonym.key"} <= modes.keys()


def test_a_pseudonym_is_one_for_a_course_and_needs_the_key(tmp_path: Path) -> None:
    one, other = Pseudonyms(tmp_path / "a"), Pseudonyms(tmp_path / "b")
    assert one.student("cs1") == Pseudonyms(tmp_path / "a").student("cs1")
    assert len({one.student("cs1"), one.student("cs2"), other.student("cs1")}) == 3


def test_a_key_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "pseudonym.key").write_text("short")
    with pytest.raises(OSError, match="is not a key"):
        Pseudonyms(tmp_path).student("cs1")
