"""Another first value of a variable, or a first value where there was none."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.blocks import LOOPS, lines_of
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import assigned_in, names_in, roles
from gadfly_analyzers.localize.repairs.site import Site, text

_EMPTY = {b"[]": "list", b"{}": "dict", b"set()": "set", b'""': "text", b"()": "tuple"}
_VALUES = {
    **_EMPTY,
    b"0": "number",
    b"1": "number",
    b"-1": "number",
    b'float("inf")': "infinity",
    b'float("-inf")': "infinity",
    b"None": "none",
    b"True": "truth",
    b"False": "truth",
}
_PLAIN = ("integer", "float", "string", "true", "false", "none", "identifier", "unary_operator")
_HOLDERS = ("list", "tuple", "dictionary", "set", "call", "subscript")
_SERIES = 3


def repairs(site: Site) -> Iterator[Repair]:
    """Put every usual first value in place of a plain one, and write missing ones above a loop."""
    yield from _others(site)
    if site.node.type in LOOPS:
        yield from _missing(site)


def _others(site: Site) -> Iterator[Repair]:
    for right in _first_values(site):
        old = text(right)
        for new, detail in (*_VALUES.items(), *_of_series(site)):
            if new != old:
                yield site.replaced(f"initial/{detail}", right, new)


def _first_values(site: Site) -> Iterator[Node]:
    for assignment in site.own("assignment"):
        right = assignment.child_by_field_name("right")
        if right is None or right.type == "assignment":
            continue
        for value in right.named_children if right.type == "expression_list" else [right]:
            if value.type in _PLAIN or (value.type in _HOLDERS and len(text(value)) <= len(b'float("-inf")')):
                yield value


def _of_series(site: Site) -> Iterator[tuple[bytes, str]]:
    for name in [name.encode() for name in site.names if name in roles(site).series][:_SERIES]:
        yield name + b"[0]", "first element"
        yield name + b"[-1]", "first element"
        yield b"len(%s)" % name, "length"


def _missing(site: Site) -> Iterator[Repair]:
    """Give a first value to names that nothing above the loop assigns, and that are added to in it or read below it."""
    lines = lines_of(site)
    if lines is None:
        return
    start, end = site.node.start_byte, site.node.end_byte
    given = {name for each in _binding(site.scope) if each.start_byte < start for name in names_in(each)}
    read = {text_of(each) for each in nodes_of(site.scope, ("identifier",)) if each.start_byte >= end}
    added = {text_of(each.child_by_field_name("left")) for each in nodes_of(site.node, ("augmented_assignment",))}
    for name in sorted((assigned_in(site.node) & read | added) - given):
        for new in (*_EMPTY, b"0", b"1", b"None", b"False", *(value for value, _ in _of_series(site))):
            yield site.repair("initial/missing", lines.above(name.encode() + b" = " + new))


def _binding(scope: Node) -> Iterator[Node]:
    for node in nodes_of(scope, ("assignment", "for_statement", "parameters")):
        bound = node if node.type == "parameters" else node.child_by_field_name("left")
        if bound is not None:
            yield bound
