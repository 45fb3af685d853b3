"""What the student's earlier work speaks for: signs of beliefs, which fade with time, and a level to start at."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

HALF_LIFE = 30  # days after which a sign counts half
HOLDS, REFUTED = 0.2, -0.6  # from here on a weight leans: one clear sign for a belief, several against it
RETURNS = 2  # other programs on which a belief held that then comes back
USUAL, EASY = 2, 3  # levels at which a dialogue starts
FEW_SOLVED, MANY_WRONG = 3, 5  # programs and answers, of a beginner
_DOUBT = 0.5  # the less there is to go by, the nearer to 0


class Sign(str, Enum):
    """What was seen; alone it says nothing of a program or of an answer's words."""

    WRONG = "wrong answer"
    RIGHT = "right answer"
    CONCEPT_WRONG = "wrong answer about a tiny program"
    CONCEPT_RIGHT = "right answer about a tiny program"
    CLUE = "clue in a failing program"
    REPAIRED = "repaired there"
    SOLVED = "program solved"

    @property
    def weight(self) -> float:
        """How much it speaks for a belief, or below 0 against it."""
        return _WEIGHTS[self]


_WEIGHTS = {
    Sign.WRONG: 1.0,
    Sign.CONCEPT_WRONG: 1.0,
    Sign.CLUE: 0.5,
    Sign.RIGHT: -0.5,  # who does not hold a belief answers right, and so does who guesses
    Sign.CONCEPT_RIGHT: -0.5,
    Sign.REPAIRED: -0.5,
    Sign.SOLVED: 0.0,
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A sign of a misconception in a program, whose name is not known here, on a day."""

    misconception: str
    sign: Sign
    program: str
    day: date


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of one belief: ``weight`` is −1 (surely not held) to 1; the rest is for people.

    ``held`` and ``refuted`` count what spoke for and against it, ``programs`` those on which it held.
    """

    misconception: str
    weight: float
    held: int
    refuted: int
    programs: int
    last: date

    @property
    def lean(self) -> int:
        """1 where the student is likely to hold the belief, −1 where likely not, 0 where neither is clear."""
        return (self.weight >= HOLDS) - (self.weight <= REFUTED)

    @property
    def returns(self) -> bool:
        """Whether it held on several programs, and is still likely to."""
        return self.lean > 0 and self.programs >= RETURNS


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the tutor gets to know of the student: beliefs, and the level to start at."""

    beliefs: tuple[Remembered, ...] = ()
    start: int = USUAL


NOTHING = Recalled()


def weighed(occurrences: Iterable[Occurrence], today: date) -> tuple[Remembered, ...]:
    """One for each misconception, the likeliest first."""
    groups: dict[str, list[Occurrence]] = {}
    for each in occurrences:
        groups.setdefault(each.misconception, []).append(each)
    found = (_weighed(misconception, group, today) for misconception, group in groups.items())
    return tuple(sorted(found, key=lambda each: (-each.weight, each.misconception)))


def starting_level(solved: int, right: int, wrong: int) -> int:
    """Beginners, who solved few programs and are wrong more often than right, start with an easier level."""
    return EASY if solved < FEW_SOLVED and wrong >= MANY_WRONG and wrong > right else USUAL


def _weighed(misconception: str, group: list[Occurrence], today: date) -> Remembered:
    speaking_for = [each for each in group if each.sign.weight > 0]
    against = [each for each in group if each.sign.weight < 0]
    pro, contra = _sum(speaking_for, today), -_sum(against, today)
    return Remembered(
        misconception,
        weight=round((pro - contra) / (pro + contra + _DOUBT), 3),
        held=len(speaking_for),
        refuted=len(against),
        programs=len({each.program for each in speaking_for}),
        last=max(each.day for each in group),
    )


def _sum(group: Iterable[Occurrence], today: date) -> float:
    return sum(each.sign.weight * math.pow(0.5, max(0, (today - each.day).days) / HALF_LIFE) for each in group)
