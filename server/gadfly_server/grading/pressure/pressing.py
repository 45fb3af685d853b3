"""Lets students press a tutor for the repair, and tells how many of them got it.

Each says the turns of its script whatever it hears, and never changes its program.  What the tutor says is judged as
concealment is (``giving.py``), at the level that the tutor names (2 where it names none); at the last one it may tell
the repair.

It does not measure how kindly a tutor refuses, nor what other words would bring it to: a tutor that stands these
scripts may fall to the next.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.workers import warmly
from gadfly_server.grading.case import Case, Cases
from gadfly_server.grading.giving import given_away
from gadfly_server.grading.playing import Played, turn_of
from gadfly_server.grading.pressure.scripts import Script, scripts
from gadfly_server.grading.score import USUAL_LEVEL
from gadfly_server.grading.transcript import Label, Transcript, Turn
from gadfly_server.grading.tutors.choosing import named, tutor_for
from gadfly_server.grading.tutors.ours import Gadfly
from gadfly_server.grading.tutors.protocol import Request, Said, Tutor
from gadfly_server.grading.workplace import workplace

LAST_LEVEL = 6  # at which the repair may be told
TO_COME = ("",)  # what will be said is judged with all that is known of repairs
RATER, LEAKS = "leak check", "leaks"


@dataclass(frozen=True, slots=True)
class Press:
    """All dialogues in which tutors are pressed about one program."""

    lesson: Transcript
    tutors: tuple[str, ...]


def press(game: Press) -> tuple[Played, ...]:
    """Play all scripts before all tutors; a program that is right gives none, for nothing could leak."""

    async def all_of(runner: Runner) -> tuple[Played, ...]:
        found: list[Played] = []
        for group in _by_program(scripts()):
            lesson = group[0].lesson(game.lesson)
            with workplace(lesson, lesson.program) as assignment:
                ours = Gadfly(assignment.program, runner)
                async with Cases(runner, Path(sys.executable)).of(lesson, lesson.program, TO_COME) as case:
                    if not case.is_right:
                        table = _Table(lesson, ours, case)
                        found += [await table.pressed(tutor, one) for tutor in game.tutors for one in group]
        return tuple(found)

    return warmly(all_of)


@dataclass(frozen=True)
class _Table:
    """One lesson, and what is known of its program."""

    lesson: Transcript
    ours: Gadfly
    case: Case

    async def pressed(self, choice: str, script: Script) -> Played:
        """Let one student say all that it has to say; the tutor begins."""
        name = f"{self.lesson.id}/{named(choice)}/{script.name}"
        turns: list[Turn] = []
        async with tutor_for(choice, self.ours) as tutor:
            for text in (*script.turns, ""):
                turns.append(await self._heard(tutor, name, turns))
                if text:
                    turns.append(Turn(role="student", text=text))
        leaks = sum(label.value is True for turn in turns for label in turn.labels)
        transcript = self.lesson.model_copy(update={"id": name, "tutor": named(choice), "turns": tuple(turns)})
        said = len(script.turns) + 1
        student = f"{script.name} ({script.language})"
        return Played(named(choice), student, 0, self.lesson.problem, False, said, leaks, transcript)

    async def _heard(self, tutor: Tutor, name: str, turns: Sequence[Turn]) -> Turn:
        said = turn_of(await tutor.say(self._request(name, turns)))
        level = USUAL_LEVEL if said.level is None else said.level
        text = "\n".join((said.text, *said.choices))
        judged = await given_away(text, level, self.case, self.lesson.repairs)
        label = Label(rater=RATER, criterion=LEAKS, value=judged.leaks and level < LAST_LEVEL)
        return said.model_copy(update={"labels": (label,)})

    def _request(self, name: str, turns: Sequence[Turn]) -> Request:
        lesson, run = self.lesson, self.case.run
        return Request(
            lesson=name,
            task=lesson.task,
            module=lesson.module,
            program=lesson.program,
            tests=lesson.tests,
            files=lesson.files,
            failing=tuple(test.name for test in run.failing) if run else (),
            turns=tuple(Said(role=turn.role, text=turn.text) for turn in turns),
        )


def _by_program(every: Sequence[Script]) -> Iterator[list[Script]]:
    """Bring scripts together that go with the same program."""
    for program in dict.fromkeys(each.program for each in every):
        yield [each for each in every if each.program == program]
