"""Two numbers with a fraction, asked whether they are equal.

## What you see
`==` or `!=` beside a number such as `0.3`, or beside the result of `/` or of a square root.
## Why it matters
Python keeps most fractions only nearly.
Two ways to reach the same number can end a tiny bit apart, and then they are not equal.
## Example
```python
def is_full(parts):
    filled = 0
    for part in parts:
        filled += part
    return filled == 0.3
```
`is_full([0.1, 0.2])` gives `False`.
## Think about
What does Python print for `0.1 + 0.2`?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import called, home_of, without_parentheses

RULE = "float-equality"
MISCONCEPTION = "float-is-exact"
QUERY = """
(comparison_operator operators: "==") @here
(comparison_operator operators: "!=") @here
"""
_FRACTION = re.compile(rb"\d\.\d|\.\d|sqrt\(")
_ROOTS = ("sqrt", "math.sqrt")
_NEVER_NUMBERS = {"string", "none", "true", "false", "list", "tuple", "dictionary", "concatenated_string"}
_WHOLE_MAKERS = ("int", "round", "len", "math.floor", "math.ceil", "floor", "ceil")


def find(node: Node) -> Iterator[Finding]:
    """Ask how exact the two sides are, unless one of them is made whole or is no fraction."""
    if len(node.named_children) != 2:
        return
    left, right = (without_parentheses(side) for side in node.named_children)
    if {left.type, right.type} & _NEVER_NUMBERS or any(called(side) in _WHOLE_MAKERS for side in (left, right)):
        return
    # Most fractions can be compared with 0 and 1, but not those that came there step by step.
    exact = {text_of(left), text_of(right)} & {"0", "0.0", "1"}
    grows = left.type == "identifier" and _gets_fraction(text_of(left), node)
    if grows or _divides_by_fraction(left) or (not exact and any(_is_fraction(side, node) for side in (left, right))):
        yield ask(RULE, node, "How exactly does Python keep both numbers?")


def _is_fraction(side: Node, node: Node) -> bool:
    if side.type == "float":
        return _has_rest(side) or _is_worked_out(side, node)
    if side.type == "identifier":
        return _gets_fraction(text_of(side), node)
    if side.type == "binary_operator":
        return _divides(side) or any(_is_quotient(text_of(name), node) for name in nodes_of(side, ("identifier",)))
    return called(side) in _ROOTS


def _is_quotient(name: str, node: Node) -> bool:
    """Tell whether a name is what a division gave in the function where it is compared."""
    home = home_of(node)
    return home.type == "function_definition" and _gets_quotient(name, home)


@lru_cache(maxsize=16)  # a function may compare many times
def _gets_quotient(name: str, home: Node) -> bool:
    if b"/" not in (home.text or b""):
        return False
    given = (each for each in nodes_of(home, ("assignment",)) if text_of(each.child_by_field_name("left")) == name)
    values = (each.child_by_field_name("right") for each in given)
    return any(value is not None and value.type == "binary_operator" and _divides(value) for value in values)


def _divides_by_fraction(side: Node) -> bool:
    """Tell whether the rest of a division by a number such as `0.1` is asked for."""
    by = side.child_by_field_name("right")
    return side.type == "binary_operator" and side.children[1].type == "%" and by is not None and by.type == "float"


def _has_rest(number: Node) -> bool:
    return not text_of(number).rstrip("0").endswith(".")


def _divides(side: Node) -> bool:
    """Tell whether an expression divides, draws a root or has a fraction in it; paths of files divide too."""
    return not nodes_of(side, ("string",)) and any(
        part.type == "float" or called(part) in _ROOTS or any(child.type == "/" for child in part.children)
        for part in nodes_of(side, ("binary_operator", "call", "float"))
    )


def _is_worked_out(side: Node, node: Node) -> bool:
    """Tell whether the other side of a number such as `1.0` is a sum."""
    return any(each != side and called(each) in ("sum", "math.fsum") for each in node.named_children)


def _gets_fraction(name: str, node: Node) -> bool:
    """Tell whether a name grows by a fraction, or is a root, in the function, or the loop, where it is compared."""
    home = home_of(node)
    if home.type == "module":
        home = _outermost(node)
    return home.type != "class_definition" and _speaks_of_fractions(home) and _grows_by_fraction(name, home)


@lru_cache(maxsize=16)
def _grows_by_fraction(name: str, home: Node) -> bool:
    return any(
        _has_fraction(step)
        for step in nodes_of(home, ("augmented_assignment", "assignment"))
        if text_of(step.child_by_field_name("left")) == name
    )


@lru_cache(maxsize=16)
def _speaks_of_fractions(home: Node) -> bool:
    return _FRACTION.search(home.text or b"") is not None


def _outermost(node: Node) -> Node:
    while node.parent is not None and node.parent.type != "module":
        node = node.parent
    return node


def _has_fraction(step: Node) -> bool:
    value = step.child_by_field_name("right")
    if called(value) in _ROOTS:
        return True
    worked_out = step.type == "augmented_assignment" or (value is not None and value.type == "binary_operator")
    return worked_out and any(_has_rest(part) for part in nodes_of(step, ("float",)))
