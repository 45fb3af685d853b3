"""A product that starts at 0.

## What you see
A name starts at 0, and then it is only multiplied.
## Why it matters
0 times anything is 0.
However many passes the loop makes, the name never holds anything else.
## Example
```python
def factorial(n):
    result = 0
    for factor in range(1, n + 1):
        result *= factor
    return result
```
`factorial(4)` gives 0.
## Think about
What does the name hold after the first pass?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import called, function_around
from gadfly_analyzers.patterns.reading.loops import loops_around
from gadfly_analyzers.patterns.reading.names import (
    assignment_of,
    is_augmented,
    is_given,
    is_mentioned,
    places,
    value_before,
)

RULE = "product-from-zero"
MISCONCEPTION = "any-start-for-product"
QUERY = """
(augmented_assignment left: (identifier) operator: "*=") @here
(assignment left: (identifier) right: (binary_operator operator: "*")) @here
(return_statement (binary_operator operator: "*")) @here
"""
_ZERO = ("0", "0.0", "0.")


def find(node: Node) -> Iterator[Finding]:
    """Ask what the first product is."""
    if node.type == "return_statement":
        yield from _recursive(node)
        return
    name = text_of(node.child_by_field_name("left"))
    if node.type == "assignment" and name not in map(text_of, _factors(node.child_by_field_name("right"))):
        return
    loop = list(loops_around(node))[-1:]
    start = _zero_before(loop[0], node, name) if loop else None
    if start is not None and all(_multiplies(place) for place in places(loop[0], name) if _changes(place)):
        yield ask(RULE, assignment_of(start), f"What does `{name}` hold after the first product?")


def _factors(product: Node | None) -> list[Node]:
    return product.named_children if product is not None else []


def _zero_before(outermost: Node, node: Node, name: str) -> Node | None:
    """Give the 0 that a name starts with: before all the loops, or before the innermost of them."""
    for loop in (next(loops_around(node), outermost), outermost):
        start = value_before(loop, name)
        if start is not None and text_of(start) in _ZERO:
            return start
    return None


def _changes(place: Node) -> bool:
    return is_augmented(place) or is_given(place)


def _multiplies(place: Node) -> bool:
    around = place.parent
    if around is None:
        return False
    if around.type == "augmented_assignment":
        return text_of(around.child_by_field_name("operator")) == "*="
    value = around.child_by_field_name("right")
    if value is None:
        return False
    return text_of(value) in _ZERO or (
        text_of(value.child_by_field_name("operator")) == "*" and is_mentioned(value, text_of(place))
    )


def _recursive(node: Node) -> Iterator[Finding]:
    """Ask about a function whose every way out without a call of itself gives 0."""
    function = function_around(node)
    if function is None:
        return
    name = text_of(function.child_by_field_name("name"))
    product = next(iter(node.named_children), None)
    if not _calls(node, name) or all(called(factor) == "" for factor in _factors(product)):
        return
    others = [each for each in nodes_of(function, ("return_statement",)) if not _calls(each, name)]
    if others and all(text_of(each).removeprefix("return").strip(" ()") in _ZERO for each in others):
        yield ask(RULE, others[0], f"What does the call of `{name}` that ends first give back?")


def _calls(node: Node, name: str) -> bool:
    return any(called(call) == name for call in nodes_of(node, ("call",)))
