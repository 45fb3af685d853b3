"""A text and a number, added.

## What you see
`+` between a text and a number.
## Why it matters
`+` adds two numbers, or puts two texts together.
For one of each Python does not guess which is meant, and fails.
## Example
```python
def label(items):
    count = len(items)
    return "Items: " + count
```
`label(["pen"])` fails.
## Think about
What kind of value stands on each side of the sign?
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node, Query, QueryCursor

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import PYTHON, nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import called, function_around, parameter_names, without_parentheses
from gadfly_analyzers.patterns.reading.kinds import Kind, kind_of
from gadfly_analyzers.patterns.reading.names import is_target, places
from gadfly_analyzers.patterns.reading.words import words
from gadfly_analyzers.source import Source

RULE = "text-plus-number"
MISCONCEPTION = "text-and-number-join"
_SUMS = Query(PYTHON, '[(binary_operator operator: "+") (augmented_assignment operator: "+=")] @sum')
_COUNTING = ("-", "*", "/", "//", "**")
_COUNTS = words("age amount average count height length num number points price quantity score sum total year")


def find(source: Source) -> Iterator[Finding]:
    """Ask what kind of value stands on each side."""
    for node in QueryCursor(_SUMS).captures(source.tree.root_node).get("sum", []):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is not None and right is not None and (_do_not_join(left, right) or _do_not_join(right, left)):
            yield ask(RULE, node, "What kind of value stands on each side of the plus?")


def _do_not_join(text: Node, number: Node) -> bool:
    if number.type in ("string", "concatenated_string") or text.type in ("integer", "float"):
        return False
    if kind_of(text) is not Kind.TEXT:
        return False
    kind = kind_of(number)
    if kind is None and number.type == "identifier":
        return _seems_a_number(number)
    if kind is None and number.type in ("attribute", "call"):
        return text_of(number).rpartition(".")[2] in _COUNTS or _is_best(number)
    inner = without_parentheses(number)
    return kind is Kind.NUMBER or (kind is None and inner.type == "binary_operator" and _is_sum(inner, number))


def _is_best(call: Node) -> bool:
    """Tell whether the greatest or least of some things is asked for, by no other measure than themselves."""
    return called(call) in ("max", "min") and not nodes_of(call, ("keyword_argument", "string"))


def _is_sum(inner: Node, number: Node) -> bool:
    """Tell whether something is worked out on its own before the text comes to it."""
    operator = inner.child_by_field_name("operator")
    sign = operator.type if operator is not None else ""
    return sign == "*" or (sign == "+" and inner != number and not nodes_of(inner, ("string", "call", "subscript")))


def _seems_a_number(name: Node) -> bool:
    """Tell whether a parameter is called, or counted with, like a number."""
    function = function_around(name)
    return function is not None and _is_number_given(text_of(name), function)


@lru_cache(maxsize=8)  # a long function may add the same name to texts many times
def _is_number_given(name: str, function: Node) -> bool:
    if name not in parameter_names(function) or any(is_target(place) for place in places(function, name)):
        return False
    return name in _COUNTS or any(_is_counted_with(place) for place in places(function, name))


def _is_counted_with(place: Node) -> bool:
    outer = place.parent
    if outer is None:
        return False
    if outer.type == "argument_list":
        return called(outer.parent) == "range"
    if outer.type == "comparison_operator":
        return any(child.type == "integer" for child in outer.named_children)
    operator = outer.child_by_field_name("operator")
    return outer.type == "binary_operator" and operator is not None and operator.type in _COUNTING
