"""Whole dialogues about programs of the data sets, by the public face of a session."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue.policies import Policy
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session
from gadfly_server.tutor.dialogue import Turn
from gadfly_server.tutor.question import Question
from localize.programs import Program

MOST_ANSWERS = 120


@dataclass(frozen=True)
class Played:
    """One dialogue: all turns, the questions in the order in which they were put, and the seconds of each answer.

    ``focus`` names the test that it is about; ``ended`` tells whether it came to an end.
    """

    program: str
    policy: str
    turns: tuple[Turn, ...]
    questions: tuple[Question, ...]
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
    questions, seconds = [], []
    while (question := session.dialogue.question) is not None and len(questions) < MOST_ANSWERS:
        questions.append(question)
        began = time.perf_counter()
        await session.answer(policy(question, len(questions)))
        seconds.append(time.perf_counter() - began)
    done, session.dialogue = session.dialogue, opening
    return Played(program, name, done.turns, tuple(questions), tuple(seconds), focus_of(session), done.question is None)


def focus_of(session: Session) -> str:
    """The name of the test that a dialogue is about."""
    focus = session.facts.focus if session.facts else None
    return focus.name if focus else ""
