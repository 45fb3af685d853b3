"""A question, the way it is answered, and the evidence that marks it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Entry(str, Enum):
    """How an answer is entered."""

    VALUE = "value"
    NUMBER = "number"
    CHOICE = "choice"
    LINE = "line"
    TEXT = "text"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Place:
    """Lines of the program, 1-based, last one included."""

    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Oracle:
    """The one right answer, where it was observed, and the evidence in words.

    ``source`` is ``test``, ``run``, ``trace``, ``coverage``, ``suspects``, ``tree``, ``divergence`` or ``catalogue``;
    a line answer may be a range such as ``4-6``: any line in it is right.
    ``written`` is the answer in the test's own words, where the test computes it; it is right, too.
    ``truth`` tells that an answer is right if it counts as true where ``answer`` does.
    ``also`` are further right answers.
    ``mentions`` is what happened in the run, in its order: an answer in free words has to say how it ended at least.
    """

    answer: str
    source: str
    evidence: str
    written: str = ""
    truth: bool = False
    mentions: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question with exactly one right answer.

    ``choices`` always holds two to four plausible answers, the right one among them, in a fixed order; where pieces are
    to be put in order, these are the pieces, and the answer names them by letters: ``B A D C``.
    ``topic`` names what of the program it is about, so that the next question can stay there;
    ``insight`` names, for people, the understanding that a right answer shows;
    ``surprise`` is greater where a reader would guess something else (0 to 3);
    ``beliefs`` are wrong answers, each with the misconception that leads to it;
    ``moment`` is the same for questions that ask in other words for the same name at the same moment of a run, or
    whether the same line runs; ``tells`` are moments of other questions that are known once this one is answered.
    """

    id: str
    kind: str
    level: int
    text: str
    entry: Entry
    oracle: Oracle
    points_at: Place | None
    choices: tuple[str, ...]
    topic: str = ""
    insight: str = ""
    surprise: int = 0
    beliefs: tuple[tuple[str, str], ...] = ()
    moment: str = ""
    tells: tuple[str, ...] = ()
