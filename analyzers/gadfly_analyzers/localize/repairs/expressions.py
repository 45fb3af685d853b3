"""Expressions in a statement: which nodes are values, where they stand, and how other text fits in their place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.site import Site, text

CONDITIONAL, OR, AND, NOT, COMPARISON, SUM, PRODUCT, UNARY, POWER, ATOM = 1, 2, 3, 4, 5, 10, 11, 12, 13, 15
LITERALS = ("integer", "float", "string", "concatenated_string", "true", "false", "none")
_CONTAINERS = ("list", "tuple", "dictionary", "set")
_MADE = ("list_comprehension", "dictionary_comprehension", "set_comprehension", "generator_expression")
_COMPOUND = ("boolean_operator", "not_operator", "comparison_operator", "conditional_expression", "lambda")
VALUES = (
    *("identifier", "attribute", "subscript", "call", "binary_operator", "unary_operator"),
    *(*LITERALS, *_CONTAINERS, *_MADE, *_COMPOUND),
)
_STRENGTHS = {
    "lambda": 0,
    "conditional_expression": CONDITIONAL,
    "named_expression": 0,
    "yield": 0,
    "expression_list": 0,
    "not_operator": NOT,
    "comparison_operator": COMPARISON,
    "unary_operator": UNARY,
    "await": 14,
}
_OPERATORS = {
    "or": OR,
    "and": AND,
    "|": 6,
    "^": 7,
    "&": 8,
    "<<": 9,
    ">>": 9,
    "+": SUM,
    "-": SUM,
    "*": PRODUCT,
    "/": PRODUCT,
    "//": PRODUCT,
    "%": PRODUCT,
    "@": PRODUCT,
    "**": POWER,
}
_PLACES = {
    "return_statement": "returned",
    "assignment": "assigned",
    "augmented_assignment": "assigned",
    "argument_list": "argument",
    "keyword_argument": "argument",
    "subscript": "index",
    "slice": "slice",
    "for_statement": "iterable",
    "for_in_clause": "iterable",
    "comparison_operator": "compared",
    "binary_operator": "operand",
    "unary_operator": "operand",
    "list": "element",
    "tuple": "element",
    "expression_list": "element",
    "if_statement": "condition",
    "elif_clause": "condition",
    "while_statement": "condition",
    "if_clause": "condition",
    "boolean_operator": "condition",
    "not_operator": "condition",
}
# What is bound, named or declared there is no value.
_NO_VALUES = {
    "assignment": ("left", "type"),
    "augmented_assignment": ("left",),
    "for_statement": ("left",),
    "for_in_clause": ("left",),
    "keyword_argument": ("name",),
    "default_parameter": ("name",),
    "typed_default_parameter": ("name", "type"),
    "function_definition": ("name", "return_type"),
    "class_definition": ("name",),
    "attribute": ("attribute",),
    "named_expression": ("name",),
}
_NO_VALUES_IN = frozenset(
    {
        *("pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern", "dictionary_splat_pattern"),
        *("parameters", "lambda_parameters", "typed_parameter", "type", "dotted_name", "aliased_import"),
        *("global_statement", "nonlocal_statement", "as_pattern_target", "delete_statement", "decorator", "ERROR"),
    }
)
# They may have very many children, among which to look for one takes long.
_WITHOUT_FIELDS = frozenset({*_CONTAINERS, "argument_list", "expression_list", "block", "module"})


def values(site: Site, *types: str) -> Iterator[Node]:
    """Give the expressions (of these ``VALUES``) whose values the statement itself uses, outer before inner."""
    return (node for type_, node in _values(site) if not types or type_ in types)


@lru_cache(maxsize=2)
def _values(site: Site) -> tuple[tuple[str, Node], ...]:
    """Find them once for all families."""
    return tuple((node.type, node) for node in site.own(*VALUES) if is_value(node))


def is_value(node: Node) -> bool:
    """Tell whether a node's value is used, and not bound, named, declared or called."""
    parent = node.parent
    if parent is None or node.has_error or parent.type in _NO_VALUES_IN:
        return False
    if parent.type == "call" and field_of(node) == "function":
        return False
    return field_of(node) not in _NO_VALUES.get(parent.type, ())


