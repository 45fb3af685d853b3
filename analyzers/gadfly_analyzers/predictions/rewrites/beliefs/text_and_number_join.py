"""“A number joins a text by itself”: `"Total: " + 3` is `"Total: 3"`.

All `+` are rewritten that stand next to a text that is written out.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.predictions.rewrites.edit import Edit, between, helper
from gadfly_analyzers.predictions.rewrites.tree import field
from gadfly_analyzers.source import Source

MISCONCEPTION = "text-and-number-join"
_JOIN = helper(
    "lambda a, b: str(a) + str(b) if (type(a), type(b)) in ((str, int), (str, float), (int, str), (float, str)) "
    "else a + b"
)


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("binary_operator"):
        left, sign, right = field(each, "left"), field(each, "operator"), field(each, "right")
        if sign.type == "+" and (_is_text(left) or _is_text(right)):
            yield from between(left, right, f"{_JOIN}(", (sign.start_byte, sign.end_byte, ","))


def _is_text(node: Node) -> bool:
    """Tell whether a text is written out here, or at the end of a longer sum."""
    while node.type == "binary_operator":
        if field(node, "right").type in ("string", "concatenated_string"):
            return True
        node = field(node, "left")
    return node.type in ("string", "concatenated_string")
