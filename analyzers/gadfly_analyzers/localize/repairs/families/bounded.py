"""A second bound for what has one: ``low <= x < high`` for ``x < high``, and ``i >= 0 and`` before ``a[i]``."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.expressions import AND, conditions, firm, fitted, is_value, operands
from gadfly_analyzers.localize.repairs.likely import is_number, is_series
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_UPWARDS, _DOWNWARDS = (b"<", b"<="), (b">", b">=")
_ENDS = ("identifier", "subscript", "attribute", "integer", "float", "call", "binary_operator", "string")
_MOST, _LONGEST = 6, 40


def repairs(site: Site) -> Iterator[Repair]:
    """Give each comparison that has one bound another one, and let indexes be asked about before they are used."""
    for node in site.own("comparison_operator"):
        sides, signs = operands(node), node.children_by_field_name("operators")
        if sides is not None and len(signs) == 1 and is_value(node):
            yield from _between(site, node, sides, text(signs[0]))
    for condition in conditions(site):
        yield from _indexes_first(site, condition)


def _between(site: Site, node: Node, sides: tuple[Node, Node], sign: bytes) -> Iterator[Repair]:
    """Make ``low <= x < high`` of ``x < high`` and ``low < x``, where ``x`` may be either side."""
    left, right = sides
    signs = _UPWARDS if sign in _UPWARDS else _DOWNWARDS if sign in _DOWNWARDS else ()
    for strict in signs:
        for bound, sort in _bounds(site, right).items():
            yield site.replaced(f"bounded/{sort}", node, b"%b %b %b" % (bound, strict, text(node)))
        for bound, sort in _bounds(site, left).items():
            yield site.replaced(f"bounded/{sort}", node, b"%b %b %b" % (text(node), strict, bound))


def _bounds(site: Site, known: Node) -> dict[bytes, str]:
    """Give what may bound from the other side: what the function looks like the known bound, its ends of a count."""
    near = sorted(
        (each for each in nodes_of(site.scope, _ENDS) if each.type == known.type and is_value(each)),
        key=lambda each: abs(each.start_byte - known.start_byte),
    )
    same = [text(each) for each in near if _is_like(known, each)]
    alike = [each for each in dict.fromkeys(same) if each != text(known) and len(each) <= _LONGEST]
    found = dict.fromkeys(alike[:_MOST], "alike")
    if is_number(site, known):
        found.setdefault(b"0", "zero")
    return found


def _is_like(known: Node, other: Node) -> bool:
    """Tell whether two expressions are of the same sort: elements of the same list, say."""
    if known.type != "subscript":
        return other.end_byte - other.start_byte <= _LONGEST
    return text_of(known.child_by_field_name("value")) == text_of(other.child_by_field_name("value"))


def _indexes_first(site: Site, condition: Node) -> Iterator[Repair]:
    """Ask of each variable index in a condition whether it is inside, before the condition uses it."""
    seen: set[bytes] = set()
    for node in nodes_of(condition, ("subscript",)):
        whole, index = node.child_by_field_name("value"), node.child_by_field_name("subscript")
        if whole is None or index is None or index.type not in ("identifier", "binary_operator"):
            continue
        for asked in (b"%b >= 0" % text(index), b"%b < len(%b)" % (text(index), text(whole))):
            if asked not in seen and not is_series(site, index):
                seen.add(asked)
                new = asked + b" and " + firm(condition, AND)
                yield site.replaced("bounded/index first", condition, fitted(condition, new, AND))
