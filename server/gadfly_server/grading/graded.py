"""What comes of grading one dialogue, as plain values that can be kept and sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from gadfly_server.grading.score import Score

SIGNED = ("usefulness", "question_usefulness")  # may be less than nothing, so that 0 is no fault


@dataclass(frozen=True)
class GradedTurn:
    """The scores of one turn of the tutor; ``number`` counts all turns of the dialogue from 0."""

    number: int
    text: str
    level: int | None
    scores: Mapping[str, Score]

    def faults(self) -> dict[str, Score]:
        """Give the scores that are as bad as can be."""
        return {name: score for name, score in self.scores.items() if score.value == 0 and name not in SIGNED}


@dataclass(frozen=True)
class Graded:
    """One dialogue: its turns, and what holds of it as a whole.

    ``solved`` tells whether the last version of the program passes all tests; ``None`` without tests, or where the
    transcript holds no later version.  ``taught`` is what simulated students gain from all that the tutor said before
    the program was right; ``None`` without them.  ``problems`` are what kept the program from being run.
    """

    id: str
    tutor: str
    problem: str
    turns: tuple[GradedTurn, ...]
    solved: bool | None = None
    taught: float | None = None
    problems: tuple[str, ...] = ()

    def values(self, name: str) -> Iterator[float]:
        """Give the values of one score."""
        for turn in self.turns:
            score = turn.scores.get(name)
            if score is not None and score.value is not None:
                yield score.value


def to_json(graded: Graded) -> dict[str, Any]:
    """Give plain dictionaries and lists."""
    return asdict(graded)


def from_json(told: Mapping[str, Any]) -> Graded:
    """Give what ``to_json`` was given."""
    turns = [
        GradedTurn(
            each["number"],
            each["text"],
            each["level"],
            {name: Score(one["value"], one["evidence"]) for name, one in each["scores"].items()},
        )
        for each in told["turns"]
    ]
    rest = (told["id"], told["tutor"], told["problem"], tuple(turns), told["solved"], told["taught"])
    return Graded(*rest, tuple(told["problems"]))
