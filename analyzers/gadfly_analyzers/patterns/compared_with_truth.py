"""A comparison chained with `True` or `False`.

## What you see
Two comparisons in a row, and one of the three things compared is `True` or `False`.
## Why it matters
Python reads a chain as "each neighbour with the next one".
`a == b == True` asks whether `a` equals `b`, and also whether `b` equals `True`.
## Example
```python
def is_three(number):
    return number == 3 == True
```
`is_three(3)` gives `False`.
## Think about
Which two things does each of the two signs compare?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask_always

RULE = "compared-with-truth"
MISCONCEPTION = "comparison-chains-as-truth"
QUERY = """
(comparison_operator (true)) @here
(comparison_operator (false)) @here
(comparison_operator (parenthesized_expression [(true) (false)])) @here
"""
_SIGNS = ("==", "!=", "<", "<=", ">", ">=", "is", "is not")


def find(node: Node) -> Iterator[Finding]:
    """Ask what each sign compares."""
    signs = [child.type for child in node.children if not child.is_named]
    if len(signs) < 2 or any(sign not in _SIGNS for sign in signs):
        return
    yield ask_always(RULE, node, "Which two things does each of these signs compare?")
