"""“`^` raises to a power”: `2 ^ 3` is 8, and as in mathematics it binds more tightly than `*`.

All `^` are rewritten but those next to a set or a truth value.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, replaced
from gadfly_analyzers.predictions.rewrites.tree import field
from gadfly_analyzers.source import Source

MISCONCEPTION = "caret-is-power"
_SIGNS = {"^": "**", "^=": "**="}
_OTHERS = ("set", "set_comprehension", "true", "false", "boolean_operator", "not_operator")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("binary_operator", "augmented_assignment"):
        sign, sides = field(each, "operator"), (field(each, "left"), field(each, "right"))
        if sign.type in _SIGNS and not any(side.type in _OTHERS or _makes_set(side) for side in sides):
            yield replaced(sign, _SIGNS[sign.type])


def _makes_set(node: Node) -> bool:
    return node.type == "call" and text_of(field(node, "function")) in ("set", "frozenset", "bool")
