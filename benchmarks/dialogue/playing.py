"""Whole dialogues about programs of the data sets, by the public face of a session."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.grading.students.policies import Policy, right
from gadfly_server.sessions import Session
from gadfly_server.tutor import planner
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.turns import Turn
from localize.programs import Program

MOST_ANSWERS = 120
MOST_SAVES = 5
MOST_WISHES = 3  # between two saves
LAST_LEVEL = 6


@dataclass(frozen=True)
class Put:
    """A question that was put, and the name of the test that it is about."""

    question: Question
    focus: str


@dataclass(frozen=True)
class Played:
    """One dialogue: all turns, the questions in the order in which they were put, and the seconds of each answer.

    ``ended`` tells whether it came to an end.
    """

    program: str
    policy: str
    turns: tuple[Turn, ...]
    put: tuple[Put, ...]
    seconds: tuple[float, ...]
    focus: str
    ended: bool


@contextmanager
def workplace(program: Program) -> Iterator[Path]:
    """A copy of a program's folder, which may be changed."""
    with TemporaryDirectory() as place:
        yield Path(shutil.copytree(program.folder, Path(place) / program.name))


async def opened(folder: Path, runner: Runner) -> Session:
    """A session whose program was examined to the end."""
    session = Session(folder / "program.py", runner)
    await session.refresh(Source.parse(session.program.read_text("utf-8")))
    return session


async def played(session: Session, program: str, name: str, policy: Policy) -> Played:
    """Answer until nothing is asked any more; the session's dialogue is then as it was before."""
    opening = session.dialogue
    put, seconds = await _answered(session, policy, 0)
    done, session.dialogue = session.dialogue, opening
    return Played(program, name, done.turns, tuple(put), tuple(seconds), focus_of(session), done.question is None)


async def climbed(session: Session, program: str) -> Played:
    """Answer rightly, ask for more wherever nothing is asked, and save versions that change nothing, up to the last
    step of the ladder.
    """
    put, seconds = await _answered(session, right, 0)
    for number in range(MOST_SAVES):
        for _ in range(MOST_WISHES):
            if session.dialogue.question is None:
                await session.answer("more")
            found = await _answered(session, right, len(put))
            put, seconds = put + found[0], seconds + found[1]
        if session.dialogue.level >= LAST_LEVEL or session.status != "failing":
            break
        text = session.program.read_text("utf-8").rstrip("\n") + f"\n_{number} = {number}\n"
        session.program.write_text(text, "utf-8")
        await session.refresh(Source.parse(text))
    done = session.dialogue
    return Played(program, "climbing", done.turns, tuple(put), tuple(seconds), focus_of(session), done.question is None)


async def _answered(session: Session, policy: Policy, before: int) -> tuple[list[Put], list[float]]:
    """Answer until nothing is asked any more; give the questions, and the seconds of each answer."""
    put: list[Put] = []
    seconds: list[float] = []
    while (question := session.dialogue.question) is not None and before + len(put) < MOST_ANSWERS:
        put.append(Put(question, focus_of(session, question)))
        began = time.perf_counter()
        await session.answer(policy(question, before + len(put)))
        seconds.append(time.perf_counter() - began)
    return put, seconds


def focus_of(session: Session, question: Question | None = None) -> str:
    """The name of the test that a dialogue, or a question of it, is about."""
    facts = session.facts
    if facts and question:
        facts = planner.facts_about(question, facts)
    return facts.focus.name if facts and facts.focus else ""
