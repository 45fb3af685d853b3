"""Other logic: ``or`` for ``and``, an operand less, ``not`` more or less, other parentheses."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.localize.repairs.expressions import (
    COMPARISON,
    NOT,
    bare,
    conditions,
    firm,
    fitted,
    operands,
    operator_of,
    strength,
    values,
)
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_OTHER = {b"and": b"or", b"or": b"and"}
_TRUTHS = ("identifier", "attribute", "subscript", "call")


def repairs(site: Site) -> Iterator[Repair]:
    """Edit each ``and``, ``or`` and ``not``, and what they join."""
    for node in values(site, "boolean_operator"):
        yield from _joined(site, node)
    for node in values(site, "not_operator"):
        inner = node.child_by_field_name("argument")
        if inner is not None:
            yield site.replaced("logic/drop not", node, text(inner))
    for node in _truths(site):
        yield site.replaced("logic/not", node, b"not " + firm(node, NOT))
    yield from _exchanged(site)
    for condition in conditions(site):
        yield from _spread_over_all(site, bare(condition))


def _exchanged(site: Site) -> Iterator[Repair]:
    """Make ``a and b or c`` of ``a or b and c``."""
    signs = [sign for node in values(site, "boolean_operator") if (sign := operator_of(node)) is not None]
    if len(signs) > 1:
        yield site.repair(
            "logic/exchanged", *(Edit(each.start_byte, each.end_byte, _OTHER[text(each)]) for each in signs)
        )


def _joined(site: Site, node: Node) -> Iterator[Repair]:
    sides, sign = operands(node), operator_of(node)
    if sides is None or sign is None:
        return
    left, right = sides
    other = _OTHER[text(sign)]
    yield site.replaced(f"logic/{text(sign).decode()} to {other.decode()}", sign, other)
    yield site.replaced("logic/drop right", node, fitted(node, text(left), strength(left)))
    yield site.replaced("logic/drop left", node, fitted(node, text(right), strength(right)))
    yield from _spread(site, left, right)
    for one, two in ((left, right), (right, left)):
        if one.type == "boolean_operator" and (inner := operands(one)) is not None:
            joined = (inner[0], inner[1], two) if one is left else (two, inner[0], inner[1])
            first, second = (operator_of(one), sign) if one is left else (sign, operator_of(one))
            signs = (text(first or sign), text(second or sign))
            if signs[0] != signs[1]:
                yield site.replaced("logic/group", node, _grouped(joined, signs, last=one is left))


def _grouped(parts: tuple[Node, ...], signs: tuple[bytes, bytes], *, last: bool) -> bytes:
    one, two, three = (text(part) for part in parts)
    if last:
        return b"%b %b (%b %b %b)" % (one, signs[0], two, signs[1], three)
    return b"(%b %b %b) %b %b" % (one, signs[0], two, signs[1], three)


def _spread(site: Site, left: Node, right: Node) -> Iterator[Repair]:
    """Make ``x == 1 or x == 2`` of ``x == 1 or 2``, and of ``x or y == 1`` what goes with it."""
    for whole, part, is_left in ((left, right, True), (right, left, False)):
        comparison = bare(whole)
        while comparison.type == "boolean_operator" and (inner := operands(comparison)) is not None:
            comparison = inner[is_left]
        sides = operands(comparison) if comparison.type == "comparison_operator" else None
        if sides is None or strength(bare(part)) <= COMPARISON:
            continue
        between = site.source.data[sides[0].end_byte : sides[1].start_byte]
        new = text(sides[0]) + between + text(part) if is_left else text(part) + between + text(sides[1])
        yield site.replaced("logic/spread", part, new)


def _spread_over_all(site: Site, condition: Node) -> Iterator[Repair]:
    """Make ``x == 1 or x == 2 or x == 3`` of ``x == 1 or 2 or 3``."""
    parts = _parts_of(condition)
    sides = operands(parts[0]) if parts[0].type == "comparison_operator" else None
    if sides is not None and len(parts) > 2 and all(strength(bare(each)) > COMPARISON for each in parts[1:]):
        asked = site.source.data[sides[0].start_byte : sides[1].start_byte]
        edits = (Edit(each.start_byte, each.start_byte, asked) for each in parts[1:])
        yield site.repair("logic/spread", *edits)


def _parts_of(condition: Node) -> list[Node]:
    """Give what a chain of ``and`` and ``or`` joins."""
    sides = operands(condition) if condition.type == "boolean_operator" else None
    return [condition] if sides is None else [*_parts_of(sides[0]), sides[1]]


def _truths(site: Site) -> Iterator[Node]:
    """Give what is asked for its truth, whole and in parts, but no second ``not``."""
    for condition in conditions(site):
        waiting = [condition]
        while waiting:
            node = waiting.pop()
            if node.type == "boolean_operator":
                waiting.extend(operands(node) or ())
            if node.type != "not_operator":
                yield node
    if site.node.type == "return_statement":
        for node in site.node.named_children[:1]:
            if node.type in (*_TRUTHS, "comparison_operator", "boolean_operator"):
                yield node
    for node in values(site, "comparison_operator"):
        if node.parent is not None and node.parent.type in ("assignment", "argument_list"):
            yield node
