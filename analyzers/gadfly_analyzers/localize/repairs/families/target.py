"""Another target: another variable assigned, added to or not, the result of a method kept or not."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.expressions import SUM, arguments_of, called, firm, operands, operator_of
from gadfly_analyzers.localize.repairs.likely import is_number
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_IN_PLACE = frozenset(["sort", "reverse", "append", "extend", "insert", "remove", "add", "clear", "update", "discard"])
_MOST = 8
_FEW = 4
_SUMS = ("+=", "-=", "*=", "//=", "/=")


def repairs(site: Site) -> Iterator[Repair]:
    """Edit where a statement puts what it computes."""
    for node in site.own("assignment", "augmented_assignment"):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is None or right is None or (node.parent is not None and node.parent.type == "assignment"):
            continue
        yield from _targets(site, left)
        if node.type == "assignment":
            yield from _assigned(site, node, left, right)
            yield from _within_a_text(site, node, left, right)
        else:
            yield from _updated(site, node, left, right)
    inner = site.node.named_children[0] if site.node.named_children else None
    if site.node.type == "expression_statement" and inner is not None:
        yield from _thrown_away(site, inner)


def _targets(site: Site, left: Node) -> Iterator[Repair]:
    """Assign to other variables, to elements that the function has, and to the whole instead of an element."""
    elements = nodes_of(site.scope, ("subscript", "attribute"))
    others = dict.fromkeys(text_of(node) for node in elements if node.parent is not None and _is_place(node))
    for target in left.named_children if left.type == "pattern_list" else [left]:
        for name in [each for each in site.names if each not in (text_of(target), "self")][:_MOST]:
            if target.type == "identifier" or name not in text_of(target):
                yield site.replaced("target/variable", target, name.encode())
            if target.type == "identifier" and not is_number(site, target):
                yield site.inserted("target/element", target.end_byte, f"[{name}]".encode())
        for other in [each for each in others if each != text_of(target)][:_FEW]:
            yield site.replaced("target/element", target, other.encode())
        value = target.child_by_field_name("value") or target.child_by_field_name("object")
        if value is not None and target.type in ("subscript", "attribute") and text_of(value) != "self":
            yield site.replaced("target/whole", target, text(value))
        if target.type == "subscript" and value is not None:
            index = target.child_by_field_name("subscript")
            for name in [each for each in site.names if each not in (text_of(value), text_of(index))][:_MOST]:
                yield site.replaced("target/variable", value, name.encode())


def _within_a_text(site: Site, node: Node, left: Node, right: Node) -> Iterator[Repair]:
    """Make a new text where a sign of one is assigned, which cannot be: ``s = s[:i] + new + s[i + 1 :]``."""
    whole, index = left.child_by_field_name("value"), left.child_by_field_name("subscript")
    if left.type == "subscript" and whole is not None and index is not None and whole.type == "identifier":
        if index.type in ("slice", "string") or is_number(site, right):
            return
        name, place, new = text(whole), firm(index, SUM), firm(right, SUM)
        made = b"%b = %b[:%b] + %b + %b[%b + 1 :]" % (name, name, text(index), new, name, place)
        yield site.replaced("target/within a text", node, made)


def _is_place(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type not in ("call", "attribute") and len(text_of(node)) <= 40


def _assigned(site: Site, node: Node, left: Node, right: Node) -> Iterator[Repair]:
    equals = next((child for child in node.children if child.type == "="), None)
    if equals is None or left.type in ("pattern_list", "tuple_pattern"):
        return
    for sign in _SUMS[:3]:
        yield site.replaced("target/= to update", equals, sign.encode())
    for sum_sign in (b" + ", b" * ", b" - "):
        new = text(left) + sum_sign + firm(right, SUM + (sum_sign != b" + "))
        if left.type == "identifier" and text_of(left) not in text_of(right):
            yield site.replaced("target/from before", right, new)
    whole, method = _method(right)
    if whole is not None and method in _IN_PLACE:
        yield site.replaced("target/result not kept", node, text(right))
        if method == "append" and len(arguments_of(right)) == 1:
            yield site.replaced(
                "target/sum for append", right, b"%b + [%b]" % (text(whole), text(arguments_of(right)[0]))
            )
        if method == "sort":
            yield site.replaced("target/sorted", right, b"sorted(%b)" % text(whole))
        if method == "reverse":
            yield site.replaced("target/sorted", right, text(whole) + b"[::-1]")
    yield site.replaced("target/append", node, b"%b.append(%b)" % (text(left), text(right)))


def _method(node: Node) -> tuple[Node | None, str]:
    """Give the object and the method that a call calls."""
    function = node.child_by_field_name("function") if node.type == "call" else None
    return (function.child_by_field_name("object"), called(node)) if function is not None else (None, "")


def _updated(site: Site, node: Node, left: Node, right: Node) -> Iterator[Repair]:
    operator = operator_of(node)
    if operator is None:
        return
    yield site.replaced("target/update to =", operator, b"=")
    whole, method = _method(right)
    if whole is not None and method in _IN_PLACE:
        yield site.repair("target/result not kept", Edit(left.start_byte, whole.end_byte, text(left)))
    if text_of(operator) == "+=":
        for method in ("append", "extend", "add"):
            yield site.replaced(f"target/{method}", node, b"%b.%b(%b)" % (text(left), method.encode(), text(right)))


def _thrown_away(site: Site, inner: Node) -> Iterator[Repair]:
    """Keep what a statement computes; assign where it only compares or subtracts."""
    sides = operands(inner)
    if inner.type == "comparison_operator" and sides is not None and _sign(inner) == "==":
        yield site.repair("target/assigned", Edit(sides[0].end_byte, sides[1].start_byte, b" = "))
    if inner.type == "binary_operator" and sides is not None:
        for between in (f" {_sign(inner)}= ", " = "):
            yield site.repair("target/assigned", Edit(sides[0].end_byte, sides[1].start_byte, between.encode()))
    whole, method = _method(inner)
    if whole is not None and method not in _IN_PLACE:
        yield site.inserted("target/result kept", inner.start_byte, text(whole) + b" = ")
    if inner.type == "call":
        given = [each for each in arguments_of(inner) if each.type == "identifier"]
        names = [text_of(given[0])] if given else []
        for name in list(dict.fromkeys([*names, *site.names]))[:_MOST]:
            yield site.inserted("target/result kept", inner.start_byte, f"{name} = ".encode())
        if method == "append" and whole is not None and len(arguments_of(inner)) == 1:
            added = text(arguments_of(inner)[0])
            yield site.replaced("target/sum for append", inner, text(whole) + b" += " + added)
            yield site.replaced("target/sum for append", inner, text(whole) + b" = " + added)
        if whole is not None and whole.type == "identifier":
            for name in [each for each in site.names if each not in (text_of(whole), "self")][:_MOST]:
                yield site.replaced("target/object", whole, name.encode())


def _sign(node: Node) -> str:
    if node.type == "binary_operator":
        return text_of(operator_of(node))
    operators = node.children_by_field_name("operators")
    return text_of(operators[0]) if len(operators) == 1 else ""
