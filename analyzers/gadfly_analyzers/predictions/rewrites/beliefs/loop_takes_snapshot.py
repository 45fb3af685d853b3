"""“A loop visits what was there when it began”: what the loop adds or removes does not matter to it.

Loops over a name or an attribute are rewritten whose body changes that list, dictionary or set.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper
from gadfly_analyzers.predictions.rewrites.tree import CHANGING, field, is_path
from gadfly_analyzers.source import Source

MISCONCEPTION = "loop-takes-snapshot"
_SNAPSHOT = helper("lambda o: list(o) if type(o) in (list, dict, set) else o")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for loop in source.nodes("for_statement"):
        visited = field(loop, "right")
        if is_path(visited) and text_of(visited) in _changed(field(loop, "body")):
            yield from around(visited, f"{_SNAPSHOT}(")


def _changed(body: Node) -> Iterator[str]:
    """Give what a loop's body changes in place, as text."""
    for call in nodes_of(body, ("call",)):
        method = field(call, "function")
        if method.type == "attribute" and text_of(field(method, "attribute")) in CHANGING:
            yield text_of(field(method, "object"))
    for each in nodes_of(body, ("assignment", "augmented_assignment", "delete_statement")):
        target = each.named_children[0]
        yield text_of(field(target, "value")) if target.type == "subscript" else text_of(target)
