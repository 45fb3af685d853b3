"""“`*` makes new rows”: in `[[0] * 3] * 2` each row is a list of its own.

Products are rewritten in which a list is written out that holds more than plain values.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.predictions.rewrites.copies import COPY
from gadfly_analyzers.predictions.rewrites.edit import Edit, between, helper
from gadfly_analyzers.predictions.rewrites.tree import CONSTANTS, field, written
from gadfly_analyzers.source import Source

MISCONCEPTION = "times-copies-rows"
_REPEATED = helper(
    f"(lambda c: lambda a, b: [c(x) for _ in range(b) for x in a] if type(a) is list and type(b) is int "
    f"else [c(x) for _ in range(a) for x in b] if type(a) is int and type(b) is list else a * b)({COPY})"
)


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("binary_operator"):
        left, sign, right = field(each, "left"), field(each, "operator"), field(each, "right")
        if sign.type == "*" and (_has_rows(left) or _has_rows(right)):
            yield from between(left, right, f"{_REPEATED}(", (sign.start_byte, sign.end_byte, ","))


def _has_rows(node: Node) -> bool:
    return node.type == "list" and any(item.type not in CONSTANTS for item in written(node))
