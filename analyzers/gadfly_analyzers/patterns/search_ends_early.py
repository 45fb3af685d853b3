"""A loop that is left in its first pass.

## What you see
A loop with an `if` and an `else`, and both of them leave it.
## Why it matters
Whatever the first item is, one of the two branches runs, and the loop is over.
No other item is ever looked at.
## Example
```python
def contains(items, wanted):
    for item in items:
        if item == wanted:
            return True
        else:
            return False
```
`contains([1, 2], 2)` gives `False`.
## Think about
After how many items can one be sure that something is in a list, and after how many that it is not?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask_always
from gadfly_analyzers.patterns.reading.blocks import has_else, inner_nodes, leaves

RULE = "search-ends-early"
MISCONCEPTION = "return-does-not-leave"
QUERY = """
(for_statement body: (block (if_statement alternative: (else_clause)) @here))
(while_statement body: (block (if_statement alternative: (else_clause)) @here))
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask when the loop comes to a second item, if none of the ways through its body leads there."""
    block = node.parent
    if block is None or block.parent is None or not has_else(node):
        return
    if leaves([node]) and not any(each.type == "continue_statement" for each in inner_nodes(block)):
        visited = "item" if block.parent.type == "for_statement" else "pass"
        last = next(child for child in node.named_children if child.type == "else_clause")
        yield ask_always(RULE, last, f"After this, when does the loop come to its next {visited}?")
