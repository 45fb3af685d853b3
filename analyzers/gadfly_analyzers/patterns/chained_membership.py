"""A question about membership, compared with something else at once.

## What you see
`in` and another comparison in one chain, such as `x in items == True`.
## Why it matters
Python reads a chain in pairs: `x in items == True` means `x in items and items == True`.
A list is never equal to `True`, so the chain is false whatever `x` is.
## Example
```python
def is_new(name, names):
    return name in names == False
```
`is_new("Ada", [])` gives `False`.
## Think about
Which two things does each sign of the chain compare?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask, ask_always

RULE = "chained-membership"
MISCONCEPTION = "comparison-chains-as-truth"
QUERY = """
(comparison_operator operators: "in") @here
(comparison_operator operators: "not in") @here
"""
_MEMBERSHIP = ("in", "not in")
_TRUTH = ("true", "false", "none")


def find(node: Node) -> Iterator[Finding]:
    """Ask which two things the second sign compares."""
    signs = [child.type for child in node.children if not child.is_named]
    if len(signs) < 2 or all(sign in _MEMBERSHIP for sign in signs):
        return
    second = next(sign for sign in reversed(signs) if sign not in _MEMBERSHIP)
    asking = ask_always if any(child.type in _TRUTH for child in node.named_children) else ask
    yield asking(RULE, node, f"Which two things does `{second}` compare here?")
