"""What a leak check says of a text: whether it gives too much away, and why, in words that give nothing away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

NOTHING_SAID = ("",)  # so that praise, and "What happens now?", do not pass for agreeing with who has said nothing


class Kind(Enum):
    """A way of giving something away."""

    EDIT = "edit"  # tells to edit the program
    TOKEN = "token"  # noqa: S105 - a piece of code that only a repair has
    WORD = "word"  # leads in words to what a repair does
    SPLICE = "splice"  # holds a piece of code that makes more tests pass
    POINT = "point"  # points more precisely than the level allows; alone it is no leak


class Fault(Enum):
    """What is wrong with a text that leaks, as those who rate tutors call it."""

    DIRECT = "direct"  # names the cause or the repair, in words or in code
    PREMATURE = "premature"  # asks for an edit before the bug is understood


_FAULTS = {
    Kind.EDIT: Fault.PREMATURE,
    Kind.TOKEN: Fault.DIRECT,
    Kind.WORD: Fault.DIRECT,
    Kind.SPLICE: Fault.DIRECT,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason; ``text`` is for people and never holds a repair, nor what only a repair has.

    ``doubtful`` tells that the signs speak for it, but hardly: enough to say something else, too little to blame.
    """

    kind: Kind
    text: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one text at one level; ``leaks`` tells that some reason is more than pointing."""

    level: int
    reasons: tuple[Reason, ...] = ()

    @property
    def leaks(self) -> bool:
        """Whether the text must not be shown."""
        return any(reason.kind is not Kind.POINT for reason in self.reasons)

    def but(self, kind: Kind) -> Verdict:
        """Give the verdict without the reasons of one kind."""
        return Verdict(self.level, tuple(reason for reason in self.reasons if reason.kind is not kind))

    @property
    def faults(self) -> frozenset[Fault]:
        """What is wrong with the text; a request for an edit that names it is both."""
        return frozenset(_FAULTS[reason.kind] for reason in self.reasons if reason.kind in _FAULTS)

    @property
    def too_precise(self) -> bool:
        """Whether the text points more precisely than its level allows."""
        return any(reason.kind is Kind.POINT for reason in self.reasons)
