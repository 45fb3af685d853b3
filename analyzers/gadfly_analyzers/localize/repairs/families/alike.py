"""The same edit at every place of a statement that calls for it: on both sides, in all texts, at each name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import SUM, fitted, operands, operator_of, place_of, values
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text
from gadfly_analyzers.python_text import literal_of

_OTHER = {b"and": b"or", b"or": b"and"}
_CASES: tuple[Callable[[str], str], ...] = (str.lower, str.upper, str.capitalize, str.swapcase)
_MEASURED = ("identifier", "attribute", "subscript")


def repairs(site: Site) -> Iterator[Repair]:
    """Edit all places at once."""
    for node in values(site, "comparison_operator", "binary_operator"):
        sides = operands(node)
        if sides is not None:
            yield from _indexed(site, *sides)
    for sign in (b"and", b"or"):
        signs = [operator_of(node) for node in values(site, "boolean_operator")]
        places = [each for each in signs if each is not None and text(each) == sign]
        yield from _together(site, "alike/logic", places, [_OTHER[sign]] * len(places))
    texts = list(values(site, "string"))
    for change in _CASES:
        yield from _together(site, "alike/case", texts, [_changed(each, change) for each in texts])
    yield from _moved(site)


def _indexed(site: Site, left: Node, right: Node) -> Iterator[Repair]:
    """Compare elements on both sides, or the whole of both."""
    if left.type == right.type == "subscript":
        wholes = [side.child_by_field_name("value") for side in (left, right)]
        yield from _together(site, "alike/whole", (left, right), [text(each) for each in wholes if each is not None])
    elif left.type == right.type == "identifier":
        for index in (b"[0]", b"[1]", b"[-1]"):
            yield from _together(site, "alike/element", (left, right), [text(left) + index, text(right) + index])
    if left.type in _MEASURED and right.type in _MEASURED:
        yield from _together(site, "alike/length", (left, right), [b"len(%b)" % text(each) for each in (left, right)])


def _changed(node: Node, change: Callable[[str], str]) -> bytes:
    try:
        value = literal_of(text_of(node))
    except (ValueError, SyntaxError):
        return text(node)
    return repr(change(value)).encode() if isinstance(value, str) else text(node)


def _moved(site: Site) -> Iterator[Repair]:
    """Take one from a name, or add it, wherever the statement counts with it."""
    names: dict[bytes, list[Node]] = {}
    for node in values(site, "identifier"):
        if place_of(node) in ("index", "slice", "argument", "operand", "range"):
            names.setdefault(text(node), []).append(node)
    for name, places in names.items():
        for sign in (b" - 1", b" + 1"):
            yield from _together(site, "alike/one", places, [fitted(each, name + sign, SUM) for each in places])


def _together(site: Site, kind: str, places: Sequence[Node], new: Sequence[bytes]) -> Iterator[Repair]:
    if 1 < len(places) == len(new):
        edits = [Edit(node.start_byte, node.end_byte, each) for node, each in zip(places, new, strict=True)]
        yield site.repair(kind, *(edit for edit, node in zip(edits, places, strict=True) if edit.text != text(node)))
