"""Where the first faulty statement of a ranking stands, ties broken at random."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import comb

TOPS = (1, 3, 5)
Keys = Sequence[float]  # one per unit; the greater, the more suspect


@dataclass(frozen=True)
class Rank:
    """``top`` are the chances that a faulty unit is among the first 1, 3 and 5; ``expected`` is the mean rank.

    ``exam`` is the expected rank as a share of all units.
    """

    top: tuple[float, ...]
    expected: float
    exam: float


def rank(keys: Keys, faulty: Collection[int]) -> Rank:
    """Give the rank of the first faulty unit: of ``tied`` units with ``hits`` among them, each order is as likely."""
    best = max(keys[number] for number in faulty)
    higher = sum(key > best for key in keys)
    tied = sum(key == best for key in keys)
    hits = sum(keys[number] == best for number in faulty)
    expected = higher + (tied + 1) / (hits + 1)
    return Rank(tuple(_within(k - higher, tied, hits) for k in TOPS), expected, expected / len(keys))


def _within(room: int, tied: int, hits: int) -> float:
    """Give the chance that one of the hits is among the first ``room`` of those tied."""
    room = max(0, min(room, tied))
    return 1 - comb(tied - hits, room) / comb(tied, room)
