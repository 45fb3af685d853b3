"""Another condition: negated, joined with another one of the function, or asking something else of the same value."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.blocks import body, loop_around
from gadfly_analyzers.localize.repairs.expressions import (
    AND,
    COMPARISON,
    LITERALS,
    OR,
    bare,
    called,
    condition_of,
    conditions,
    firm,
    fitted,
    is_value,
    operands,
)
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.roles import assigned_in
from gadfly_analyzers.localize.repairs.site import Site, text

_ASKED = ("identifier", "attribute", "subscript", "call")
_MOST = 8
_FEW = 3
_FALSY = ("()", "[]", '""', "''", "{}", "0", "None")
_HEADERS = ("if_statement", "elif_clause", "while_statement")


def repairs(site: Site) -> Iterator[Repair]:
    """Edit each condition as a whole."""
    for condition in conditions(site):
        yield from _asked_otherwise(site, condition)
        yield from _joined(site, condition)
        for truth in (b"True", b"False"):
            yield site.replaced("condition/fixed", condition, truth)
    yield from _as_begun(site)
    yield from _compared(site)
    yield from _decided(site)


def _asked_otherwise(site: Site, condition: Node) -> Iterator[Repair]:
    node = bare(condition)
    if node.type in _ASKED:
        for detail, more in (("none", " is None"), ("none", " is not None"), ("zero", " == 0"), ("zero", " > 0")):
            yield site.replaced(f"condition/compare to {detail}", node, text(node) + more.encode())
        for more in (" == 1", " > 1", " != 1"):
            yield site.replaced("condition/compare to one", node, text(node) + more.encode())
        yield site.replaced("condition/compare length", node, b"len(%b) > 1" % text(node))


def _compared(site: Site) -> Iterator[Repair]:
    """Ask for the truth or the length of what is compared, or for another empty thing too."""
    for node in site.own("comparison_operator"):
        sides = operands(node)
        if sides is None or not is_value(node):
            continue
        left, right = sides
        if text_of(right) in _FALSY:
            yield site.replaced("condition/truth", node, firm_truth(node, b"not " + text(left)))
            yield site.replaced("condition/truth", node, text(left))
            yield site.replaced("condition/compare length", node, b"len(%b) == 0" % text(left))
            yield site.replaced("condition/compare length", node, b"len(%b) <= 1" % text(left))
            for other in [each for each in _FALSY[:3] if each != text_of(right)]:
                yield site.replaced("condition/empty", right, other.encode())
                either = text(node) + b" or %b == %b" % (text(left), other.encode())
                yield site.replaced("condition/or empty", node, fitted(node, either, OR))
        if called(left) == "len" and text_of(right) == "0":
            yield site.replaced("condition/compare length", node, text(left) + b" <= 1")
        if text_of(left) == text_of(right):
            yield site.replaced("condition/truth", node, text(left))


def firm_truth(node: Node, new: bytes) -> bytes:
    """Put a negation in place of a comparison."""
    within = node.parent is not None and node.parent.type in ("comparison_operator", "binary_operator")
    return b"(" + new + b")" if within else new


def _joined(site: Site, condition: Node) -> Iterator[Repair]:
    """Join a condition with others of the function, and with the truth of its variables."""
    own = text_of(bare(condition))
    others = [each for each in _of_function(site) if each not in own]
    near = [f"{sign}{name}" for name in _asked_names(site) for sign in ("not ", "")]
    for sign, holds in ((b"or", OR), (b"and", AND)):
        joined = firm(condition, holds) + b" " + sign + b" "
        for other in others[:_MOST]:
            yield site.replaced(f"condition/{sign.decode()} another", condition, joined + other.encode())
            yield site.replaced(f"condition/{sign.decode()} no other", condition, joined + b"not (%b)" % other.encode())
        for other in [each for each in near if each not in others][:_MOST]:
            yield site.replaced(f"condition/{sign.decode()} truth", condition, joined + other.encode())
    yield from _joined_first(site, condition)


def _joined_first(site: Site, condition: Node) -> Iterator[Repair]:
    """Ask first whether there is something at all: what attributes and elements are taken of."""
    seen: set[str] = set()
    for node in nodes_of(condition, ("attribute", "subscript")):
        whole = node.child_by_field_name("object") or node.child_by_field_name("value")
        name = text_of(whole)
        if whole is None or name in seen or whole.type not in _ASKED[:3]:
            continue
        seen.add(name)
        for detail, first in (("or", f"not {name}"), ("or", f"{name} is None"), ("and", name)):
            holds = OR if detail == "or" else AND
            new = f"{first} {detail} ".encode() + firm(condition, holds)
            yield site.replaced(f"condition/{detail} truth", condition, new)


def _of_function(site: Site) -> list[str]:
    """Give the conditions of the function that do not hold others, those of near statements first."""
    found = nodes_of(site.scope, ("comparison_operator", "not_operator", *_HEADERS))
    place = site.statement.span.start
    near = sorted(found, key=lambda node: abs(node.start_byte - place))
    asked = [bare(node.child_by_field_name("condition") or node) if node.type in _HEADERS else node for node in near]
    texts = [text_of(node) for node in asked if node.type in (*_ASKED, "comparison_operator", "not_operator")]
    return [each for each in dict.fromkeys(texts) if len(each) < 60 and "\n" not in each]


def _as_begun(site: Site) -> Iterator[Repair]:
    """Ask in a loop, too, whether what is set below the condition is still as it was in the beginning."""
    condition, inner = condition_of(site), body(site.node)
    if condition is None or inner is None or site.node.type == "while_statement" or loop_around(inner) is None:
        return
    begun = _first_literals(site)
    for name in [name for name in begun if name in assigned_in(inner)][:_FEW]:
        value = begun[name]
        asked = {"True": name, "False": f"not {name}", "None": f"{name} is None"}.get(value, f"{name} == {value}")
        new = firm(condition, AND) + b" and " + asked.encode("utf-8", "surrogatepass")
        yield site.replaced("condition/and as begun", condition, new)


def _first_literals(site: Site) -> dict[str, str]:
    """Give the names that the function first sets to a literal, each with this literal."""
    found: dict[str, str] = {}
    for each in nodes_of(site.scope, ("assignment",)):
        left, right = each.child_by_field_name("left"), each.child_by_field_name("right")
        if left is not None and right is not None and left.type == "identifier":
            found.setdefault(text_of(left), text_of(right) if right.type in (*LITERALS, "unary_operator") else "")
    return {name: value for name, value in found.items() if value}


def _asked_names(site: Site) -> list[str]:
    return [name for name in site.names if name != "self"][:5]


def _decided(site: Site) -> Iterator[Repair]:
    """Take one branch of a conditional expression always, or the other."""
    for node in site.own("conditional_expression"):
        if len(node.named_children) == 3:
            one, _, other = node.named_children
            yield site.replaced("condition/branch always", node, firm(one, COMPARISON))
            yield site.replaced("condition/branch always", node, firm(other, COMPARISON))
