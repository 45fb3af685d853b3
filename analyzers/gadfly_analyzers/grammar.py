"""Python's grammar for tree-sitter, and the queries that find nodes of a type."""

from __future__ import annotations

from collections.abc import Iterable
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
    level = [root]
    for below in range(DEEPEST, 0, -1):  # a node with no more nodes than levels are left is not that deep
        level = [child for node in level for child in node.children if child.descendant_count > below]
        if not level:  # as with most statements, at once
            return False
    return True


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
