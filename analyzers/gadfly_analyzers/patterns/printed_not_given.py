"""Keeping what `print` gives back.

## What you see
`return print(...)`, or a name that gets the result of `print`.
## Why it matters
`print` shows a text to people and gives back `None` to the program.
Whoever called the function, or reads the name, gets `None`.
## Example
```python
def double(number):
    return print(number * 2)
```
`double(4)` shows 8, and `double(4) + 1` fails.
## Think about
Who sees what is printed, and who gets what is returned?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask

RULE = "printed-not-given"
MISCONCEPTION = "print-returns"
QUERY = """
(return_statement (call function: (identifier) @_name) @here (#eq? @_name "print"))
(assignment right: (call function: (identifier) @_name) @here (#eq? @_name "print"))
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask what `print` gives back."""
    yield ask(RULE, node, "What does `print` give back to your program?")
