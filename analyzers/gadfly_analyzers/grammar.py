"""Python's grammar for tree-sitter, and the queries that find nodes of a type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import tree_sitter_python
from tree_sitter import Language, Node, Query, QueryCursor

PYTHON = Language(tree_sitter_python.language())
DEEPEST = 120  # levels of a tree that are looked at; what stands in twenty nested blocks, the most, is about sixty deep


def nodes_of(root: Node, types: tuple[str, ...]) -> list[Node]:
    """List the named nodes of the given types in the order in which they begin, outer before inner."""
    return in_order(QueryCursor(_query_for(types)).captures(root).get("node", []))


def nodes_by_type(root: Node, types: frozenset[str]) -> dict[str, list[Node]]:
    """Do the same for each type apart, which takes hardly longer for many types than for one."""
    found = QueryCursor(_query_by_type(types)).captures(root)
    return {type_: in_order(found.get(type_, ())) for type_ in types}


def is_deep(root: Node) -> bool:
    """Tell whether something is nested without end: to ask a node what is around it takes longer the deeper it is."""
    return _is_deep(root, lambda node: node.children)


def is_deep_between(root: Node, start: int, end: int) -> bool:
    """Tell the same of what stands between two places; quick, however much else there is."""
    return _is_deep(root, lambda node: children_between(node, start, end))


def _is_deep(root: Node, children: Callable[[Node], Iterable[Node]]) -> bool:
    level = [root]
    for below in range(DEEPEST, 0, -1):  # a node with no more nodes than levels are left is not that deep
        level = [child for node in level for child in children(node) if child.descendant_count > below]
        if not level:  # as with most statements, at once
            return False
    return True


def children_between(parent: Node, start: int, end: int) -> Iterator[Node]:
    """Visit the children that reach into a range."""
    node = child_at(parent, start)
    while node is not None and node.start_byte < end:
        yield node
        node = node.next_sibling


def child_at(parent: Node, byte: int) -> Node | None:
    """Give the child that ends behind a place, or the last one.

    Two traps of tree-sitter 0.26.1: `Node.first_child_for_byte` past the end gives a node that kills who reads it,
    and a cursor on its way to a previous sibling hangs or crashes in some broken trees; a node finds its sibling.
    """
    cursor = parent.walk()
    if cursor.goto_first_child_for_byte(byte) is None and not cursor.goto_last_child():
        return None
    return cursor.node


def in_order(nodes: Iterable[Node]) -> list[Node]:
    """Sort nodes as they begin, outer before inner."""
    return sorted(nodes, key=lambda node: (node.start_byte, -node.end_byte))


def text_of(node: Node | None) -> str:
    """Give a node's text; no node has none."""
    return "" if node is None or node.text is None else node.text.decode("utf-8", "surrogatepass")


@lru_cache(maxsize=64)
def _query_for(types: tuple[str, ...]) -> Query:
    return Query(PYTHON, "[" + " ".join(f"({type_})" for type_ in types) + "] @node")


@lru_cache(maxsize=64)
def _query_by_type(types: frozenset[str]) -> Query:
    return Query(PYTHON, " ".join(f"({type_}) @{type_}" for type_ in sorted(types)))
