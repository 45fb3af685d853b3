"""A comparison whose answer nobody uses.

## What you see
A line that only compares two things.
## Why it matters
A comparison gives `True` or `False` and changes nothing.
If no name keeps the answer and no `if` or `while` looks at it, the line has no effect.
## Example
```python
def reset(score):
    score == 0
    return score
```
`reset(7)` gives 7.
## Think about
What is the value of each name after this line, and who reads the answer of the comparison?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask_always
from gadfly_analyzers.patterns.reading.blocks import owner_of

RULE = "comparison-statement"
MISCONCEPTION = "double-equals-assigns"
QUERY = """
(expression_statement . (comparison_operator) @here .)
(expression_statement . (parenthesized_expression . (comparison_operator) .) @here .)
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask where the answer goes, unless the line tries whether two things can be compared."""
    around = owner_of(node.parent)
    if around is None or around.type not in ("try_statement", "with_statement"):
        yield ask_always(RULE, node, "Who uses the answer of this comparison?")
