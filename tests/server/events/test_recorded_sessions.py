"""A session records what happens in it before anybody sees it, for editor and terminal alike."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.events.consent import Consent
from gadfly_server.events.event import Event, Kind
from gadfly_server.events.journal import Journal
from gadfly_server.events.recorder import Recorder
from gadfly_server.models.worder import Worder
from gadfly_server.sessions import Session
from gadfly_server.settings import Models
from helpers.servers import serving, words

EXAMPLES = Path(__file__).parents[3] / "examples"
ALL = Consent(events=True, texts=True)


@pytest.fixture
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as runner:
        yield runner


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "average", tmp_path / "average")) / "average.py"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal(tmp_path / "state")
    journal.allow("", ALL)
    return journal


def source(program: Path) -> Source:
    return Source.parse(program.read_text("utf-8"))


def events(journal: Journal, *kinds: Kind) -> list[Event]:
    return [kept.event for kept in journal.read() if kept.event.kind in kinds]


async def test_whoever_listens_finds_in_the_record_what_is_shown(
    runner: Runner, program: Path, journal: Journal
) -> None:
    session = Session(program, runner, recorder=Recorder(journal, program))
    seen: list[bool] = []

    def look(session: Session) -> None:
        recorded = {event.turn for event in events(journal, *Kind) if event.text}
        seen.append({turn.number for turn in session.dialogue.turns} <= recorded)

    session.listen(look)
    await session.refresh(source(program))
    for answer in ("3", "why", "2", "?"):
        await session.answer(answer)
    assert len(seen) > 4
    assert all(seen)


async def test_a_version_is_recorded_as_one_run_with_its_program(
    runner: Runner, program: Path, journal: Journal
) -> None:
    session = Session(program, runner, recorder=Recorder(journal, program))
    await session.refresh(source(program))
    text = program.read_text("utf-8")
    program.write_text(f"{text}\n# another try\n")
    await session.refresh(source(program))
    runs, snapshots = events(journal, Kind.RUN), events(journal, Kind.SNAPSHOT)
    assert [run.name for run in runs] == ["failing", "failing"]
    assert [snapshot.text for snapshot in snapshots] == [text, f"{text}\n# another try\n"]


async def test_after_forgetting_the_turns_count_from_one_again(runner: Runner, program: Path, journal: Journal) -> None:
    session = Session(program, runner, recorder=Recorder(journal, program))
    await session.refresh(source(program))
    await session.answer("3")
    await session.forget()
    asked = [(kept.round, kept.event.turn) for kept in journal.read() if kept.event.kind is Kind.QUESTION]
    assert asked[0] == (0, 1)
    assert asked[-1] == (1, 1)


async def test_a_record_that_cannot_be_written_costs_no_dialogue(
    runner: Runner, program: Path, journal: Journal
) -> None:
    told: list[str] = []
    journal.database.path.write_bytes(b"")
    journal.database.path.unlink()
    journal.database.path.mkdir()
    session = Session(program, runner, recorder=Recorder(journal, program, tell=told.append))
    await session.refresh(source(program))
    assert session.dialogue.question is not None
    assert told


async def test_what_a_model_took_is_recorded(runner: Runner, program: Path, journal: Journal) -> None:
    with serving(words("Which number should come out?")) as server:
        worder = Worder(Models("mock", server.url))
        session = Session(program, runner, worder=worder, recorder=Recorder(journal, program))
        await session.refresh(source(program))
        await session.worded()
        await worder.close()
    used = events(journal, Kind.MODEL)
    assert used
    assert used[0].name == "mock"
    assert used[0].tokens > 0
