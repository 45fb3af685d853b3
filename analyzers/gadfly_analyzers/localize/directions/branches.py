"""Which way a condition sends the run, and whether it is at the border that it sends it another way."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.localize.directions.compared import Compared, Pair
from gadfly_analyzers.python_text import literal_of
from gadfly_analyzers.trace.readings import Activation, Step

_HEADERS = ("if_statement", "elif_clause")
_BORDERS = ("<", "<=", ">", ">=")
_SUMS: Mapping[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "%": operator.mod,
}
_UNKNOWN = object()


def way(compared: Compared) -> Deviation | None:
    """Compare which way the condition sends the run, each time that it is asked."""
    if compared.statement.kind not in _HEADERS:
        return None
    for pair in compared.pairs:
        ours = pair.ours.branches(compared.line)
        theirs = _theirs(compared, pair)
        if ours is None or theirs is None:
            continue
        for number, (one, other) in enumerate(zip(ours, theirs, strict=False)):
            if one.value != other:
                step = (pair.ours.runs_of(compared.line) or ())[number : number + 1]
                at_border = bool(step) and _is_at_border(compared, pair.ours, step[0])
                return _named(taken=one.value, at_border=at_border)
    return None


def _named(*, taken: bool, at_border: bool) -> Deviation:
    if at_border:
        return Deviation.TOO_LOOSE if taken else Deviation.TOO_STRICT
    return Deviation.BRANCH_TAKEN if taken else Deviation.BRANCH_MISSED


def _theirs(compared: Compared, pair: Pair) -> list[bool] | None:
    there = compared.there
    found = pair.theirs.branches(there.line) if there is not None and there.kind in _HEADERS else None
    return None if found is None else [each.value for each in found]


def _is_at_border(compared: Compared, run: Activation, step: Step) -> bool:
    """Tell whether the two sides of a comparison by size were equal."""
    node = compared.ours.node(compared.statement)
    condition = node.child_by_field_name("condition") if node else None
    if condition is None:
        return False
    comparisons = [condition, *nodes_of(condition, ("comparison_operator",))]
    return any(_are_equal(each, run, step) for each in comparisons if each.type == "comparison_operator")


def _are_equal(comparison: Node, run: Activation, step: Step) -> bool:
    operators = [child.type for child in comparison.children if not child.is_named]
    if len(operators) != 1 or operators[0] not in _BORDERS:
        return False
    left, right = (_value(side, run, step) for side in comparison.named_children[:2])
    return left is not _UNKNOWN and right is not _UNKNOWN and type(left) is type(right) and bool(left == right)


def _value(node: Node, run: Activation, step: Step) -> Any:
    """The value of a simple expression before a step: a literal, a name, an item of it, its length, or a little sum."""
    if node.type == "identifier":
        return _of_name(text_of(node), run, step)
    if node.type == "subscript":
        of, at = (_value(each, run, step) for each in _parts(node, "value", "subscript"))
        return _item(of, at)
    if node.type == "call" and text_of(node.child_by_field_name("function")) == "len":
        arguments = node.child_by_field_name("arguments")
        of = _value(arguments.named_children[0], run, step) if arguments and arguments.named_children else _UNKNOWN
        return len(of) if isinstance(of, (str, list, tuple, dict, set)) else _UNKNOWN
    if node.type == "binary_operator":
        sign = text_of(node.child_by_field_name("operator"))
        left, right = (_value(each, run, step) for each in _parts(node, "left", "right"))
        are_whole = type(left) is int and type(right) is int
        return _SUMS[sign](left, right) if are_whole and sign in _SUMS and (right or sign != "%") else _UNKNOWN
    return _literal(text_of(node))


def _parts(node: Node, *fields: str) -> Iterator[Node]:
    yield from (child for field in fields if (child := node.child_by_field_name(field)))


def _of_name(name: str, run: Activation, step: Step) -> Any:
    value = run.value_before(name, step.start)
    return _literal(value.text) if value is not None and value.literal else _UNKNOWN


def _item(of: Any, at: Any) -> Any:
    try:
        return of[at]
    except (TypeError, LookupError):
        return _UNKNOWN


def _literal(text: str) -> Any:
    try:
        return literal_of(text)
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        return _UNKNOWN
