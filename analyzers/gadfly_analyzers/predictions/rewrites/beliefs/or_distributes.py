"""“A comparison goes for all that follows”: `x == 1 or 2` asks whether `x` is 1 or `x` is 2.

Plain values are rewritten that stand after `or` or `and` behind a comparison of a name, an attribute or an item.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.predictions.rewrites.edit import Edit, inserted
from gadfly_analyzers.predictions.rewrites.tree import CONSTANTS, field, is_path, written
from gadfly_analyzers.source import Source

MISCONCEPTION = "or-distributes"
_SIGNS = ("==", "!=", "<", "<=", ">", ">=", "is", "is not")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("boolean_operator"):
        value, comparison = field(each, "right"), _comparison(field(each, "left"))
        if value.type in CONSTANTS and comparison is not None:
            start = comparison.start_byte
            asked = source.data[start : written(comparison)[1].start_byte].decode("utf-8", "surrogatepass")
            yield inserted(value.start_byte, asked)


def _comparison(before: Node) -> Node | None:
    """Give the comparison that goes on in a value behind it: the first one, with only plain values in between."""
    while before.type == "boolean_operator" and field(before, "right").type in CONSTANTS:
        before = field(before, "left")
    if before.type == "boolean_operator":
        before = field(before, "right")
    if before.type != "comparison_operator" or len(written(before)) != 2:
        return None
    signs = [child.type for child in before.children if not child.is_named]
    return before if is_path(written(before)[0]) and all(sign in _SIGNS for sign in signs) else None
