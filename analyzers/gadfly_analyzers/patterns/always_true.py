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
(boolean_operator left: (comparison_operator) operator: "or" right: {_LITERAL} @here)
(boolean_operator left: (boolean_operator operator: "or") operator: "or" right: {_LITERAL} @here)
"""
_COMPARING = ("==", "!=", "<", "<=", ">", ">=")
_LONGEST_CHOICE = 20
_FALSE = ("0", "0.0", '""', "''")


def find(node: Node) -> Iterator[Finding]:
    """Ask what the value means by itself, where an equality stands beside it."""
    around = node.parent
    first = around.child_by_field_name("left") if around is not None else None
    for _ in range(_LONGEST_CHOICE):
        if first is not None and first.type == "boolean_operator":
            first = first.child_by_field_name("left")
    if first is None or first.type != "comparison_operator" or text_of(node) in _FALSE:
        return
    if any(child.type in _COMPARING for child in first.children):
        yield ask_always(RULE, node, "Is this value alone true or false to Python?")
