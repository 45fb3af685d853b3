"""A slice that ends one before its end.

## What you see
A slice such as `items[:count - 1]` or `text[start:end - 1]`.
## Why it matters
A slice stops before the place behind the colon: that item is not in it.
With one less there, one more item is left out.
## Example
```python
def first_items(items, count):
    return items[:count - 1]
```
`first_items([4, 5, 6], 2)` gives `[4]`.
## Think about
How many items are in `items[:2]`, and which are they?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import function_around, statement_of
from gadfly_analyzers.patterns.reading.recursion import self_calls

RULE = "slice-one-short"
MISCONCEPTION = "slice-includes-end"
QUERY = """
(slice (binary_operator
  left: [(identifier) (attribute) (call) (binary_operator)]
  operator: "-"
  right: (integer) @_one) @here (#eq? @_one "1"))
"""
_BOTH_ENDS = re.compile(r"1$|.*[-+] ?1$")


def find(node: Node) -> Iterator[Finding]:
    """Ask which item is the last one in the slice."""
    around = node.parent
    if around is None:
        return
    start, stop, step = _parts(around)
    if stop != node or step is not None or (start is not None and _BOTH_ENDS.match(text_of(start))):
        return
    if not _goes_on(node) and not _is_handed_on(node):
        yield ask(RULE, around, "Which item is the last one in this slice?")


def _parts(around: Node) -> tuple[Node | None, Node | None, Node | None]:
    parts: list[Node | None] = [None, None, None]
    place = 0
    for child in around.children:
        if child.type == ":":
            place = min(place + 1, 2)
        elif child.type != "comment":
            parts[place] = child
    return parts[0], parts[1], parts[2]


def _goes_on(node: Node) -> bool:
    """Tell whether another slice of the statement goes on behind the item left out, as in `a[:k - 1] + a[k:]`."""
    left = text_of(node.child_by_field_name("left"))
    others = nodes_of(statement_of(node), ("slice",))
    return any(
        text_of(each).startswith((f"{left}:", f"{left} :", f"{left} -", f"{left}-"))
        for each in others
        if each.start_byte > node.start_byte
    )


def _is_handed_on(node: Node) -> bool:
    """Tell whether the function calls itself with one item less."""
    function = function_around(node)
    calls = self_calls(function) if function is not None else ()
    return any(call.start_byte < node.start_byte < call.end_byte for call in calls)
