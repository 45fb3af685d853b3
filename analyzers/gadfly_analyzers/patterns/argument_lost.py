"""A parameter that loses its value at once.

## What you see
A function gives its parameter a new value before it reads what the caller handed over.
## Why it matters
A parameter begins with the value of the call.
Once it gets another, the caller's value is gone, and all calls come to the same result.
## Example
```python
def total(prices):
    prices = [1, 2, 3]
    result = 0
    for price in prices:
        result += price
    return result
```
`total([5])` gives 6.
## Think about
Which value does the name have in the first line of the function, and who chose it?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import parameter_names, statements_in

RULE = "argument-lost"
MISCONCEPTION = "parameter-needs-value"
QUERY = "(function_definition parameters: (parameters (_)) body: (block)) @here"
# Texts with places to fill in have names in them.
_PLAIN_TEXT = re.compile(r"""(?<![fF"'])(["'])(?:(?!\1)[^\\\n])*\1""")
_SETTING = ("assignment", "for_statement")


def find(node: Node) -> Iterator[Finding]:
    """Ask what becomes of the value that the caller handed over."""
    waiting = set(parameter_names(node))
    for statement in statements_in(node):
        for target in _targets(statement):
            if text_of(target) in waiting:
                yield ask(RULE, target, f"Which line reads the `{text_of(target)}` that the caller hands over?")
        waiting -= _names_in(statement)
        if not waiting:
            return


def _targets(statement: Node) -> list[Node]:
    """List the names to which a statement gives a value that has nothing to do with their old one."""
    inner = statement.named_children[0] if statement.type == "expression_statement" else statement
    left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
    if inner.type not in _SETTING or left is None or right is None:
        return []
    read = _names_in(right)
    names = left.named_children if left.type == "pattern_list" else [left]
    return [name for name in names if name.type == "identifier" and not {text_of(name), "locals"} & read]


def _names_in(node: Node) -> set[str]:
    return set(re.findall(r"\w+", _PLAIN_TEXT.sub("", text_of(node))))
