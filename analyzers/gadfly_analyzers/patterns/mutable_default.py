"""A default value that every call shares.

## What you see
A list, dictionary or set stands as the default value of a parameter.
## Why it matters
Python makes a default value once, when it reads the `def` line.
All calls that leave the argument out work on that one value, and what one call puts in, the next one finds.
## Example
```python
def collect(item, basket=[]):
    basket.append(item)
    return basket
```
The first `collect("pear")` gives one item, the second call with `"plum"` gives two.
## Think about
When does Python run the code on the `def` line, and how often?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import called

RULE = "mutable-default"
MISCONCEPTION = "default-made-per-call"
_LITERAL = "(list) (dictionary) (set) (list_comprehension) (dictionary_comprehension) (set_comprehension)"
_MUTABLE = f"[{_LITERAL} (binary_operator left: (list)) (call function: (identifier))]"
QUERY = f"""
(default_parameter value: {_MUTABLE} @here)
(typed_default_parameter value: {_MUTABLE} @here)
"""
_MAKING = ("Counter", "bytearray", "defaultdict", "deque", "dict", "list", "set")


def find(node: Node) -> Iterator[Finding]:
    """Ask when the default is made."""
    if node.type != "call" or called(node) in _MAKING:
        yield ask(RULE, node, "When is this default made: once, or at every call?")
