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
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask

RULE = "doubled-sign"
QUERY = """
(unary_operator operator: "+" argument: (unary_operator operator: "+")) @here
(unary_operator operator: "-" argument: (unary_operator operator: "-")) @here
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask for the value before and after, if the signs touch."""
    if text_of(node)[:2] in ("++", "--"):
        yield ask(RULE, node, f"What is the value before `{text_of(node)[:2]}`, and what is it after?")
