"""Other arithmetic: ``-`` for ``+``, ``//`` for ``/``, an operand less, other parentheses, another sign or rounding."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import (
    PRODUCT,
    UNARY,
    bare,
    firm,
    fitted,
    operands,
    operator_of,
    strength,
    values,
)
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_OTHERS = {
    "+": ("-", "*", "/"),
    "-": ("+", "%", "*", "//"),
    "*": ("**", "+", "/", "//", "-"),
    "/": ("//", "*", "%", "-"),
    "//": ("/", "%", "*"),
    "%": ("//", "/", "*", "-"),
    "**": ("*", "+", "/"),
    "@": ("*",),
    "&": ("|", "^", "%"),
    "|": ("&", "^", "+"),
    "^": ("&", "|", "**"),
    "<<": (">>", "*"),
    ">>": ("<<", "//"),
}
_GROUPS = {"+": "sums", "-": "sums", "*": "products", "/": "products", "//": "products", "%": "products"}
_SIGNED = ("identifier", "integer", "float", "call", "subscript", "attribute")
_SIGNED_PLACES = (
    *("return_statement", "assignment", "augmented_assignment", "argument_list", "keyword_argument"),
    *("tuple", "expression_list", "lambda"),  # what is sorted by, the greatest first
)


def repairs(site: Site) -> Iterator[Repair]:
    """Edit each operator, drop each operand, move parentheses, and set or take signs."""
    for node in site.own("binary_operator", "augmented_assignment"):
        yield from _operators(site, node)
    for node in values(site, "binary_operator"):
        yield from _dropped(site, node)
        yield from _grouped(site, node)
        yield from _rounded_up(site, node)
    yield from _signs(site)


def _operators(site: Site, node: Node) -> Iterator[Repair]:
    operator = operator_of(node)
    if operator is None:
        return
    sign = text_of(operator)
    equals = "=" if sign.endswith("=") else ""
    old = sign.removesuffix("=")
    for new in _OTHERS.get(old, ()):
        kind = f"arithmetic/{_group(old)} to {_group(new)}" + (" update" if equals else "")
        yield site.replaced(kind, operator, f"{new}{equals}".encode())


def _group(sign: str) -> str:
    return _GROUPS.get(sign, "powers" if sign == "**" else "bits")


def _dropped(site: Site, node: Node) -> Iterator[Repair]:
    sides = operands(node)
    if sides is None:
        return
    left, right = sides
    yield site.replaced("arithmetic/drop right", node, fitted(node, text(left), strength(left)))
    yield site.replaced("arithmetic/drop left", node, fitted(node, text(right), strength(right)))
    if left.type == "binary_operator" and (inner := operands(left)) is not None:
        yield site.removed("arithmetic/drop middle", inner[1].start_byte, right.start_byte)
    if right.type == "binary_operator" and (inner := operands(right)) is not None:
        yield from _reordered(site, node, right, inner)


def _reordered(site: Site, node: Node, right: Node, inner: tuple[Node, Node]) -> Iterator[Repair]:
    """Make ``a / c - b`` of ``a - b / c``."""
    first, second = operator_of(node), operator_of(right)
    if first is not None and second is not None:
        tail = b"%b %b %b %b" % (text(second), text(inner[1]), text(first), text(inner[0]))
        yield site.repair("arithmetic/reorder", Edit(first.start_byte, right.end_byte, tail))


def _grouped(site: Site, node: Node) -> Iterator[Repair]:
    """Make ``(a + b) / c`` of ``a + b / c``, and the other way round."""
    sides, sign = operands(node), text(node.child_by_field_name("operator") or node)
    if sides is None:
        return
    left, right = sides
    if right.type == "binary_operator" and (inner := operands(right)) is not None:
        second = text(operator_of(right) or right)
        grouped = b"(%b %b %b) %b %b" % (text(left), sign, text(inner[0]), second, firm(inner[1], strength(right) + 1))
        yield site.replaced("arithmetic/group", node, fitted(node, grouped, strength(right)))
    if left.type == "binary_operator" and (inner := operands(left)) is not None:
        second = text(operator_of(left) or left)
        grouped = b"%b %b (%b %b %b)" % (firm(inner[0], strength(left)), second, text(inner[1]), sign, text(right))
        yield site.replaced("arithmetic/group", node, fitted(node, grouped, strength(left)))
    for side in sides:
        if side.type == "parenthesized_expression" and bare(side).type == "binary_operator":
            yield site.replaced("arithmetic/ungroup", side, text(bare(side)))


def _rounded_up(site: Site, node: Node) -> Iterator[Repair]:
    """Count a part that is begun, as ``-(-a // b)`` does."""
    sides, sign = operands(node), operator_of(node)
    if sides is not None and sign is not None and text_of(sign) == "//":
        rounded = b"-(-%b // %b)" % (firm(sides[0], UNARY), text(sides[1]))
        yield site.replaced("arithmetic/round up", node, fitted(node, rounded, UNARY))


def _signs(site: Site) -> Iterator[Repair]:
    for node in values(site, "unary_operator"):
        inner = node.child_by_field_name("argument")
        if inner is not None:
            yield site.replaced("arithmetic/drop sign", node, text(inner))
    for node in values(site, *_SIGNED):
        if node.parent is not None and node.parent.type in _SIGNED_PLACES:
            yield site.replaced("arithmetic/sign", node, b"-" + firm(node, UNARY))
    for node in values(site, "binary_operator"):
        if node.parent is not None and node.parent.type in _SIGNED_PLACES[:2] and strength(node) <= PRODUCT:
            yield site.replaced("arithmetic/sign", node, b"-(" + text(node) + b")")
