"""What one function does with its names: what it binds, reads, gives back and comes to next."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.reading.blocks import around, file_of, home_of
from gadfly_analyzers.patterns.reading.loops import loops_around
from gadfly_analyzers.patterns.reading.names import is_label, names_in_target

_BINDING = ("assignment", "augmented_assignment", "for_statement", "for_in_clause", "named_expression")
# The same few functions are looked at by many patterns, one after the other.
_KEPT = 64
_NOTHING = ("None", "False", "0", "-1", '""', "''", "[]")


@lru_cache(maxsize=_KEPT)
def own(scope: Node, types: tuple[str, ...]) -> tuple[Node, ...]:
    """List the nodes of some types in a function or file, without those in functions and classes inside."""
    return tuple(node for node in nodes_of(scope, types) if node != scope and home_of(node) == scope)


def bound_to(scope: Node, name: str) -> tuple[Node, ...]:
    """List the values that plain assignments of a function or file give to a name, also `a.b`."""
    return _bindings(scope).get(name, ())


@lru_cache(maxsize=_KEPT)
def _bindings(scope: Node) -> dict[str, tuple[Node, ...]]:
    found: dict[str, tuple[Node, ...]] = {}
    for node in own(scope, ("assignment",)):
        name, value = text_of(node.child_by_field_name("left")), _value(node)
        if value is not None:
            found[name] = (*found.get(name, ()), value)
    return found


def _value(assignment: Node) -> Node | None:
    value = assignment.child_by_field_name("right")
    while value is not None and value.type == "assignment":
        value = value.child_by_field_name("right")
    return value


@lru_cache(maxsize=_KEPT)
def names_bound_in(node: Node) -> frozenset[str]:
    """Give the names that anything below a node gives values to."""
    lefts = (each.child_by_field_name("left") for each in nodes_of(node, _BINDING))
    return frozenset(text_of(name) for left in lefts for name in names_in_target(left))


def reads(node: Node, name: str) -> bool:
    """Tell whether a name is read anywhere below a node."""
    return name in _names_read(node)


@lru_cache(maxsize=_KEPT)
def _names_read(node: Node) -> Mapping[str, Sequence[Node]]:
    """Give where each name is read, in the order of the text."""
    found: defaultdict[str, list[Node]] = defaultdict(list)
    for each in nodes_of(node, ("identifier",)):
        if not _is_bound(each):
            found[text_of(each)].append(each)
    return dict(found)


def _is_bound(identifier: Node) -> bool:
    parent = identifier.parent
    if parent is None or is_label(identifier):
        return parent is not None
    return parent.type in ("assignment", "for_statement") and parent.child_by_field_name("left") == identifier


def valued_returns(function: Node) -> list[Node]:
    """List a function's own `return` statements that give something back."""
    return [each for each in own(function, ("return_statement",)) if _returned(each) not in ("", "None")]


def gives_answer(statement: Node) -> bool:
    """Tell whether a `return` gives more than nothing: what is not false, zero or empty."""
    return _returned(statement) not in ("", *_NOTHING)


def _returned(statement: Node) -> str:
    return " ".join(text_of(child) for child in statement.named_children if child.type != "comment")


def is_after(node: Node, statement: Node) -> bool:
    """Tell whether a run may come to a node behind a statement: not if it stands in another branch of one choice."""
    if node.start_byte < statement.end_byte:
        return False
    outer = set(_ancestors(statement))
    common = next((each for each in _ancestors(node) if each in outer), None)
    return common is not None and common.type in ("block", "module")


def is_any_after(nodes: Sequence[Node], statement: Node) -> bool:
    """Tell whether a run may come to one of some nodes, given in the order of the text, behind a statement."""
    first = bisect_left(nodes, statement.end_byte, key=lambda node: node.start_byte)
    return any(is_after(nodes[index], statement) for index in reversed(range(first, len(nodes))))


def _ancestors(node: Node) -> Iterator[Node]:
    outer = node.parent
    while outer is not None:
        yield outer
        outer = outer.parent


def is_read_after(node: Node, name: str) -> bool:
    """Tell whether a name is read behind a node, or at another pass of a loop around it."""
    if any(reads(loop, name) for loop in loops_around(node)):
        return True
    scope = around(node, ("function_definition",), walls=()) or file_of(node)
    return is_any_after(_names_read(scope).get(name, ()), node)


def is_generator(function: Node) -> bool:
    """Tell whether a function yields."""
    return b"yield" in (function.text or b"") and bool(own(function, ("yield",)))
