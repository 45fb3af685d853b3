"""A comma behind a single value.

## What you see
A line that ends in a comma, such as `total = 0,` or `return total,`.
## Why it matters
A comma makes a tuple, even with nothing behind it.
The name then stands for a tuple of one item, and not for the item.
## Example
```python
def area(width, height):
    result = width * height,
    return result
```
`area(2, 3)` gives `(6,)`.
## Think about
What does Python print for the value of this line, and of which type is it?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask

RULE = "lone-comma"
MISCONCEPTION = "comma-is-harmless"
QUERY = """
(assignment right: (expression_list . (_) .) @here)
(augmented_assignment right: (expression_list . (_) .) @here)
(return_statement (expression_list . (_) .) @here)
(yield (expression_list . (_) .) @here)
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask what the comma makes."""
    yield ask(RULE, node, "What type of value does everything on this line make?")
