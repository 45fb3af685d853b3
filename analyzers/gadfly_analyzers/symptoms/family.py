"""What a symptom is: one sentence on how a result is wrong, and the test by which it is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from gadfly_analyzers.symptoms.evidence import Evidence, Number


class Rank(IntEnum):
    """How much a symptom says; from ``PART`` on it counts as specific."""

    GENERAL = 0  # it differs, and no more is known
    DIRECTION = 1  # less or more, fewer or longer
    PART = 2  # which part is wrong, or that only a part is
    KIND = 3  # what kind of difference it is as a whole
    EXACT = 4  # one relation that accounts for the whole difference
    SEEN = 5  # the recorded run, or several tests together, show it


@dataclass(frozen=True, slots=True)
class Symptom:
    """How a result is wrong: never why, nor where, nor any value.

    ``text`` is a constant of the family, so that it can be shown for a test that the student must not see.
    ``misconceptions`` are ids of what a student may believe whose program shows this.
    """

    family: str
    text: str
    specificity: Rank
    misconceptions: tuple[str, ...] = ()

    @property
    def is_specific(self) -> bool:
        """Whether it says more than that something differs, or is less or more."""
        return self.specificity >= Rank.PART


@dataclass(frozen=True, slots=True)
class Family:
    """A symptom, and whether a failing test shows it."""

    symptom: Symptom
    is_shown_by: Callable[[Evidence], bool]


Holds = Callable[[Any, Any], bool]
Shown = Callable[[Evidence], bool]


def family(name: str, rank: Rank, text: str, shown: Shown, *misconceptions: str) -> Family:
    """Make a family, read as a sentence: name, rank, what is said, when, and what it may hint at."""
    return Family(Symptom(name, text, rank, misconceptions), shown)


def consistently(shown: Shown) -> Shown:
    """Ask also of the other tests of the same function that fail: what holds in one only may be chance."""
    return lambda evidence: shown(evidence) and all(shown(other) for other in evidence.failing_relatives)


def of_numbers(holds: Callable[[Number, Number], bool]) -> Shown:
    """Ask of the expected and the actual number; truth values are none."""
    return lambda evidence: evidence.numbers is not None and holds(*evidence.numbers)


def of_texts(holds: Callable[[str, str], bool]) -> Shown:
    """Ask of the expected and the actual text."""
    return lambda evidence: evidence.texts is not None and holds(*evidence.texts)


def of_sequences(holds: Callable[[Sequence[Any], Sequence[Any]], bool]) -> Shown:
    """Ask of two lists or two tuples."""
    return lambda evidence: evidence.sequences is not None and holds(*evidence.sequences)


def of_mappings(holds: Callable[[dict[Any, Any], dict[Any, Any]], bool]) -> Shown:
    """Ask of two dictionaries."""
    return lambda evidence: evidence.mappings is not None and holds(*evidence.mappings)


def of_values(holds: Holds) -> Shown:
    """Ask of any two values that are known whole."""
    return lambda evidence: evidence.values is not None and holds(*evidence.values)
