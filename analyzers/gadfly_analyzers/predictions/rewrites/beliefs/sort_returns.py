"""“`items.sort()` gives the sorted list”: `best = items.sort()` is a list, in order.

Calls of `sort` and `reverse` are rewritten whose value is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit
from gadfly_analyzers.predictions.rewrites.methods import giving_back
from gadfly_analyzers.source import Source

MISCONCEPTION = "sort-returns"
_METHODS = ("sort", "reverse")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    yield from giving_back(source, *_METHODS)
