"""Two sides changed over: of an assignment, an operator, two indexes, a pair, a conditional expression."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import operands, operator_of, values
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_ORDERED = {"-", "/", "//", "%", "**", "+", "<<", ">>"}
_TARGETS = ("identifier", "subscript", "attribute")
_ROWS = ("tuple", "list", "expression_list", "pattern_list", "conditional_expression", "pair")
_DIRECTED = ("in", "not in")


def repairs(site: Site) -> Iterator[Repair]:
    """Change over what stands left and right."""
    for node in site.own("assignment"):
        yield from _assignment(site, node)
    for node in values(site, "binary_operator", "comparison_operator"):
        sides = operands(node)
        if sides is not None and (sign := _sign(node)) is not None:
            yield from _swapped(site, f"swap_sides/{sign}", *sides)
    for node in values(site, "subscript"):
        yield from _subscript(site, node)
    for node in site.own(*_ROWS):
        yield from _elements(site, node)


def _elements(site: Site, node: Node) -> Iterator[Repair]:
    """Change over two in a tuple or list, key and value of a pair, the branches of ``a if … else b``."""
    inner = node.named_children
    if node.type == "conditional_expression" and len(inner) == 3:
        yield from _swapped(site, "swap_sides/branches", inner[0], inner[2])
    elif node.type == "pair" and len(inner) == 2:
        yield from _swapped(site, "swap_sides/key and value", inner[0], inner[1])
    elif 2 <= len(inner) <= 5 and node.type not in ("conditional_expression", "pair"):
        for one, other in combinations(inner, 2):
            yield from _swapped(site, "swap_sides/elements", one, other)
        yield from _two_pairs(site, inner)


def _two_pairs(site: Site, inner: list[Node]) -> Iterator[Repair]:
    """Change over two and two others of the same row: all four of ``(b, a, d, c)``."""
    pairs = list(combinations(range(len(inner)), 2))
    for one, other in combinations(pairs, 2):
        if not {*one} & {*other}:
            placed = [(a, b) for a, b in (one, one[::-1], other, other[::-1]) if text(inner[a]) != text(inner[b])]
            edits = [Edit(inner[a].start_byte, inner[a].end_byte, text(inner[b])) for a, b in placed]
            yield site.repair("swap_sides/two pairs", *edits)


def _sign(node: Node) -> str | None:
    sign = text_of(operator_of(node)) if node.type == "binary_operator" else _comparison(node)
    if sign == "+":
        return "operands of a sum"
    return "operands" if sign in _ORDERED else "membership" if sign in _DIRECTED else None


def _comparison(node: Node) -> str:
    operators = node.children_by_field_name("operators")
    return " ".join(text_of(operators[0]).split()) if len(operators) == 1 else ""


def _assignment(site: Site, node: Node) -> Iterator[Repair]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        return
    if right.type in _TARGETS:
        yield from _swapped(site, "swap_sides/assignment", left, right)


def _subscript(site: Site, node: Node) -> Iterator[Repair]:
    """Make ``b[a]`` of ``a[b]``, and ``m[j][i]`` or ``m[j, i]`` with the indexes changed over."""
    indexes = node.children_by_field_name("subscript")
    value = node.child_by_field_name("value")
    if value is None or not indexes:
        return
    if len(indexes) > 1:
        yield from _swapped(site, "swap_sides/indexes", indexes[0], indexes[1])
    elif value.type == "subscript":
        inner = value.child_by_field_name("subscript")
        if inner is not None:
            yield from _swapped(site, "swap_sides/indexes", inner, indexes[0])
    elif indexes[0].type in ("identifier", "attribute"):
        yield from _swapped(site, "swap_sides/index and whole", value, indexes[0])


def _swapped(site: Site, kind: str, one: Node, other: Node) -> Iterator[Repair]:
    if text(one) != text(other):
        first = Edit(one.start_byte, one.end_byte, text(other))
        yield site.repair(kind, first, Edit(other.start_byte, other.end_byte, text(one)))
