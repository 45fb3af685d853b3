"""Logistic regression on signs that texts have or lack, by Newton's method with a penalty on large weights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from gadfly_analyzers.leaks.weighing import OUTSET

STIFFNESS = 2.0  # what the square of a weight costs, against the loss of one text
ROUNDS = 8
CLOSE = 1e-3


@dataclass(frozen=True)
class Row:
    """The signs of a text, whether it leaks, and how much it counts."""

    signs: frozenset[str]
    leaks: bool
    counts: float


def total(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    """Add up weights."""
    return weights.get(OUTSET, 0.0) + sum(weights.get(sign, 0.0) for sign in sorted(signs))


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """Give the weight of each sign, and of the outset."""
    names = [OUTSET, *sorted({sign for row in rows for sign in row.signs})]
    place = {name: number for number, name in enumerate(names)}
    active = [(0, *sorted(place[sign] for sign in row.signs)) for row in rows]
    weights = [0.0] * len(names)
    for _ in range(ROUNDS):
        step = _solved(*_slopes(rows, active, weights))
        weights = [old - change for old, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < CLOSE:
            break
    return dict(zip(names, weights, strict=True))


def _slopes(
    rows: Sequence[Row], active: Sequence[tuple[int, ...]], weights: Sequence[float]
) -> tuple[list[list[float]], list[float]]:
    """Give the second and the first derivatives of the loss."""
    size = len(weights)
    stiff = [0.0, *[STIFFNESS] * (size - 1)]  # the outset is free
    second = [[0.0] * size for _ in range(size)]
    for number in range(size):
        second[number][number] = stiff[number] + 1e-9
    first = [cost * weight for cost, weight in zip(stiff, weights, strict=True)]
    for row, places in zip(rows, active, strict=True):
        chance = 1 / (1 + exp(-sum(weights[each] for each in places)))
        missed = row.counts * (chance - row.leaks)
        bend = row.counts * chance * (1 - chance)
        for each in places:
            first[each] += missed
            line = second[each]
            for other in places:
                line[other] += bend
    return second, first


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a symmetric positive definite system by elimination."""
    size = len(right)
    for pivot in range(size):
        line, most = matrix[pivot], matrix[pivot][pivot]
        for below in range(pivot + 1, size):
            if factor := matrix[below][pivot] / most:
                row = matrix[below]
                for column in range(pivot, size):
                    row[column] -= factor * line[column]
                right[below] -= factor * right[pivot]
    found = [0.0] * size
    for pivot in range(size - 1, -1, -1):
        rest = sum(matrix[pivot][column] * found[column] for column in range(pivot + 1, size))
        found[pivot] = (right[pivot] - rest) / matrix[pivot][pivot]
    return found
