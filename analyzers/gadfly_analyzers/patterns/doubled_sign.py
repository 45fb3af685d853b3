"""Two signs in front of a number.

## What you see
`++count` or `--count`.
## Why it matters
Python reads one sign, then another: plus of plus, or minus of minus.
The value stays what it was, and the name keeps it.
## Example
```python
count = 1
++count
print(count)
```
This prints 1.
## Think about
What does Python read in `+count`, and what in `+(+count)`?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask_always

RULE = "doubled-sign"
MISCONCEPTION = "plus-plus-increments"
QUERY = """
(unary_operator operator: "+" argument: (unary_operator operator: "+")) @here
(unary_operator operator: "-" argument: (unary_operator operator: "-")) @here
"""
# Where somebody means a step: other signs nest in an expression.
_STEPS = (
    "expression_statement",
    "assignment",
    "augmented_assignment",
    "return_statement",
    "comparison_operator",
    "argument_list",
    "subscript",
    "binary_operator",
)


def find(node: Node) -> Iterator[Finding]:
    """Ask for the value before and after, if the signs touch."""
    inner, around = node.child_by_field_name("argument"), node.parent
    if inner is None or inner.start_byte != node.start_byte + 1 or around is None:
        return
    if around.type in _STEPS and not (around.type == "expression_statement" and around.named_child_count > 1):
        sign = node.children[0].type
        yield ask_always(RULE, node, f"What comes out of `{sign}{sign}` here?")
