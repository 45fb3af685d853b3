"""“The number at the end of a range belongs to it”: `range(1, 4)` is 1, 2, 3, 4, and `range(3)` is 0, 1, 2, 3.

Every call of `range` is rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, helper, replaced
from gadfly_analyzers.predictions.rewrites.tree import calls, field
from gadfly_analyzers.source import Source

MISCONCEPTION = "range-includes-end"
_RANGE = helper("lambda a, b=None, s=1: range(a + 1) if b is None else range(a, b + (1 if s > 0 else -1), s)")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for call in calls(source, "range"):
        yield replaced(field(call, "function"), _RANGE)
