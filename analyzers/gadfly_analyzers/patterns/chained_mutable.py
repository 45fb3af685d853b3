"""Two names for one new list.

## What you see
`first = second = []`, or the same with a dictionary or a set.
## Why it matters
Python makes the list once, and both names stand for it.
What goes in under one name can be seen under the other.
## Example
```python
small = large = []
for number in [1, 50]:
    if number < 10:
        small.append(number)
    else:
        large.append(number)
print(small)
```
This prints `[1, 50]`.
## Think about
How many lists does Python make on this line?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import called

RULE = "chained-mutable"
MISCONCEPTION = "chained-assignment-separates"
QUERY = "(assignment left: (_) right: (assignment)) @here"
_WORDS = {
    "list": "lists",
    "list_comprehension": "lists",
    "dictionary": "dictionaries",
    "dictionary_comprehension": "dictionaries",
    "set": "sets",
    "set_comprehension": "sets",
}
_MAKERS = {
    "list": "lists",
    "dict": "dictionaries",
    "defaultdict": "dictionaries",
    "Counter": "dictionaries",
    "set": "sets",
    "deque": "queues",
}


def find(node: Node) -> Iterator[Finding]:
    """Ask how many things are made, of the outermost assignment."""
    if node.parent is not None and node.parent.type == "assignment":
        return
    value: Node | None = node
    while value is not None and value.type == "assignment":
        value = value.child_by_field_name("right")
    made = _made(value)
    if made:
        yield ask(RULE, node, f"How many {made} does Python make on this line?")


def _made(value: Node | None) -> str:
    """Name what a value makes, if it can change later; `[0] * 3` makes a list too."""
    if value is None:
        return ""
    if value.type == "binary_operator":
        sides = (value.child_by_field_name("left"), value.child_by_field_name("right"))
        return "lists" if any(side is not None and side.type.startswith("list") for side in sides) else ""
    if value.type == "call":
        name = called(value).rpartition(".")[2]
        return _MAKERS.get(name, "")
    return _WORDS.get(value.type, "")
