"""To which lines a hint draws a simulated student, and which edits it would try there.

Each edit has a weight; a student tries edits by chance in proportion to it.
Without a hint the weight is how often edits of the kind repair novices' programs, alike on all lines but the one at
which Python says that an error came up.
A hint adds to that for the lines that it names by number, is shown beside, or that hold the names and values in it, the
more the fewer such lines there are; an edit that brings in a piece of code of the hint's weighs more in itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gadfly_analyzers.attempts.attempt import Attempt, Attempts, tokens
from gadfly_server.grading.students.mentions import Mentions, mentions
from gadfly_server.grading.students.student import Student, chance

# What is added to a line's weight of 1, shared among all lines that are meant by the same sign.
BY_NUMBER, BESIDE, BY_NAME, BY_VALUE, BY_ERROR = 30.0, 30.0, 6.0, 6.0, 3.0
DICTATED = 20.0  # times the weight of an edit that brings in a piece of code that the hint writes down
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hint:
    """Anybody's hint: its text with the answers that it offers, and the 1-based lines that it is shown beside."""

    text: str
    place: Place | None = None


def weights(known: Attempts, hints: Sequence[Hint], student: Student, seed: int) -> tuple[float, ...]:
    """Weigh all attempts for one person; 0 for what it cannot think of.

    Of several hints, each counts twice as much as the one before it.
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
    lines = known.text.split("\n")
    held = {number: frozenset(tokens(line)) for number, line in enumerate(lines, 1)}
    drawn = dict.fromkeys(held, 1.0)
    if known.raised:
        drawn[known.raised] = drawn.get(known.raised, 1.0) + BY_ERROR
    for age, hint in enumerate(reversed(hints)):
        for line, more in _of_hint(hint, known.text, held).items():
            drawn[line] = drawn.get(line, 1.0) + student.heeds * more * 0.5**age
    return drawn


def _of_hint(hint: Hint, program: str, held: Mapping[int, frozenset[str]]) -> dict[int, float]:
    found: dict[int, float] = {}
    said = mentions(hint.text, program)

    def draw(lines: Sequence[int], worth: float) -> None:
        for line in lines:
            found[line] = found.get(line, 0.0) + worth / len(lines)

    draw(sorted(said.lines & held.keys()), BY_NUMBER)
    if hint.place:
        draw([line for line in held if hint.place[0] <= line <= hint.place[1]], BESIDE)
    for worth, signs in ((BY_NAME, said.names), (BY_VALUE, said.values)):
        for sign in sorted(signs):
            draw([line for line, there in held.items() if sign in there], worth)
    return found
