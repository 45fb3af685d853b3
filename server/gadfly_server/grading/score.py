"""What a score is, and what it is worked out from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.grading.transcript import Transcript, Turn

if TYPE_CHECKING:
    from gadfly_server.grading.case import Case

USUAL_LEVEL = 2  # where nothing is known of the level: a question about the student's own run


@dataclass(frozen=True, slots=True)
class Score:
    """One judgement: 1 is best, 0 is worst, ``None`` where there is nothing to judge; ``evidence`` is for people."""

    value: float | None
    evidence: str = ""


NOTHING = Score(None)


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn of the tutor with all that came before it, and what is known of the program as it stood then."""

    transcript: Transcript
    number: int
    case: Case

    @property
    def turn(self) -> Turn:
        """The turn that is judged."""
        return self.transcript.turns[self.number]

    @property
    def level(self) -> int:
        """Its level, or the usual one."""
        return USUAL_LEVEL if self.turn.level is None else self.turn.level

    @property
    def before(self) -> tuple[Turn, ...]:
        """The turns before it."""
        return self.transcript.turns[: self.number]

    @property
    def heard(self) -> tuple[str, ...]:
        """What the student had said by then."""
        return tuple(turn.text for turn in self.before if turn.role == "student")

    @property
    def said(self) -> tuple[str, ...]:
        """What the tutor had said by then."""
        return tuple(turn.text for turn in self.before if turn.role == "tutor")
