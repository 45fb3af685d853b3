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
_SIGNS = """[
  (unary_operator operator: "+" argument: (unary_operator operator: "+"))
  (unary_operator operator: "-" argument: (unary_operator operator: "-"))
] @here"""
# Only where somebody means a step: signs can nest without limit in an expression.
QUERY = f"""
(expression_statement . {_SIGNS} .)
(assignment right: {_SIGNS})
(augmented_assignment right: {_SIGNS})
(return_statement {_SIGNS})
(comparison_operator {_SIGNS})
(argument_list {_SIGNS})
(subscript subscript: {_SIGNS})
(binary_operator {_SIGNS})
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask for the value before and after, if the signs touch."""
    inner = node.child_by_field_name("argument")
    if inner is not None and inner.start_byte == node.start_byte + 1:
        sign = node.children[0].type
        yield ask_always(RULE, node, f"What comes out of `{sign}{sign}` here?")
