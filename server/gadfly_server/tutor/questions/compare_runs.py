"""Which line runs for this call, but not for that one? Coverage knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.tutor.choices import line_choices
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.subject import LONGEST, focus_call, running_of, subject_of
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.execution.results import TestResult
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Routine

KIND = "compare-runs"


def candidates(facts: Facts) -> Iterator[Question]:
    """Compare the failing run with the one of a passing test that is most like it, but not the same."""
    subject = subject_of(facts)
    if subject is None or subject.routine is None or subject.module or facts.focus is None:
        return
    others = [test for test in facts.passing if any(call.function == subject.function for call in test.calls)]
    found = [each for test in others if (each := _compared(facts, subject.routine, facts.focus, test))]
    for here, there in sorted(found, key=lambda pair: len(pair[0].lines ^ pair[1].lines))[:1]:
        yield _question(facts, subject.routine, here, there)


@dataclass(frozen=True, slots=True)
class _Ran:
    """Which lines of the function a test ran, and how a question speaks of it."""

    name: str
    lines: frozenset[int]


def _compared(facts: Facts, routine: Routine, failing: TestResult, passing: TestResult) -> tuple[_Ran, _Ran] | None:
    """Two runs that differ, first the one that has a line for itself; ``None`` if they cannot be told apart."""
    steps = frozenset(s.line for s in facts.shape.steps if routine.line < s.line <= routine.end_line)
    one, other = (_Ran(_label(test), steps & test.lines) for test in (failing, passing))
    if one.name == other.name or one.lines == other.lines or not one.lines & other.lines:
        return None
    return (one, other) if one.lines - other.lines else (other, one)


def _question(facts: Facts, routine: Routine, here: _Ran, there: _Ran) -> Question:
    only, both = sorted(here.lines - there.lines), sorted(here.lines & there.lines)
    line = only[0]
    one = later("Which line runs for {here}, but not for {there}?")
    first = later("Which is the first line that runs for {here}, but not for {there}?")
    block = facts.shape.block_around(line)
    return Question(
        id=f"{KIND}:{here.name}:{there.name}",
        kind=KIND,
        level=2,
        text=say(one if len(only) == 1 else first, here=here.name, there=there.name),
        entry=Entry.LINE,
        oracle=Oracle(str(line), "coverage", say("It is line {line}: only one of the two runs reached it.", line=line)),
        points_at=Place(routine.line, routine.end_line),
        choices=line_choices(line, sorted(both, key=lambda other: (abs(other - line), other))),
        topic=f"block:{block.chain}" if block else f"function:{routine.line}",
        insight=say("which lines run for one call, but not for another"),
        surprise=1,
        tells=(running_of(line, facts.focus),) if facts.focus else (),
    )


def _label(test: TestResult) -> str:
    """The call of a test that makes only one, else the test's name."""
    call = focus_call(test)
    alone = call is not None and len(test.calls) == 1 and call.literal and len(call.text) <= LONGEST
    return code(call.text if call and alone else test.name)
