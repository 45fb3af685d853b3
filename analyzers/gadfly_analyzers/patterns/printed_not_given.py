"""Work with what `print` gives back.

## What you see
`return print(...)`, or a name or a sum that takes the result of `print`.
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
from gadfly_analyzers.patterns.reading.results import user_of

RULE = "printed-not-given"
MISCONCEPTION = "print-returns"
QUERY = """
(call function: (identifier) @_name (#eq? @_name "print")) @here
(return_statement (identifier) @here (#eq? @here "print"))
"""
_PASSING_ON = ("conditional_expression", "expression_list", "parenthesized_expression", "boolean_operator")


def find(node: Node) -> Iterator[Finding]:
    """Ask what `print` gives back, where somebody takes it."""
    inner, outer = node, node.parent
    while outer is not None and outer.type in _PASSING_ON:
        inner, outer = outer, outer.parent
    if user_of(inner) is not None:
        yield ask(RULE, node, "What does `print` give back?")
