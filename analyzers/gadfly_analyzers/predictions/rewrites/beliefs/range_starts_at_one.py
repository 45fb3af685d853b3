"""“Python counts as people do”: `range(3)` is 1, 2, 3.

Calls with one argument are rewritten; whoever writes a start down gets what they wrote.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, helper, replaced
from gadfly_analyzers.predictions.rewrites.tree import calls, field, written
from gadfly_analyzers.source import Source

MISCONCEPTION = "range-starts-at-one"
_RANGE = helper("lambda a, *r: range(a, *r) if r else range(1, a + 1)")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for call in calls(source, "range"):
        if len(written(field(call, "arguments"))) == 1:
            yield replaced(field(call, "function"), _RANGE)
