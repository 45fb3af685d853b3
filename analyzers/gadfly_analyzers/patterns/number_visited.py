"""A loop over a number.

## What you see
`for … in` is followed by a number, such as a length.
## Why it matters
`for` takes one item after the other out of a list, a text or the like.
A number has no items, so Python stops with a `TypeError`.
## Example
```python
def show_all(names):
    for place in len(names):
        print(place, names[place])
```
`show_all(["Ada", "Ben"])` stops at the line with `for`.
## Think about
Which items could this thing hand out, one after the other?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, ask_always, quoted
from gadfly_analyzers.patterns.reading.blocks import called, function_around, parameter_names
from gadfly_analyzers.patterns.reading.names import is_augmented, is_given, places, value_before

RULE = "number-visited"
MISCONCEPTION = "number-can-be-visited"
_NAMED = "(identifier) (attribute)"
_WORKED_OUT = "(integer) (float) (call function: (identifier)) (parenthesized_expression) (binary_operator)"
_VISITED = f"[{_NAMED} {_WORKED_OUT}] @here"
QUERY = f"""
(for_statement right: {_VISITED})
(for_in_clause right: {_VISITED})
"""
_NUMBERS = ("abs", "count", "float", "int", "len", "round")
_NUMBER_NAME = re.compile(
    r"n|k|num|number|integer|count|size|length|limit|times|total|amount|exponent|exp|power|height|width|age|year"
    r"|end|stop|quantity|(n|num|no|number|max)_\w+|\w+_(count|number|size|length|times)"
)
_TAKING_ITEMS = ("len", "list", "max", "min", "set", "sorted", "sum", "tuple")
_COMPARING = ("<", "<=", ">", ">=")


def find(node: Node) -> Iterator[Finding]:
    """Ask which items a number has."""
    inner = node.named_children[0] if node.type == "parenthesized_expression" and node.named_child_count else node
    if _is_number(inner):
        yield ask_always(RULE, node, "Which items does this number hand out, one after the other?")
    elif inner.type == "attribute":
        if _NUMBER_NAME.fullmatch(text_of(inner.child_by_field_name("attribute"))) is not None:
            yield ask(RULE, node, f"Which items does {quoted(text_of(inner))} hand out, one after the other?")
    elif inner.type == "identifier" and _stands_for_number(inner):
        yield ask(RULE, node, f"Which items does {quoted(text_of(inner))} hand out, one after the other?")


def _is_number(node: Node) -> bool:
    if node.type == "binary_operator":
        sides = [side for side in (node.child_by_field_name("left"), node.child_by_field_name("right")) if side]
        return text_of(node.child_by_field_name("operator")) in ("+", "-", "//", "/") and any(map(_is_number, sides))
    if node.type == "call":
        return called(node) in _NUMBERS
    return node.type in ("integer", "float")


def _stands_for_number(name: Node) -> bool:
    """Tell whether a name got a number, or is used and called like one."""
    text, function = text_of(name), function_around(name)
    if function is None:
        return False
    if _gets_value(text, function):
        value = value_before(name, text)
        return value is not None and _is_number(value)
    return _is_number_given(text, function)


@lru_cache(maxsize=8)  # of a long function, many loops may ask about the same name
def _gets_value(name: str, function: Node) -> bool:
    return any(is_given(place) for place in places(function, name))


@lru_cache(maxsize=8)
def _is_number_given(name: str, function: Node) -> bool:
    """Tell whether a parameter is used and called like a number."""
    if name not in parameter_names(function):
        return False
    if _is_annotated(name, function):
        return True
    return _is_used_as_number(name, function) or (
        _NUMBER_NAME.fullmatch(name) is not None and not _is_used_as_items(name, function)
    )


def _is_annotated(name: str, function: Node) -> bool:
    parameters = text_of(function.child_by_field_name("parameters"))
    return re.search(rf"\b{re.escape(name)}\s*:\s*(int|float)\b", parameters) is not None


def _is_used_as_number(name: str, function: Node) -> bool:
    for place in places(function, name):
        around = place.parent
        if around is None:
            continue
        if is_augmented(place) and text_of(around.child_by_field_name("operator")) in ("-=", "//=", "/="):
            return True
        if around.type == "binary_operator" and _is_sum(around, place):
            return True
        if around.type == "comparison_operator" and _is_compared_with_number(around):
            return True
        if around.type == "argument_list" and called(around.parent) == "range":
            return True
    return False


def _is_sum(operation: Node, place: Node) -> bool:
    """Tell whether a name is calculated with in a way that only numbers allow."""
    sign = text_of(operation.child_by_field_name("operator"))
    other = next((side for side in operation.named_children if side != place), None)
    if sign in ("//", "-", "/", "**"):
        return True
    is_left = operation.child_by_field_name("left") == place
    return sign in ("%", "+") and is_left and other is not None and other.type == "integer"


def _is_compared_with_number(comparison: Node) -> bool:
    signs = [child.type for child in comparison.children if not child.is_named]
    return signs[0] in (*_COMPARING, "==", "!=") and any(side.type == "integer" for side in comparison.named_children)


def _is_used_as_items(name: str, function: Node) -> bool:
    for place in places(function, name):
        around = place.parent
        if around is not None and around.type in ("subscript", "attribute"):
            return True
        if around is not None and around.type == "argument_list" and called(around.parent) in _TAKING_ITEMS:
            return True
    return bool(nodes_of(function, ("yield",)))
