"""Other texts: what joins and splits them, values put into them, parts that are too much."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import (
    AND,
    ATOM,
    arguments_of,
    called,
    firm,
    fitted,
    operands,
    operator_of,
    values,
)
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_SEPARATORS = ('""', '" "', '","', '", "', '"\\n"', '"-"')
_FORMATS = (b":.2f", b":.1f", b":02d")
_OF_CASE = ("isupper", "islower", "istitle")
_SIMPLE = ("string", "identifier", "call", "subscript", "attribute")


def repairs(site: Site) -> Iterator[Repair]:
    """Edit separators, put values into texts, and join texts with something between."""
    for call in site.own("call"):
        yield from _separated(site, call)
        yield from _of_letters_alone(site, call)
    for node in values(site, "string"):
        yield from _formatted(site, node)
    for node in values(site, "binary_operator"):
        sides = operands(node)
        if text_of(operator_of(node)) == "+" and sides is not None and "string" in (sides[0].type, sides[1].type):
            yield from _between(site, sides)


def _separated(site: Site, call: Node) -> Iterator[Repair]:
    function = call.child_by_field_name("function")
    joins = called(call) == "join"
    whole = function.child_by_field_name("object") if function is not None else None
    given = arguments_of(call)
    place = whole if joins else given[0] if called(call) in ("split", "replace") and given else None
    if place is not None and place.type == "string":
        for new in _SEPARATORS:
            if new.strip('"') != text_of(place).strip("\"'"):
                yield site.replaced("text/separator", place, new.encode())
    if joins and len(given) == 1 and given[0].type in ("identifier", "call", "attribute", "subscript"):
        yield site.replaced("text/join texts of", given[0], b"map(str, %b)" % text(given[0]))
    if called(call) == "replace" and len(given) >= 2:
        yield site.replaced("text/replace nothing", given[1], b'""')


def _of_letters_alone(site: Site, call: Node) -> Iterator[Repair]:
    """Ask for letters alone, too: ``"A1".isupper()`` is true."""
    function = call.child_by_field_name("function")
    whole = function.child_by_field_name("object") if function is not None else None
    if called(call) in _OF_CASE and whole is not None and not arguments_of(call):
        new = b"%b.isalpha() and %b" % (text(whole), text(call))
        yield site.replaced("text/letters alone", call, fitted(call, new, AND))


def _formatted(site: Site, node: Node) -> Iterator[Repair]:
    whole = text_of(node)
    if "{" in whole and whole[:1] in "\"'":
        yield site.inserted("text/formatted", node.start_byte, b"f")
    if whole[:1] in "fF" and "{" in whole:
        yield site.removed("text/not formatted", node.start_byte, node.start_byte + 1)
    for part in (each for each in node.named_children if each.type == "interpolation"):
        yield from _with_places(site, part)
    name = whole.strip("\"'")
    if name in site.names:
        yield site.replaced("text/name for text", node, name.encode())
        yield site.replaced("text/name for text", node, b"str(%b)" % name.encode())


def _with_places(site: Site, part: Node) -> Iterator[Repair]:
    """Write a number with so many places, before or behind its point."""
    for old in [each for each in part.named_children if each.type == "format_specifier"]:
        yield from (site.replaced("text/places", old, new) for new in _FORMATS if new != text(old))
        return
    yield from (site.inserted("text/places", part.end_byte - 1, new) for new in _FORMATS)


def _between(site: Site, sides: tuple[Node, Node]) -> Iterator[Repair]:
    left, right = sides
    for side in sides:
        if side.type in _SIMPLE[1:] and called(side) != "str":
            yield site.replaced("text/text of", side, b"str(%b)" % text(side))
        if side.type == "string":
            yield site.replaced("text/many times", side, firm(side, ATOM) + b" * 2")
    yield site.inserted("text/space between", left.end_byte, b' + " "')
    yield site.replaced("text/text of", right, b"str(%b)" % text(right))
