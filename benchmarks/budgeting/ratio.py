"""One figure of ours over one of a floor or a peer, taken in the same run so that the machine counts out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """``ours`` and ``floor`` are in the same ``unit``; ``against`` says what the floor is.

    A ratio of ``enough`` is good enough whatever was measured once: no budget is written that is stricter.
    """

    name: str
    ours: float
    floor: float
    unit: str
    against: str
    enough: float = 0.0

    @property
    def value(self) -> float:
        """How many times the floor ours is; less is better."""
        return self.ours / self.floor


def quicker(times: Sequence[float]) -> float:
    """The mean of the quicker half: what else is going on only slows down, and one odd reading counts little."""
    half = sorted(times)[: (len(times) + 1) // 2]
    return sum(half) / len(half)


# Measures some ratios that share what it takes to measure them, anew at each call.
Measure = Callable[[], Iterator[Ratio]]
