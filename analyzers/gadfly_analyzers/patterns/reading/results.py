"""Who takes the result of a call, and what a call works on."""

from __future__ import annotations

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called

_SHOWING = ("print", "join", "len", "list", "sum", "max", "min", "str", "sorted", "enumerate", "range", "set", "tuple")
_TAKING = ("augmented_assignment", "binary_operator", "comparison_operator", "return_statement", "subscript")


def user_of(call: Node) -> Node | None:
    """Give the assignment, `return` or other thing that takes what a call gives back, if any does."""
    inner, outer = call, call.parent
    while outer is not None and outer.type == "parenthesized_expression":
        inner, outer = outer, outer.parent
    if outer is None:
        return None
    if outer.type == "assignment" and outer.child_by_field_name("right") == inner:
        return outer
    if outer.type == "for_statement" and outer.child_by_field_name("right") == inner:
        return inner
    if outer.type in _TAKING or (outer.type == "attribute" and outer.child_by_field_name("object") == inner):
        return outer if outer.type == "return_statement" else inner
    return inner if outer.type == "argument_list" and called(outer.parent).rpartition(".")[2] in _SHOWING else None


def what_loses(node: Node) -> str:
    """Give the text of what a `del` of a part, or a call of a method, takes something from."""
    if node.type == "delete_statement":
        return text_of(node.named_children[0].child_by_field_name("value"))
    method = node.child_by_field_name("function")
    return text_of(method.child_by_field_name("object")) if method is not None else ""


def is_put_back(call: Node) -> bool:
    """Tell whether a name gets what a method of its own value, or a call with it, gives back."""
    taker, function = user_of(call), call.child_by_field_name("function")
    if taker is None or taker.type != "assignment" or function is None:
        return False
    name = text_of(taker.child_by_field_name("left"))
    return name == text_of(function.child_by_field_name("object")) or [*map(text_of, arguments_of(call))] == [name]
