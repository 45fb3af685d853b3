"""Which variables hang on others: by what is assigned to them, and by the conditions around that."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.source import Source

_SETTING = ("assignment", "augmented_assignment", "for_statement", "call")
_DECIDING = {
    "if_statement": "condition",
    "elif_clause": "condition",
    "while_statement": "condition",
    "for_statement": "right",
}


def depending(names: Collection[str], program: str) -> frozenset[str]:
    """Give all variables whose values hang on those of some names, and these."""
    found = frozenset(names)
    while more := {name for name, made_of in _flows(program) if made_of & found} - found:
        found |= more
    return found


@lru_cache(16)
def _flows(program: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Give for each place that sets or changes a variable its name, and the names of which its value is made."""
    return tuple(flow for node in Source.parse(program).nodes(*_SETTING) for flow in _set_by(node))


def _set_by(node: Node) -> Iterator[tuple[str, frozenset[str]]]:
    target, value = node.child_by_field_name("left"), node.child_by_field_name("right")
    if node.type == "call":  # `found.append(each)` may change what `found` is
        function = node.child_by_field_name("function")
        target = None if function is None else function.child_by_field_name("object")
        value = node.child_by_field_name("arguments")
    made_of = frozenset(_names(value)).union(*_around(node))
    yield from ((name, made_of) for name in _names(target))


def _around(node: Node) -> Iterator[set[str]]:
    """Give the names in each condition around a node."""
    holder = node.parent
    while holder is not None and holder.type != "function_definition":
        if holder.type in _DECIDING:
            yield _names(holder.child_by_field_name(_DECIDING[holder.type]))
        holder = holder.parent


def _names(node: Node | None) -> set[str]:
    return set() if node is None else {text_of(each) for each in nodes_of(node, ("identifier",))}
