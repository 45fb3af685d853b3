"""To which lines a hint draws a simulated student, and which edits it would try there.

Each edit has a weight; a student tries edits by chance in proportion to it.
Without a hint the weight is how often edits of the kind repair novices' programs, alike on all lines but the one at
which Python says that an error came up.
A hint adds to that for the lines that it points to (``pointing.region``), is shown beside, or that hold values and
names in it, the more the fewer such lines there are; an edit that brings in a piece of code of the hint's weighs more
in itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gadfly_analyzers.attempts.attempt import Attempt, Attempts, tokens
from gadfly_analyzers.source import Source
from gadfly_server.grading.pointing import region
from gadfly_server.grading.students.mentions import Mentions, mentions
from gadfly_server.grading.students.student import Student, chance

# What is added to a line's weight of 1, shared among all lines that are meant by the same sign.
POINTED, MENTIONED, BY_ERROR = 30.0, 6.0, 3.0
DICTATED = 20.0  # times the weight of an edit that brings in a piece of code that the hint writes down
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hint:
    """Anybody's hint: its text with the answers that it offers, and the 1-based lines that it is shown beside."""

    text: str
    place: Place | None = None


def weights(known: Attempts, hints: Sequence[Hint], student: Student, seed: int) -> tuple[float, ...]:
    """Weigh all attempts for one person; 0 for what it cannot think of.

    Of several hints that lead to some place, each counts twice as much as the one before it.
    """
    drawn = _drawn(known, hints, student)
    said = mentions(" ".join(hint.text for hint in hints[-1:]), known.text)
    return tuple(
        each.likely * _mean(drawn, each) * (1 + (DICTATED - 1) * student.heeds if dictated(each, said) else 1.0)
        if can_think_of(each, said, student, seed)
        else 0.0
        for each in known.every
    )


def _mean(drawn: Mapping[int, float], attempt: Attempt) -> float:
    lines = range(attempt.line, attempt.end_line + 1)
    return sum(drawn.get(line, 1.0) for line in lines) / len(lines)


def can_think_of(attempt: Attempt, said: Mentions, student: Student, seed: int) -> bool:
    """Whether a person has an edit at hand: it meant it anyway, knows the kind, or is told what to write."""
    return (
        attempt.meant
        or chance(student.name, seed, attempt.kind, attempt.line) < student.knows
        or bool(dictated(attempt, said))
    )


def dictated(attempt: Attempt, said: Mentions) -> int:
    """How long the longest piece of code is that a hint writes, that an edit brings in, and that is foreign so far."""
    return max((len(piece) for piece in said.foreign if piece in attempt.after), default=0)


def _drawn(known: Attempts, hints: Sequence[Hint], student: Student) -> dict[int, float]:
    drawn = dict.fromkeys(range(1, known.text.count("\n") + 2), 1.0)
    if known.raised:
        drawn[known.raised] = drawn.get(known.raised, 1.0) + BY_ERROR
    pointing = [lines for hint in reversed(hints) if (lines := _of_hint(hint, known.text))]
    for age, lines in enumerate(pointing):
        for line, more in lines.items():
            drawn[line] = drawn.get(line, 1.0) + student.heeds * more * 0.5**age
    return drawn


@lru_cache(512)
def _of_hint(hint: Hint, program: str) -> Mapping[int, float]:
    found: dict[int, float] = {}

    def draw(lines: Collection[int], worth: float) -> None:
        for line in lines:
            found[line] = found.get(line, 0.0) + worth / len(lines)

    lines = {number: frozenset(tokens(line)) for number, line in enumerate(program.split("\n"), 1)}
    said = mentions(hint.text, program)
    pointed = region(hint.text, _source(program))
    draw(pointed, POINTED)
    if hint.place:
        draw([line for line in lines if hint.place[0] <= line <= hint.place[1]], POINTED)
    for sign in sorted(said.values if pointed else said.values | said.names):
        draw([line for line, there in lines.items() if sign in there], MENTIONED)
    return found


@lru_cache(16)
def _source(program: str) -> Source:
    return Source.parse(program)
