"""“The item at the end of a slice belongs to it”: `items[0:2]` has three items, and `items[1:-1]` has the last one.

Slices with an end are rewritten, those with a step only if it is a positive number.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper
from gadfly_analyzers.predictions.rewrites.tree import written
from gadfly_analyzers.source import Source

MISCONCEPTION = "slice-includes-end"
_BEYOND = helper("lambda e: e if e is None else e + 1 or None")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("slice"):
        end = _end(each)
        if end is not None:
            yield from around(end, f"{_BEYOND}(")


def _end(each: Node) -> Node | None:
    """Give what stands after the first colon, unless the slice goes backwards."""
    colons = [child for child in each.children if child.type == ":"]
    parts: list[Node | None] = [None, None, None]
    for child in written(each):
        parts[sum(colon.start_byte < child.start_byte for colon in colons)] = child
    return parts[1] if parts[2] is None or parts[2].type == "integer" else None
