"""A new text that nobody keeps.

## What you see
A line that only calls `upper`, `lower`, `strip` or the like.
## Why it matters
Texts never change in Python.
The method makes a new text, and if nothing keeps it, it is gone.
## Example
```python
name = "  ada "
name.strip()
print(name)
```
This prints the name with its blanks.
## Think about
Which text does the method give back, and where does it go?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask

RULE = "text-not-kept"
MISCONCEPTION = "strings-change-in-place"
QUERY = "(expression_statement . (call function: (attribute) arguments: (argument_list)) @here .)"
_MAKING_TEXT = ("capitalize", "casefold", "lower", "lstrip", "rstrip", "strip", "swapcase", "upper")


def find(node: Node) -> Iterator[Finding]:
    """Ask where the new text goes."""
    method = node.child_by_field_name("function")
    verb = text_of(method.child_by_field_name("attribute")) if method is not None else ""
    if verb in _MAKING_TEXT:
        yield ask(RULE, node, f"Where does the text that `{verb}` makes go?")
