"""Where the value comes from that an exception complains of, as far as the text tells: its type, or an index."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tree_sitter import Node

from gadfly_analyzers.execution.results import Raised
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.site import Site
from gadfly_analyzers.outline import Statement

_OF_TYPES = ("AttributeError", "TypeError")
_OF_PLACES = ("IndexError", "KeyError")
_NAMED_TYPE = re.compile(r"'(\w+)'|\bstr\b|\bint\b|\blist\b")
_TYPES = {
    "concatenated_string": "str",
    "dictionary": "dict",
    "false": "bool",
    "float": "float",
    "integer": "int",
    "list": "list",
    "list_comprehension": "list",
    "none": "NoneType",
    "set": "set",
    "string": "str",
    "true": "bool",
    "tuple": "tuple",
}
_MAKERS = {"dict", "float", "input", "int", "len", "list", "set", "sorted", "str", "tuple"}
_GIVING_NOTHING = {"add", "append", "clear", "extend", "insert", "print", "remove", "reverse", "sort", "update"}


def of_raised(sites: Mapping[Statement, Site], raised: Raised) -> Iterator[tuple[Statement, str]]:
    """Give statements from which an exception may come, with how: each made the ``type``, or set the ``index``."""
    at = raised.line or 0
    raising = next((site for each, site in sites.items() if each.line <= at <= each.end_line), None)
    if raising is None:
        return
    for each, site in sites.items():
        if makes_wrong_type(site, raising, raised):
            yield each, "type"
        if sets_index(site, raising, raised):
            yield each, "index"


def makes_wrong_type(site: Site, raising: Site, raised: Raised) -> bool:
    """Tell whether a statement gives a name that is used where an exception rose the type of which it complains."""
    if raised.type not in _OF_TYPES or site.function != raising.function:
        return False
    complained = {found[1] or found[0] for found in _NAMED_TYPE.finditer(raised.message)}
    used = {text_of(node) for node in raising.own("identifier")}
    return any(name in used and kind in complained for name, kind in _given(site))


def sets_index(site: Site, raising: Site, raised: Raised) -> bool:
    """Tell whether a statement sets a name that stands in an index where an index or a key was missing."""
    if raised.type not in _OF_PLACES or site.function != raising.function or site is raising:
        return False
    indices = (each.child_by_field_name("subscript") for each in raising.own("subscript"))
    used = {text_of(node) for index in indices if index is not None for node in nodes_of(index, ("identifier",))}
    return any(used & _names(node.child_by_field_name("left")) for node in site.own(*_SETTING))


_SETTING = ("assignment", "augmented_assignment", "for_statement")


def _given(site: Site) -> Iterator[tuple[str, str]]:
    """Give each name that a statement assigns with the type of its value, where the text tells it."""
    for node in site.own("assignment"):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is None or right is None:
            continue
        several = left.type in ("pattern_list", "tuple_pattern") and right.type in ("expression_list", "tuple")
        targets, values = (left.named_children, right.named_children) if several else ([left], [_last(right)])
        for target, value in zip(targets, values, strict=False):
            if kind := _type_of(value):
                yield text_of(target), kind


def _last(right: Node) -> Node:
    """Give the value of ``a = b = value``."""
    while right.type == "assignment" and (inner := right.child_by_field_name("right")) is not None:
        right = inner
    return right


def _type_of(value: Node) -> str | None:
    if value.type != "call":
        return _TYPES.get(value.type)
    function = value.child_by_field_name("function")
    name = text_of(function.child_by_field_name("attribute") if function and function.type == "attribute" else function)
    if name in _GIVING_NOTHING:
        return "NoneType"
    return {"input": "str", "len": "int", "sorted": "list"}.get(name, name) if name in _MAKERS else None


def _names(node: Node | None) -> set[str]:
    return set() if node is None else {text_of(each) for each in nodes_of(node, ("identifier",))}
