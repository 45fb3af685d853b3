"""Another part of a sequence: other bounds, a step, one element for a part, a part or an element for the whole."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import operator_of, place_of, values
from gadfly_analyzers.localize.repairs.likely import is_number, is_series_name
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_PARTS = ("[1:]", "[:-1]")
_ELEMENTS = ("[0]", "[-1]", "[1]")
_WHOLE = ("returned", "assigned", "argument", "iterable", "compared", "operand", "element", "condition")
_SERIES = ("identifier", "attribute", "call", "subscript")


def repairs(site: Site) -> Iterator[Repair]:
    """Edit subscripts, and take parts and elements of what has none."""
    for node in values(site, "subscript"):
        yield from _subscripts(site, node)
    for node in values(site, *_SERIES, "list_comprehension"):
        if place_of(node) in _WHOLE and not is_number(site, node):
            yield from _parts(site, node)
    for node in values(site, "identifier"):
        yield from _indexed(site, node)


def _subscripts(site: Site, node: Node) -> Iterator[Repair]:
    value, index = node.child_by_field_name("value"), node.child_by_field_name("subscript")
    if value is None or index is None:
        return
    yield site.replaced("part/whole", node, text(value))
    if index.type != "slice":
        yield site.replaced("part/index alone", node, text(index))
        yield site.inserted("part/from there", index.end_byte, b":")
        yield site.inserted("part/up to there", index.start_byte, b":")
        if text_of(index) != "-1":
            yield site.replaced("part/last", index, b"-1")
        if index.type in ("identifier", "attribute"):
            yield site.replaced("part/from the end", index, b"-" + text(index))
            yield site.replaced("part/from the end", index, b"-" + text(index) + b" - 1")
        if index.type == "binary_operator" and text_of(operator_of(index)) in ("+", "-"):
            yield site.replaced("part/around", index, b"(%b) %% len(%b)" % (text(index), text(value)))
        return
    yield from _bounds(site, index)


def _bounds(site: Site, index: Node) -> Iterator[Repair]:
    start, stop, step = _parts_of(index)
    written = {b":".join(part for part in (start, stop, step))}
    whole = [
        ("drop bound", (b"", stop, step)),
        ("drop bound", (start, b"", step)),
        ("swap bounds", (stop, start, step)),
        ("step", (start, stop, b"")),
        ("step", (start, stop, b"2")),
        ("step", (start, stop, b"-1")),
        ("bound", (b"1", stop, step)),
        ("bound", (start, b"-1", step)),
        ("bound", (b"-" + start, stop, step) if start else (b"", stop, step)),
        ("bound", (start, b"-" + stop, step) if stop else (start, b"", step)),
    ]
    for detail, parts in whole:
        new = b":".join(parts if parts[2] else parts[:2])
        if new not in written and new != text(index):
            written.add(new)
            yield site.replaced(f"part/{detail}", index, new)
    bounds = [name.encode() for name in site.names if not is_series_name(site, name)]
    for name in [each for each in bounds if each not in (start, stop)][:5]:
        if not stop:
            yield site.replaced("part/bound", index, start + b":" + name)
        if not start:
            yield site.replaced("part/bound", index, name + b":" + stop)


def _parts_of(index: Node) -> tuple[bytes, bytes, bytes]:
    parts = [b"", b"", b""]
    place = 0
    for child in index.children:
        if child.type == ":":
            place += 1
        elif place < 3:
            parts[place] = text(child)
    return parts[0], parts[1], parts[2]


def _parts(site: Site, node: Node) -> Iterator[Repair]:
    for part in _PARTS:
        yield site.inserted("part/part", node.end_byte, part.encode())
    for element in _ELEMENTS:
        yield site.inserted("part/element", node.end_byte, element.encode())
    if place_of(node) in ("iterable", "returned", "assigned", "argument") and node.type != "subscript":
        bounds = [each for each in site.names if each != text_of(node) and not is_series_name(site, each)]
        for name in bounds[:4]:
            yield site.inserted("part/named bound", node.end_byte, f"[:{name}]".encode())
            yield site.inserted("part/named bound", node.end_byte, f"[{name}:]".encode())


def _indexed(site: Site, node: Node) -> Iterator[Repair]:
    """Put the element at an index in place of the index, and at a name that the function uses as an index."""
    name = text_of(node)
    if place_of(node) == "indexed":
        return
    whole = text_of(site.scope)
    for other in site.names:
        if other != name and f"{other}[{name}]" in whole:
            yield site.replaced("part/element at", node, f"{other}[{name}]".encode())
        elif other != name and f"{name}[{other}]" in whole:
            yield site.replaced("part/element at", node, f"{name}[{other}]".encode())
    if place_of(node) in ("argument", "compared"):
        for other in site.names[:4]:
            if other != name and f"{other}[{name}]" not in whole:
                yield site.replaced("part/element at", node, f"{other}[{name}]".encode())
