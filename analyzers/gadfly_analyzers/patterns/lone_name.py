"""A name that stands alone on its line.

## What you see
A line that holds only a name, such as `greet` or `items.sort`.
## Why it matters
Naming a thing makes Python look it up, and nothing more.
A function or method does its work only when it is called.
## Example
```python
items = [3, 1, 2]
items.sort
print(items)
```
This prints `[3, 1, 2]`.
## Think about
What is the difference between talking about a function and making it run?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask_always
from gadfly_analyzers.patterns.reading.blocks import owner_of

RULE = "lone-name"
MISCONCEPTION = "call-without-parentheses"
QUERY = """
(expression_statement . (identifier) @here .)
(expression_statement . (attribute) @here .)
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask what the line does, unless it tries whether a name exists."""
    if not _is_tried(node):
        yield ask_always(RULE, node, f"What does Python do when it reads only `{text_of(node)}`?")


def _is_tried(node: Node) -> bool:
    around = owner_of(node.parent)
    return around is not None and around.type in ("try_statement", "with_statement")
