"""Another constant: one more or less, another usual value, another literal of the program or of its tests."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import UNARY, called, fitted, place_of, values
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site, text
from gadfly_analyzers.python_text import literal_of

_USUAL = ("0", "1", "-1", "2")
_TRUTHS = {"true": "False", "false": "True"}
_EMPTY = ("[]", "{}", "()", '""', "set()", "0", "None")
_FOR_NONE = ("0", "[]", '""', "False", "True", "1", "-1")
_MOST = 6

New = tuple[str, str]


def repairs(site: Site) -> Iterator[Repair]:
    """Put other constants in place of each one."""
    for node in values(site, "integer", "float", "true", "false", "none", "string", "list", "dictionary", "tuple"):
        seen = {text_of(node)}
        for detail, new in _others(site, node):
            if new not in seen:
                seen.add(new)
                holds = UNARY if new.startswith("-") else 15
                yield site.replaced(f"constant/{detail}", node, fitted(node, new.encode(), holds))
    yield from _infinities(site)
    for node in values(site, "list", "tuple", "set"):
        yield from _fewer(site, node)


def _others(site: Site, node: Node) -> Iterator[New]:
    if node.type in ("integer", "float"):
        yield from _numbers(site, node)
    elif node.type in _TRUTHS:
        yield "truth", _TRUTHS[node.type]
        yield "truth to none", "None"
    elif node.type == "none":
        yield from (("none", each) for each in _FOR_NONE)
    elif node.type == "string":
        yield from _texts(site, node)
    elif not node.named_children:
        yield from (("empty", each) for each in _EMPTY)
        if text_of(node) == "[]":
            yield "empty inside", "[[]]"


def _numbers(site: Site, node: Node) -> Iterator[New]:
    value = _value(text_of(node))
    if not isinstance(value, (int, float)):
        return
    place = place_of(node)
    if isinstance(value, int):
        yield f"one more {place}", str(value + 1)
        if value:
            yield f"one less {place}", str(value - 1)
        yield from (("usual", each) for each in _USUAL)
    else:
        yield from (("usual", each) for each in ("0.5", "1.0", "2.0", "10.0", "0.1"))
        yield "whole", str(round(value))
    if value > 1:
        yield "negative", f"-{value}"
    if isinstance(value, int):
        yield from (("ten times", each) for each in (f"{value}0", str(value)[:-1]) if value and each)
        yield "half", f"{value}.5" if value else "0.5"
    near = [each for each in site.numbers if each not in _USUAL]
    yield from (("of the program", each) for each in near[:_MOST])
    told = [each for each in site.hints if isinstance(_value(each), (int, float)) and each not in ("True", "False")]
    yield from (("of the tests", each) for each in told[:_MOST])
    if place in ("returned", "assigned"):
        yield from (("of another sort", each) for each in ("None", "[]", '""', "True", "False"))
    yield from (("variable", each) for each in site.names[:_MOST] if each != "self")


def _texts(site: Site, node: Node) -> Iterator[New]:
    value = _value(text_of(node))
    if not isinstance(value, str):
        return
    told = [each for each in site.hints if isinstance(_value(each), str)]
    near = sorted(told, key=lambda each: (_distance(value, str(_value(each))), told.index(each)))
    yield from (("text of the tests", each) for each in near[:_MOST])
    changes = (value.lower(), value.upper(), value.capitalize(), value.title(), value.swapcase())
    yield from (("case", repr(each)) for each in changes if each != value)
    spaces = (value.strip(), value + " ", " " + value, value.replace(" ", ""), value + "\n")
    yield from (("space", repr(each)) for each in spaces if each != value)
    usual = ("", " ", ",", "\n") if len(value) < 3 else ("",)
    yield from (("usual text", repr(each)) for each in usual if each != value)
    yield from (("text of the program", each) for each in site.texts[:_MOST])
    if len(value) > 1:
        yield from (("shorter", repr(each)) for each in (value[:-1], value[1:]))
    if value and len(value) < 20:
        both = value + value.swapcase()
        yield "both cases", repr(both if both != value * 2 else value * 2)
    if place_of(node) == "returned":
        yield from (("of another sort", each) for each in ("None", "[]", "True", "False"))


def _distance(one: str, other: str) -> int:
    """Tell roughly how unlike two texts are."""
    same = sum(a == b for a, b in zip(one, other, strict=False))
    turned = sum(a == b for a, b in zip(reversed(one), reversed(other), strict=False))
    return max(len(one), len(other)) - max(same, turned) - (one.lower() == other.lower())


def _infinities(site: Site) -> Iterator[Repair]:
    for node in values(site, "call"):
        if called(node) == "float" and "inf" in text_of(node).lower():
            yield site.replaced("constant/infinity", node, b"0")
            if node.parent is None or node.parent.type != "unary_operator":
                yield site.replaced("constant/infinity", node, b"-" + text(node))


def _fewer(site: Site, node: Node) -> Iterator[Repair]:
    """Take one element out of a few literal ones."""
    elements = node.named_children
    if not 1 < len(elements) <= 10 or place_of(node) == "element":
        return
    for index, each in enumerate(elements):
        end = elements[index + 1].start_byte if index + 1 < len(elements) else each.end_byte
        start = each.start_byte if index + 1 < len(elements) else elements[index - 1].end_byte
        if len(elements) > 2 or node.type != "tuple":
            yield site.removed("constant/element less", start, end)


def _value(literal: str) -> object:
    try:
        return literal_of(literal)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
