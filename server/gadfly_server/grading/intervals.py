"""Means with confidence intervals, drawn over problems, for turns and dialogues about one problem are alike."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DRAWS = 1000
SEED = 20230713


@dataclass(frozen=True)
class Estimate:
    """A mean over ``count`` values with the limits of its 95 % interval, which are equal for a single problem."""

    mean: float
    low: float
    high: float
    count: int


def estimate(values: Mapping[str, Sequence[float]]) -> Estimate | None:
    """Estimate the mean of all values, given by problem (percentile bootstrap, Efron 1979); ``None`` without values."""
    sums = [(sum(some), len(some)) for _, some in sorted(values.items()) if some]
    if not sums:
        return None
    total, count = sum(each for each, _ in sums), sum(number for _, number in sums)
    chance = random.Random(SEED)  # noqa: S311 - the same draws every time
    means = []
    for _ in range(DRAWS):
        drawn = chance.choices(sums, k=len(sums))
        means.append(sum(each for each, _ in drawn) / sum(number for _, number in drawn))
    means.sort()
    return Estimate(total / count, means[int(0.025 * DRAWS)], means[int(0.975 * DRAWS) - 1], count)
