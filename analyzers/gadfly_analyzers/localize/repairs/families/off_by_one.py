"""One more or one less: indexes, bounds, ranges, lengths, what is compared, given to a call or returned."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import (
    SUM,
    arguments_of,
    called,
    firm,
    fitted,
    operands,
    operator_of,
    place_of,
    values,
)
from gadfly_analyzers.localize.repairs.likely import is_series
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_COUNTS = ("identifier", "attribute", "call", "binary_operator", "subscript")
_PLACES = ("index", "slice", "range", "compared", "argument", "returned", "assigned", "operand", "element")
_TEXTS = ("str", "list", "sorted", "set", "dict", "tuple", "input", "print", "range", "reversed", "enumerate", "zip")


def repairs(site: Site) -> Iterator[Repair]:
    """Add and take one where a number may stand."""
    for node in values(site, *_COUNTS):
        place = place_of(node)
        if place not in _PLACES or not _may_count(node) or is_series(site, node):
            continue
        within = node.parent is not None and node.parent.type == "parenthesized_expression"
        if place == "operand" and node.type not in ("identifier", "call") and not within:
            continue
        for sign, detail in ((b"-", "minus"), (b"+", "plus")):
            new = firm(node, SUM) + b" " + sign + b" 1"
            yield site.replaced(f"off_by_one/{_where(node, place)} {detail} 1", node, fitted(node, new, SUM))
    yield from _brackets(site)
    for call in site.own("call"):
        if called(call) == "range":
            yield from _ranges(site, arguments_of(call))


def _brackets(site: Site) -> Iterator[Repair]:
    """Make ``b + a[i - 1]`` of ``b + a[i] - 1``, ``f(n - 1)`` of ``f(n) - 1``, and the other way round."""
    for node in values(site, "binary_operator"):
        sides = operands(node)
        if sides is None or text_of(operator_of(node)) not in ("+", "-"):
            continue
        left, right = sides
        tail = site.source.data[left.end_byte : right.end_byte]
        if (
            left.type in ("subscript", "call", "binary_operator")
            and text(left)[-1:] in b"])"
            and text(left)[-2:] != b"()"
        ):
            moved = Edit(left.end_byte - 1, right.end_byte, tail + text(left)[-1:])
            yield site.repair("off_by_one/into brackets", moved)
        if (
            place_of(node) in ("index", "argument")
            and node.parent is not None
            and node.parent.type != "keyword_argument"
        ):
            place = node.parent.end_byte
            if node.end_byte == place - 1:
                yield site.repair(
                    "off_by_one/out of brackets", Edit(left.end_byte, place, text(node.parent)[-1:] + tail)
                )


def _may_count(node: Node) -> bool:
    if node.type == "call":
        return called(node) not in _TEXTS
    if node.type == "binary_operator":
        sign = text_of(operator_of(node))
        last = node.child_by_field_name("right")
        return not (sign in "+-" and last is not None and text_of(last) == "1") and "string" not in str(node)
    return True


def _where(node: Node, place: str) -> str:
    parent = node.parent
    if place == "range" and parent is not None:
        given = arguments_of(parent.parent)
        return "range start" if len(given) > 1 and given[0] == node else "range stop"
    if place == "slice" and parent is not None:
        return "slice stop" if text(parent)[: node.start_byte - parent.start_byte].count(b":") == 1 else "slice start"
    return place


def _ranges(site: Site, given: list[Node]) -> Iterator[Repair]:
    """Begin at 1 or 0, go backwards, and take other steps."""
    parts = [text(each) for each in given]
    if len(given) == 1:
        whole = given[0]
        stop = firm(whole, SUM)
        yield site.replaced("off_by_one/range from 1", whole, b"1, " + parts[0])
        yield site.replaced("off_by_one/range from 1", whole, b"1, " + stop + b" + 1")
        yield site.replaced("off_by_one/range backwards", whole, stop + b" - 1, -1, -1")
        yield site.replaced("off_by_one/range backwards", whole, parts[0] + b", 0, -1")
        yield site.replaced("off_by_one/range step", whole, b"0, " + parts[0] + b", 2")
    if len(given) >= 2:
        start = given[0]
        for new in (b"0", b"1"):
            yield site.replaced("off_by_one/range start", start, new)
        yield site.removed("off_by_one/range start", start.start_byte, given[1].start_byte)
    if len(given) == 2:
        for step in (b", -1", b", 2"):
            yield site.inserted("off_by_one/range step", given[1].end_byte, step)
        turned = firm(given[1], SUM) + b" - 1, " + firm(given[0], SUM) + b" - 1, -1"
        yield site.repair("off_by_one/range backwards", Edit(given[0].start_byte, given[1].end_byte, turned))
    if len(given) == 3:
        yield site.removed("off_by_one/range step", given[1].end_byte, given[2].end_byte)
