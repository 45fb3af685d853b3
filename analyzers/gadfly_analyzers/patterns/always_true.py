"""A choice of values that is always true.

## What you see
A comparison, then `or`, then a number or text on its own.
## Why it matters
`or` joins two questions, and the second one here is only a value.
Python takes any number but 0 and any text but `""` as true, so the whole is always true.
## Example
```python
def is_weekend(day):
    return day == "Saturday" or "Sunday"
```
`is_weekend("Monday")` gives `"Sunday"`, which counts as true.
## Think about
What are the two questions on the two sides of `or`?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask_always

RULE = "always-true"
MISCONCEPTION = "or-distributes"
_LITERAL = "[(string) (integer) (float) (concatenated_string)]"
QUERY = f"""
(boolean_operator right: {_LITERAL} @here)
(boolean_operator left: {_LITERAL} @here)
"""
_EQUALITY = ("==", "!=", "<", "<=", ">", ">=")
_MEMBERSHIP = ("in", "not in")
_LONGEST_CHOICE = 20
_FALSE = ("0", "0.0", '""', "''")
_WRAPPED = ("parenthesized_expression", "not_operator")
_CONDITIONAL = ("if_statement", "elif_clause", "while_statement")


def find(node: Node) -> Iterator[Finding]:
    """Ask what the value means by itself, where a comparison stands beside it."""
    around = node.parent
    left, right = (around.child_by_field_name(side) if around is not None else None for side in ("left", "right"))
    if around is None or left is None or right is None:
        return
    if right == node and left.type == "boolean_operator" and left.child_by_field_name("right").type == node.type:  # type: ignore[union-attr] # it has two sides
        return  # Of several such values the first is enough to ask about.
    sign = text_of(around.child_by_field_name("operator"))
    compared = _is_compared(around) if left == node else _stands_beside_comparison(left, sign, _is_condition(around))
    if compared and (text_of(node) not in _FALSE or _is_condition(around)):
        yield ask_always(RULE, node, "Is this value alone true or false to Python?")


def _stands_beside_comparison(left: Node, sign: str, is_condition: bool) -> bool:
    """Tell whether the first of the questions that are joined with a value is a comparison."""
    first: Node | None = left
    for _ in range(_LONGEST_CHOICE):
        if first is not None and first.type == "boolean_operator":
            sign = sign if text_of(first.child_by_field_name("operator")) == sign else "mixed"
            first = first.child_by_field_name("left")
        elif first is not None and first.type in _WRAPPED and first.named_child_count == 1:
            first = first.named_children[0]
    if first is None or first.type != "comparison_operator":
        return False
    asked = (*_EQUALITY, *_MEMBERSHIP) if is_condition else _EQUALITY
    return (is_condition or sign == "or") and any(child.type in asked for child in first.children)


def _is_compared(choice: Node) -> bool:
    """Tell whether a choice that begins with a value stands in a comparison, or decides something."""
    around = choice.parent
    if around is not None and around.type == "parenthesized_expression":
        around = around.parent
    return (around is not None and around.type == "comparison_operator") or _is_condition(choice)


def _is_condition(choice: Node) -> bool:
    inner, around = choice, choice.parent
    while around is not None and around.type in (*_WRAPPED, "boolean_operator"):
        inner, around = around, around.parent
    return around is not None and around.type in _CONDITIONAL and around.child_by_field_name("condition") == inner
