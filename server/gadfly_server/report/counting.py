"""Counts of students that give nobody away.

A count is hidden where fewer than ``K`` students stand behind it, and whether it is none is hidden, too.
A count that leaves out fewer than ``K`` of its group is only told as "at least": else the few who are left out would be
known. Sums are made of what is shown, never of what is hidden: nothing can be found out by subtracting.
(Sweeney 2002; on the attack by differencing: Denning, Denning and Schwartz 1979.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

K = 5


@dataclass(frozen=True, slots=True)
class Count:
    """How many students, or at least how many; ``None`` where that is hidden."""

    students: int | None
    at_least: bool = False

    @property
    def text(self) -> str:
        """The count for people."""
        if self.students is None:
            return f"under {K}"
        return f"{self.students}+" if self.at_least else str(self.students)

    @property
    def known(self) -> int:
        """How many there are for certain: what counts within this group are told against."""
        return self.students or 0


def counted(students: int, of: int) -> Count:
    """Tell a count of students as exactly as may be; ``of`` is how large everybody knows their group to be."""
    if students < K or of < K:
        return Count(None)
    if of - students < K:
        return Count(max(K, of - K + 1), at_least=True)
    return Count(students)


def beside(count: Count, other: Count) -> Count:
    """Tell a count beside that of nearly the same students, so that not even by subtracting a few come out."""
    if count.students is None or other.students is None or abs(count.known - other.known) >= K:
        return count
    return Count(max(K, other.known - K + 1), at_least=True)


def quartiles(values: Sequence[float]) -> tuple[float, float, float] | None:
    """The quartiles of values of different students; never the ends, which are somebody's."""
    if len(values) < K:
        return None
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return low, middle, high


def period(days: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """From when on, and until when, ``K`` students worked; ``days`` are the first and the last of each student."""
    firsts, lasts = sorted(first for first, _ in days), sorted(last for _, last in days)
    return firsts[K - 1], lasts[-K]
