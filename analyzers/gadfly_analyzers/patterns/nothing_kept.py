"""A name that gets what a method without an answer gives.

## What you see
A list gets the result of its own `sort`, `append`, `extend` or `reverse`.
## Why it matters
These methods change the list in place and give back `None`.
After the line the name stands for `None`, and the list is lost.
## Example
```python
scores = [3, 1, 2]
scores = scores.sort()
print(scores)
```
This prints `None`.
## Think about
What does the method give back, and what does it change?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask_always

RULE = "nothing-kept"
MISCONCEPTION = "sort-returns"
QUERY = "(assignment left: (_) right: (call function: (attribute))) @here"
_IN_PLACE = ("append", "extend", "reverse", "sort")


def find(node: Node) -> Iterator[Finding]:
    """Ask what the method gives back."""
    name, call = node.child_by_field_name("left"), node.child_by_field_name("right")
    method = call.child_by_field_name("function") if call is not None else None
    if method is None:
        return
    verb = text_of(method.child_by_field_name("attribute"))
    if verb in _IN_PLACE and text_of(method.child_by_field_name("object")) == text_of(name):
        yield ask_always(RULE, node, f"What does `{verb}` give back?")
