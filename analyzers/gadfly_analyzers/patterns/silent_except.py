"""An error that disappears without a trace.

## What you see
An `except` that catches every error, with nothing but `pass` in it.
## Why it matters
Misspelt names, wrong types and broken ideas all raise errors that tell you where to look.
Here they vanish, and the program goes on with whatever it has.
## Example
```python
def total(prices):
    result = 0
    try:
        for price in prices:
            result += prise
    except:
        pass
    return result
```
`total([1, 2])` gives 0 and nobody learns why.
## Think about
Which errors do you expect here, and how would you hear of the others?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask

RULE = "silent-except"
MISCONCEPTION = "except-repairs"
QUERY = "(except_clause) @here"
_EVERYTHING = (None, "Exception", "BaseException")


def find(node: Node) -> Iterator[Finding]:
    """Ask how anyone would hear of an error."""
    if _caught(node) in _EVERYTHING and _does_nothing(node):
        yield ask(RULE, node.children[0], "If something goes wrong above, how would you find out?")


def _caught(node: Node) -> str | None:
    caught = node.child_by_field_name("value")
    if caught is not None and caught.type == "as_pattern":
        caught = caught.named_children[0]
    return None if caught is None else text_of(caught)


def _does_nothing(node: Node) -> bool:
    block = node.named_children[-1]
    return block.type == "block" and all(child.type in ("pass_statement", "comment") for child in block.named_children)
