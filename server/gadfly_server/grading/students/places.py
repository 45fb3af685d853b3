"""Where a node stands among others."""

from __future__ import annotations

from collections.abc import Collection

from tree_sitter import Node


def lines_of(node: Node | None) -> range:
    """Give the lines of a node (1-based); of none, none."""
    return range(0) if node is None else range(node.start_point.row + 1, node.end_point.row + 2)


def following(statement: Node) -> Node | None:
    """Give the statement that comes next in the same block; none for what is no statement."""
    if statement.parent is None or statement.parent.type not in ("block", "module"):
        return None
    after = statement.next_named_sibling
    while after is not None and after.type == "comment":
        after = after.next_named_sibling
    return after


def is_within(node: Node, types: Collection[str]) -> bool:
    """Tell whether something of the given types is around a node in its function."""
    holder = node.parent
    while holder is not None and holder.type != "function_definition":
        if holder.type in types:
            return True
        holder = holder.parent
    return False
