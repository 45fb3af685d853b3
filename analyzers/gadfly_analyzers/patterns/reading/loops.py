"""What a loop counts or visits, and how long a thing is that it goes through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.reading.blocks import HOMES, arguments_of, called, without_parentheses
from gadfly_analyzers.patterns.reading.names import is_given, is_touched, names_in_target, places, value_before

LOOPS = ("for_statement", "while_statement")
LEAVING_LOOPS = ("break_statement", "return_statement", "raise_statement")


class Counting(NamedTuple):
    """A loop that counts: its variable, the first value, and the value at which it stops."""

    variable: str
    first: Node | None
    stop: Node
    sign: str  # `<` if the stop is left out, `<=` if not
    step: Node | None = None

    @property
    def first_text(self) -> str:
        """Give the first value as it is written."""
        return "0" if self.first is None else text_of(self.first)


def loops_around(node: Node) -> Iterator[Node]:
    """Visit the loops that have a node in their body, from the innermost on, up to the function."""
    inner = node
    while (around := inner.parent) is not None and around.type not in HOMES:
        if around.type in LOOPS and around.child_by_field_name("body") == inner:
            yield around
        inner = around


def counting(loop: Node) -> Counting | None:
    """Tell what a loop counts: with `range`, or while a name is below something."""
    return _counting_by_hand(loop) if loop.type == "while_statement" else _counting_by_range(loop)


def length_of(node: Node | None, loop: Node) -> str:
    """Give the text of the thing whose length a node is: `len(xs)`, or a name that stands for it before a loop."""
    if node is not None and node.type == "identifier":
        node = value_before(loop, text_of(node))
    if called(node) != "len":
        return ""
    arguments = arguments_of(node)
    return text_of(arguments[0]) if len(arguments) == 1 else ""


def written_out(node: Node, loop: Node) -> Node:
    """Give what a name stands for before a loop and in it, if that is plain; or else the node itself."""
    value = value_before(loop, text_of(node)) if node.type == "identifier" else None
    return node if value is None or is_touched(loop, text_of(node)) else value


def sum_of(node: Node | None) -> tuple[Node, int] | None:
    """Take `something + 1` or `something - 1` apart."""
    node = without_parentheses(node) if node is not None else None
    if node is None or node.type != "binary_operator":
        return None
    left, right, sign = (node.child_by_field_name(name) for name in ("left", "right", "operator"))
    if left is None or right is None or right.type != "integer" or not text_of(right).isdecimal():
        return None
    number = int(text_of(right))
    return {"+": (left, number), "-": (left, -number)}.get(text_of(sign))


def targets_of(loop: Node) -> list[str]:
    """List the names that a `for` gives values to at each pass; a `while` gives none."""
    return [text_of(each) for each in names_in_target(loop.child_by_field_name("left"))]


def is_left_after(node: Node) -> bool:
    """Tell whether a `break`, `return` or `raise` follows in the same block."""
    following = node.next_named_sibling
    while following is not None and following.type not in LEAVING_LOOPS:
        following = following.next_named_sibling
    return following is not None


def exits_of(loop: Node, types: tuple[str, ...]) -> list[Node]:
    """List the `break` or `continue` statements that belong to a loop itself."""
    body = loop.child_by_field_name("body")
    return (
        [each for each in nodes_of(body, types) if next(loops_around(each), None) == loop] if body is not None else []
    )


def _counting_by_range(loop: Node) -> Counting | None:
    left, right = loop.child_by_field_name("left"), loop.child_by_field_name("right")
    if left is None or left.type != "identifier" or called(right) != "range":
        return None
    given = arguments_of(right)
    if not 1 <= len(given) <= 3:  # `range` takes as many
        return None
    if len(given) == 1:
        return Counting(text_of(left), None, given[0], "<")
    return Counting(text_of(left), given[0], given[1], "<", given[2] if len(given) > 2 else None)


def _counting_by_hand(loop: Node) -> Counting | None:
    condition = loop.child_by_field_name("condition")
    if condition is None:
        return None
    for comparison in (condition, *condition.named_children):
        signs = [child.type for child in comparison.children if not child.is_named]
        if comparison.type != "comparison_operator" or signs not in (["<"], ["<="]):
            continue
        name, stop = comparison.named_children[:2]
        if name.type == "identifier" and any(not is_given(place) for place in places(loop, text_of(name))):
            first = value_before(loop, text_of(name))
            return None if first is None else Counting(text_of(name), first, stop, signs[0])
    return None
