"""“`total = price` in a loop adds up”: each pass adds to what was there.

Assignments in loops are rewritten to names that a plain number begins with before the loop, in the same function.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, replaced
from gadfly_analyzers.predictions.rewrites.tree import CONSTANTS, LOOPS, ancestor, field, is_statement, own, scope_of
from gadfly_analyzers.source import Source

MISCONCEPTION = "plain-assignment-accumulates"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("assignment"):
        name, value = field(each, "left"), field(each, "right")
        loop = ancestor(each, *LOOPS)
        if loop is None or scope_of(loop) != scope_of(each) or not is_statement(each) or value.type in CONSTANTS:
            continue
        mentioned = {text_of(node) for node in nodes_of(value, ("identifier",))}
        if name.type == "identifier" and text_of(name) not in mentioned and _begins_with_number(loop, text_of(name)):
            yield replaced(each.children[1], "+=")


def _begins_with_number(loop: Node, name: str) -> bool:
    """Tell whether a name gets a number before a loop."""
    before = (each for each in own(scope_of(loop), "assignment") if each.end_byte <= loop.start_byte)
    return any(
        text_of(field(each, "left")) == name and field(each, "right").type in ("integer", "float") for each in before
    )
