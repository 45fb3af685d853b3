"""Thoroughness: suggestions and references are matched one to one, so that a long list buys recall with precision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gadfly_server.grading.overlap.similarity import Missing, Similarity


@dataclass(frozen=True, slots=True)
class Thoroughness:
    """The figures of one turn; ``best`` is the similarity of the most similar pair ("overall" in the paper)."""

    precision: float
    recall: float
    f1: float
    best: float


def thoroughness(said: Sequence[str], references: Sequence[str], similarity: Similarity) -> Thoroughness:
    """Score the suggestions for one turn by the maximum-weight matching with its references; neither may be empty."""
    table = [[similarity(one, other) for other in references] for one in said]
    found = _matched(table)
    precision, recall = found / len(said), found / len(references)
    f1 = 2 * precision * recall / (precision + recall) if found else 0.0
    return Thoroughness(precision, recall, f1, max(max(row) for row in table))


def _matched(table: Sequence[Sequence[float]]) -> float:
    """Give the greatest sum of similarities of a matching."""
    if len(table) == 1 or len(table[0]) == 1:
        return max(max(row) for row in table)
    try:
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - optional
    except ImportError as error:
        raise Missing("The overlap with references needs packages: pip install 'gadfly[overlap]'") from error
    rows, columns = linear_sum_assignment(table, maximize=True)
    return float(sum(table[row][column] for row, column in zip(rows, columns, strict=True)))
