"""How useful a hint is: how much likelier a simulated student repairs the program with it than without it.

``chance_to_fix`` is exact for one person: who tries ``n`` edits, each drawn by weight, hits one that helps with
``1 - (1 - p) ** n``, ``p`` being the share of the weight of all that help. Averaged over persons (seeds), the gain is
``P(fix | hint) - P(fix | no hint)``, and may be negative: a hint can lead astray.
The control is somebody who gets the hint without the program, and can only write what the hint dictates: where that
suffices, the hint gives the repair away.

It does not measure what an explanation makes a person understand, nor whether it likes a hint, answers it, or learns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress
from pathlib import Path

from gadfly_analyzers.attempts.attempt import Attempts, spaced
from gadfly_analyzers.attempts.trying import attempts_at
from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.runner import Runner
from gadfly_server.grading.students.attention import Hint, dictated, weights
from gadfly_server.grading.students.mentions import mentions
from gadfly_server.grading.students.student import MEDIUM, WEAK, Student

SEEDS = range(8)


@dataclass(frozen=True, slots=True)
class Usefulness:
    """Gains of the weak and the medium student over no hint, and the chance of who has nothing but the hint."""

    weak: float
    medium: float
    hint_only: float


async def prepare(program: Path, runner: Runner, *, interpreter: Path, right: Sequence[str] = ()) -> Attempts:
    """Try once all that students might try on a program; ``right`` are programs without the bugs, where there are."""
    return await attempts_at(find_assignment(program), runner, interpreter=interpreter, right=right)


def usefulness(known: Attempts, *hints: Hint) -> Usefulness | None:
    """Measure hints, given one after another; ``None`` where no attempt helps, so that nothing could be told.

    Who has nothing but the hints writes down what the one dictates that dictates most.
    """
    if not known.solvable or not hints:
        return None
    weak, medium = (_gain(known, hints, student) for student in (WEAK, MEDIUM))
    return Usefulness(weak, medium, max(hint_only(known, hint) for hint in hints))


def chance_to_fix(known: Attempts, hints: Sequence[Hint], student: Student, seed: int) -> float:
    """The chance that one person makes the program right, a part of it where that takes several edits."""
    weighed = weights(known, hints, student, seed)
    right = sum(compress(weighed, _wanted(known)))
    return float(1.0 - (1.0 - right / (sum(weighed) or 1.0)) ** student.tries)


def hint_only(known: Attempts, hint: Hint) -> float:
    """The chance of somebody without the program, who writes the longest code that the hint dictates where it fits.

    If the hint names lines, only there. Code that the student has said itself is not the hint's.
    """
    said = mentions(hint.text, known.text)
    own = spaced(hint.heard)
    foreign, shortened = (
        frozenset(piece for piece in some if piece not in own) for some in (said.foreign, said.shortened)
    )
    said = replace(said, foreign=foreign, shortened=shortened)
    fitting = [
        (dictated(each, said), is_wanted)
        for each, is_wanted in zip(known.every, _wanted(known), strict=True)
        if not said.lines or each.line in said.lines
    ]
    longest = max((length for length, _ in fitting), default=0)
    written = [is_wanted for length, is_wanted in fitting if length == longest > 0]
    return sum(written) / len(written) if written else 0.0


def _gain(known: Attempts, hints: Sequence[Hint], student: Student) -> float:
    with_them = sum(chance_to_fix(known, hints, student, seed) for seed in SEEDS)
    without = sum(chance_to_fix(known, (), student, seed) for seed in SEEDS)
    return (with_them - without) / len(SEEDS)


@lru_cache(8)
def _wanted(known: Attempts) -> tuple[bool, ...]:
    """Tell which edits make the program right, or lead on where none does that alone."""
    whole = tuple(each.whole or each.meant for each in known.every)
    return whole if any(whole) else tuple(each.helps for each in known.every)
