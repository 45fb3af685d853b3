"""One list under several names, or for all objects of a class, where each should have its own."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.blocks import body, header_of, lines_of, opening, statements_in, step
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_MUTABLE = ("list", "dictionary", "set", "list_comprehension", "call")


def repairs(site: Site) -> Iterator[Repair]:
    """Make rows, values and entries anew for each place, and what a class holds for each object."""
    yield from _of_class(site)
    for product in site.own("binary_operator"):
        left, right = product.child_by_field_name("left"), product.child_by_field_name("right")
        if left is not None and right is not None and product.children[1].type == "*" and _holds_mutable(left):
            row = text(left)[1:-1].strip()
            yield site.replaced("shared/rows", product, b"[%s for _ in range(%s)]" % (row, text(right)))
    for assignment in site.own("assignment"):
        yield from _chained(site, assignment)
    for call in site.own("call"):
        arguments = call.child_by_field_name("arguments")
        made = arguments.named_children if arguments is not None else []
        if text_of(call.child_by_field_name("function")) == "dict.fromkeys" and len(made) == 2:
            entries = b"{each: %s for each in %s}" % (text(made[1]), text(made[0]))
            yield site.replaced("shared/entries", call, entries)


def _holds_mutable(node: Node) -> bool:
    inner = node.named_children[0] if node.type == "list" and node.named_child_count == 1 else None
    return inner is not None and inner.type in (*_MUTABLE, "binary_operator")


def _of_class(site: Site) -> Iterator[Repair]:
    """Give every object a list of its own when it is made."""
    class_, lines = header_of(site.node), lines_of(site)
    if class_ is None or class_.type != "class_definition" or lines is None:
        return
    assignment = site.node.named_children[0] if site.node.named_children else site.node
    name, value = assignment.child_by_field_name("left"), assignment.child_by_field_name("right")
    if name is None or value is None or value.type not in _MUTABLE:
        return
    own = b"self.%b = %b" % (text(name), text(value))
    maker = next((each for each in statements_in(body(class_)) if _is_maker(each)), None)
    first = opening(maker)
    if maker is None:
        deeper = lines.indentation + step(site)
        made = lines.indentation + b"def __init__(self):\n" + deeper + own + b"\n"
        yield site.repair("shared/attribute", Edit(lines.start, lines.end, made))
    elif first is not None and (begun := lines_of(site, first)) is not None:
        nothing = Edit(site.node.start_byte, site.node.end_byte, b"pass")
        yield site.repair("shared/attribute", nothing, begun.above(own))


def _is_maker(statement: Node) -> bool:
    name = statement.child_by_field_name("name")
    return statement.type == "function_definition" and text_of(name) == "__init__"


def _chained(site: Site, assignment: Node) -> Iterator[Repair]:
    """Write ``a = b = []`` so that each name gets a list of its own."""
    left, right = assignment.child_by_field_name("left"), assignment.child_by_field_name("right")
    if left is None or right is None or right.type != "assignment":
        return
    value, other = right.child_by_field_name("right"), right.child_by_field_name("left")
    if value is not None and other is not None and value.type in _MUTABLE:
        own = b"%s, %s = %s, %s" % (text(left), text(other), text(value), text(value))
        yield site.repair("shared/chained", Edit(assignment.start_byte, assignment.end_byte, own))
