"""Means with confidence intervals, drawn over problems, for turns and dialogues about one problem are alike."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TypeVar

DRAWS = 1000
SEED = 20230713
R = TypeVar("R")


@dataclass(frozen=True)
class Estimate:
    """A mean over ``count`` values with the limits of its 95 % interval, which are equal for a single problem."""

    mean: float
    low: float
    high: float
    count: int


def estimate(values: Mapping[str, Sequence[float]]) -> Estimate | None:
    """Estimate the mean of all values, given by problem (percentile bootstrap, Efron 1979); ``None`` without values."""
    sums = [(sum(some), float(len(some))) for _, some in sorted(values.items()) if some]
    return _ratio(sums, sum(map(len, values.values())))


def share_of(values: Mapping[str, Sequence[float]], best: Mapping[str, Sequence[float]]) -> Estimate | None:
    """Estimate how much of what is best the values reach, both by problem: the mean of means over that of the best.

    ``None`` where there is nothing to compare.
    """
    both = [each for each in sorted(values) if values[each] and best.get(each)]
    means = [(fmean(values[each]), fmean(best[each])) for each in both]
    return _ratio(means, sum(len(values[each]) for each in both))


def difference(values: Mapping[str, Sequence[float]], others: Mapping[str, Sequence[float]]) -> Estimate | None:
    """Estimate by how much the mean of values is more than that of others, on the problems that have both.

    ``None`` where there is nothing to compare.
    """
    both = [each for each in sorted(values) if values[each] and others.get(each)]
    if not both:
        return None
    sums = [tuple((sum(some[each]), float(len(some[each]))) for some in (values, others)) for each in both]
    return _drawn(sums, _between, sum(len(values[each]) for each in both))


def _ratio(pairs: Sequence[tuple[float, float]], count: int) -> Estimate | None:
    """Estimate the sum of what is above the line, over that of what is below it; ``None`` where that is nothing."""
    return _drawn(pairs, _of, count) if sum(below for _, below in pairs) else None


def _drawn(rows: Sequence[R], of: Callable[[Sequence[R]], float], count: int) -> Estimate:
    chance = random.Random(SEED)  # noqa: S311 - the same draws every time
    drawn = sorted(of(chance.choices(rows, k=len(rows))) for _ in range(DRAWS))
    return Estimate(of(rows), drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS) - 1], count)


def _between(rows: Sequence[tuple[tuple[float, float], ...]]) -> float:
    return _of([row[0] for row in rows]) - _of([row[1] for row in rows])


def _of(pairs: Sequence[tuple[float, float]]) -> float:
    below = sum(each for _, each in pairs)
    return sum(above for above, _ in pairs) / below if below else 0.0
