"""A value given back where the text ends without one, or where it is only stored."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of
from gadfly_analyzers.localize.repairs.blocks import JUMPS, after, before, header_of, lines_of, loop_around, standing
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.roles import only_truths, roles
from gadfly_analyzers.localize.repairs.site import Site, text

_LITERALS = (b"True", b"False", b"None", b"[]", b"0", b"-1", b'""')
_LATEST = 6


def repairs(site: Site) -> Iterator[Repair]:
    """Return a variable or a plain value at the end of a function or a branch, or instead of an assignment."""
    node = standing(site)
    if node is None or site.function is None:
        return
    if node.type not in JUMPS and after(node) is None:
        yield from _below(site, node)
    if node.type == "return_statement":
        yield from _together(site, node)
    yield from _printed(site, node)
    if node.type in ("expression_statement", "pass_statement", "break_statement"):
        yield from _instead(site, node)


def _below(site: Site, node: Node) -> Iterator[Repair]:
    lines = lines_of(site, node)
    if lines is None:
        return
    ends_function = header_of(node) == site.function
    for value, sort in _values(site):
        place = "at the end" if ends_function else "in a branch"
        yield site.repair(f"missing_return/{sort} {place}", lines.below(b"return " + value))


def _instead(site: Site, node: Node) -> Iterator[Repair]:
    assignment = node.named_children[0] if node.named_children else None
    if node.type != "expression_statement":
        for value, sort in _values(site):
            yield site.replaced(f"missing_return/{sort} instead of {node.type.split('_')[0]}", node, b"return " + value)
    elif assignment is not None and assignment.type == "assignment":
        right = assignment.child_by_field_name("right")
        if right is not None and right.type != "assignment":
            yield site.replaced("missing_return/instead of assignment", node, b"return " + text(right))


def _printed(site: Site, node: Node) -> Iterator[Repair]:
    """Return below the loops what is printed in them."""
    inner = node.named_children[0] if node.type == "expression_statement" else None
    call = inner if inner is not None and inner.type == "call" else None
    arguments = call.child_by_field_name("arguments") if call is not None else None
    lines, outer = lines_of(site, node), loop_around(node)
    while outer is not None and (next_outer := loop_around(outer)) is not None:
        outer = next_outer
    around = lines_of(site, outer) if outer is not None else None
    if call is None or text(call)[:6] != b"print(" or arguments is None or lines is None or around is None:
        return
    returned = around.indentation + b"return " + text(arguments)[1:-1] + b"\n"
    left = lines.taken(b"" if before(node) is not None else b"pass")
    yield site.repair("missing_return/printed in loop", left, around.below_at(returned))


def _together(site: Site, node: Node) -> Iterator[Repair]:
    """Return two values where one return follows another."""
    other = after(node)
    values = [*node.named_children, *(other.named_children if other is not None else ())]
    if other is not None and other.type == "return_statement" and len(values) == 2:
        edit = Edit(node.start_byte, other.end_byte, b"return " + b", ".join(map(text, values)))
        yield site.repair("missing_return/together", edit)


def _values(site: Site) -> Iterator[tuple[bytes, str]]:
    """Give what may be returned: variables, the latest first; what other returns give; plain values."""
    given: dict[bytes, str] = {}
    if only_truths(site):
        yield from ((value, "as elsewhere") for value in (b"True", b"False"))
        return
    for name in list(reversed(site.names))[:_LATEST]:
        given[name.encode()] = "variable"
    for other in nodes_of(site.scope, ("return_statement",)):
        for value in other.named_children:
            given.setdefault(text(value), "as elsewhere")
    for name in roles(site).series[:2]:
        given.setdefault(b"len(%s)" % name.encode(), "length")
    for name in roles(site).lists[:1]:
        for changed in (b"%s[::-1]", b"sorted(%s)", b"tuple(%s)", b'"".join(%s)'):
            given.setdefault(changed % name.encode(), "changed variable")
    for literal in _LITERALS:
        given.setdefault(literal, "literal")
    yield from given.items()
