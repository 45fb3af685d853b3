"""Rows that are all the same list.

## What you see
A list that holds a list, times a number.
## Why it matters
`*` repeats what the outer list holds, and that is one inner list.
All rows are that one list, so a change in one shows in all.
## Example
```python
board = [[0] * 2] * 3
board[0][0] = 1
print(board)
```
This prints `[[1, 0], [1, 0], [1, 0]]`.
## Think about
How many inner lists does Python make here?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask

RULE = "shared-rows"
MISCONCEPTION = "times-copies-rows"
_INNER = "[(list) (dictionary) (set) (list_comprehension) (binary_operator left: (list))]"
QUERY = f"""
(binary_operator left: (list . {_INNER}) operator: "*") @here
(binary_operator operator: "*" right: (list . {_INNER})) @here
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask how many inner lists there are."""
    yield ask(RULE, node, "How many inner lists does Python make here?")
