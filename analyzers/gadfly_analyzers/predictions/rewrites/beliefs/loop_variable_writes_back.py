"""“Changing the loop variable changes the list”: `for x in items: x = 2 * x` doubles the items.

Loops over a name are rewritten that assign to their only variable.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper, inserted
from gadfly_analyzers.predictions.rewrites.tree import field, is_statement, scope_of
from gadfly_analyzers.source import Source

MISCONCEPTION = "loop-variable-writes-back"
_NUMBERED = helper("lambda o: enumerate(o)")
_WRITE = helper("lambda o, i, v: o.__setitem__(i, v) if type(o) is list else None")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for loop in source.nodes("for_statement"):
        variable, visited = field(loop, "left"), field(loop, "right")
        changes = [each for each in _assignments(loop) if text_of(field(each, "left")) == text_of(variable)]
        if variable.type == visited.type == "identifier" and changes:
            at = f"__gadfly_at_{source.line_of(loop.start_byte)}__"
            yield inserted(variable.start_byte, f"{at}, ")
            yield from around(visited, f"{_NUMBERED}(")
            for each in changes:
                kept = f"{text_of(visited)}, {at}, {text_of(variable)}"
                yield inserted(each.end_byte, f"; {_WRITE}({kept})")


def _assignments(loop: Node) -> Iterator[Node]:
    """Give the assignments in a loop that are whole statements, and not in a function inside of it."""
    for each in nodes_of(field(loop, "body"), ("assignment", "augmented_assignment")):
        if is_statement(each) and scope_of(each) == scope_of(loop):
            yield each
