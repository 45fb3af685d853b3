"""Who takes the result of a call."""

from __future__ import annotations

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.reading.blocks import called

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


def is_put_back(call: Node) -> bool:
    """Tell whether a name gets what a method of its own value, or a call with it, gives back."""
    taker, function, given = user_of(call), call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if taker is None or taker.type != "assignment" or function is None:
        return False
    name = text_of(taker.child_by_field_name("left"))
    arguments = [text_of(child) for child in given.named_children] if given is not None else []
    return name == text_of(function.child_by_field_name("object")) or arguments == [name]
