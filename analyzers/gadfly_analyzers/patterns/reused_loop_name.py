"""One name for two loops, one in the other.

## What you see
An inner loop gives values to the name that the outer loop goes through with.
## Why it matters
A loop has no names of its own.
After the inner loop the name holds the inner loop's last value, and the outer one's is gone.
## Example
```python
def grid(size):
    for i in range(size):
        for i in range(3):
            print("cell", i)
        print("end of row", i)
```
`grid(5)` says "end of row 2" five times.
## Think about
Which value does the name hold right after the inner loop?
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.loops import loops_around, targets_of
from gadfly_analyzers.patterns.reading.scopes import reads

RULE = "reused-loop-name"
MISCONCEPTION = "loop-variables-are-private"
QUERY = "(block (for_statement) @here)"
_NOBODY = "_"
_MOST_OUTER = 4  # loops around a loop


def find(node: Node) -> Iterator[Finding]:
    """Ask what the name holds after the inner loop."""
    targets = targets_of(node)
    for outer in islice(loops_around(node), _MOST_OUTER):
        for name in _led_by(outer):
            body = outer.child_by_field_name("body")
            if name in targets and name != _NOBODY and body is not None and reads(body, name):
                yield ask(RULE, node, f"What does `{name}` hold right after this inner loop?")
                return


def _led_by(loop: Node) -> list[str]:
    """List the names that decide how a loop goes on."""
    if loop.type == "for_statement":
        return targets_of(loop)
    condition = loop.child_by_field_name("condition")
    return [text_of(each) for each in nodes_of(condition, ("identifier",))] if condition is not None else []
