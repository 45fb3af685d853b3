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
    parameters, statements = parameter_names(node), statements_in(node)
    for index, statement in enumerate(statements):
        for target in _targets(statement, parameters):
            name = text_of(target)
            if not any(name in _names_in(each) for each in statements[:index]):
                yield ask(RULE, target, f"Which line reads the `{name}` that the caller hands over?")


def _targets(statement: Node, names: list[str]) -> list[Node]:
    """List those of some names to which a statement gives a value that has nothing to do with their old one."""
    inner = statement.named_children[0] if statement.type == "expression_statement" else statement
    left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
    if inner.type not in _SETTING or left is None or right is None:
        return []
    targets = left.named_children if left.type == "pattern_list" else [left]
    targets = [each for each in targets if each.type == "identifier" and text_of(each) in names]
    read = _names_in(right) if targets else set[str]()
    return [each for each in targets if not {text_of(each), "locals"} & read]


def _names_in(node: Node) -> set[str]:
    return set(re.findall(r"\w+", _PLAIN_TEXT.sub("", text_of(node))))