def field_of(node: Node) -> str | None:
    """Give the name of the field that a node is of its parent."""
    parent = node.parent
    if parent is None or parent.type in _WITHOUT_FIELDS:
        return None
    index = next((index for index, child in enumerate(parent.children) if child == node), None)
    return None if index is None else parent.field_name_for_child(index)


def place_of(node: Node) -> str:
    """Name what an expression is there for: ``argument``, ``index``, ``operand`` and so on."""
    parent = node.parent
    while parent is not None and parent.type in ("parenthesized_expression", "conditional_expression"):
        node, parent = parent, parent.parent
    if parent is None:
        return "other"
    if parent.type == "argument_list" and called(parent.parent) == "range":
        return "range"
    if parent.type == "subscript" and field_of(node) == "value":
        return "indexed"
    return _PLACES.get(parent.type, "other")


def called(call: Node | None) -> str:
    """Give the name of what a call calls: a function's, or the method's alone."""
    return "" if call is None else text_of(call.child_by_field_name("function")).rpartition(".")[2]


def arguments_of(call: Node | None) -> list[Node]:
    """List the arguments of a call, keyword arguments among them."""
    found = call.child_by_field_name("arguments") if call is not None else None
    return [] if found is None or found.type != "argument_list" else _without_comments(found)


def condition_of(site: Site) -> Node | None:
    """Give the condition in the statement's header."""
    return site.node.child_by_field_name("condition")


def conditions(site: Site) -> Iterator[Node]:
    """Give whole conditions: of ``if``, ``elif``, ``while``, of conditional expressions and in comprehensions."""
    if (condition := condition_of(site)) is not None:
        yield condition
    for node in site.own("if_clause", "conditional_expression"):
        if len(node.named_children) in (1, 3):
            yield node.named_children[len(node.named_children) // 2]


def bare(node: Node) -> Node:
    """Give what stands in parentheses."""
    while node.type == "parenthesized_expression" and node.named_child_count == 1:
        node = node.named_children[0]
    return node


def operands(node: Node) -> tuple[Node, Node] | None:
    """Give both sides of an operator."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if node.type == "comparison_operator" and node.named_child_count == 2:
        left, right = node.named_children
    return None if left is None or right is None else (left, right)


def operator_of(node: Node) -> Node | None:
    """Give the sign between two operands."""
    return node.child_by_field_name("operator")


def strength(node: Node) -> int:
    """Tell how firmly an expression holds together, as Python's operators bind."""
    if node.type in ("binary_operator", "boolean_operator"):
        return _OPERATORS.get(text_of(operator_of(node)), 0)
    return _STRENGTHS.get(node.type, ATOM)


def needed(node: Node) -> int:
    """Tell how firmly an expression in the place of a node has to hold together to need no parentheses."""
    parent = node.parent
    if parent is None:
        return 0
    if parent.type == "binary_operator":
        right = field_of(node) == "right"
        if strength(parent) == POWER:
            return UNARY if right else ATOM
        return strength(parent) + right
    if parent.type in ("comparison_operator", "boolean_operator", "unary_operator", "not_operator"):
        return strength(parent) + (parent.type == "comparison_operator")
    if parent.type == "conditional_expression":
        return OR
    primary = parent.type == "attribute" or (field_of(node) in ("value", "function") and parent.type in _PRIMARIES)
    return ATOM if primary else 0


_PRIMARIES = ("subscript", "call")


def fitted(node: Node, new: bytes, holds: int) -> bytes:
    """Put parentheses around what comes in place of a node, if they are needed there."""
    return b"(" + new + b")" if holds < needed(node) else new


def firm(node: Node, holds: int = ATOM) -> bytes:
    """Give a node's text, in parentheses if it holds less firmly together than asked."""
    return b"(" + text(node) + b")" if strength(node) < holds else text(node)


def _without_comments(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type != "comment"]
