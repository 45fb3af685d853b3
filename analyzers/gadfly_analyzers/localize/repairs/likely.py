"""What an expression seems to be, a number or a series of things, so that no needless edits are tried."""

from __future__ import annotations

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import bare, called, operands, operator_of
from gadfly_analyzers.localize.repairs.roles import roles
from gadfly_analyzers.localize.repairs.site import Site

LINKS = ("next", "successor", "parent", "left", "right")  # attributes that lead to an object of the same sort
_MAKES_NUMBERS = ("len", "int", "float", "abs", "round", "ord", "sum", "count", "index", "find")
_MAKES_SERIES = (
    *("list", "tuple", "set", "dict", "str", "sorted", "reversed", "enumerate", "zip", "map", "filter", "range"),
    *("input", "split", "join", "lower", "upper", "strip", "replace", "keys", "values", "items", "copy"),
)
_SERIES = (
    *("list", "tuple", "dictionary", "set", "string", "concatenated_string"),
    *("list_comprehension", "dictionary_comprehension", "set_comprehension", "generator_expression"),
)
_MOST_SURE = ("-", "/", "//", "%", "**")


def is_number(site: Site, node: Node) -> bool:
    """Tell whether an expression most likely gives a number."""
    node = bare(node)
    if node.type == "identifier":
        return is_number_name(site, text_of(node))
    if node.type == "call":
        return called(node) in _MAKES_NUMBERS
    if node.type == "binary_operator":
        return text_of(operator_of(node)) in _MOST_SURE or all(is_number(site, side) for side in operands(node) or ())
    return node.type in ("integer", "float", "unary_operator")


def is_series(site: Site, node: Node) -> bool:
    """Tell whether an expression most likely gives a list, a text or something else with elements."""
    node = bare(node)
    if node.type == "identifier":
        return is_series_name(site, text_of(node))
    if node.type == "binary_operator" and text_of(operator_of(node)) in ("+", "*"):
        return any(is_series(site, side) for side in operands(node) or ())
    return node.type in _SERIES or (node.type == "call" and called(node) in _MAKES_SERIES)


def is_number_name(site: Site, name: str) -> bool:
    """Tell whether a variable is used as a number, and never as a series."""
    return name in roles(site).numbers and name not in _series_names(site)


def is_series_name(site: Site, name: str) -> bool:
    """Tell whether a variable is used as a series, and never as a number."""
    return name in _series_names(site) and name not in roles(site).numbers


def _series_names(site: Site) -> tuple[str, ...]:
    found = roles(site)
    return (*found.series, *found.lists, *found.sets, *found.dicts, *found.texts)
