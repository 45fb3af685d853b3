"""A line that no run can reach.

## What you see
A line stands behind `return`, `raise`, `break` or `continue`, in the same block, or behind branches that all end so.
## Why it matters
Each of these leaves the block at once.
Whatever follows at the same depth never runs, so its work is never done.
## Example
```python
def double(number):
    return number
    number = number * 2
```
`double(4)` gives 4.
## Think about
In which order does Python visit the lines of this block, and where does it leave?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask_always
from gadfly_analyzers.patterns.reading.blocks import following, leaves, preceding

RULE = "never-reached"
MISCONCEPTION = "code-after-return-runs"
# Nobody misses these, or they are kept there on purpose.
_HARMLESS = ("pass_statement", "break_statement", "continue_statement", "function_definition", "class_definition")
# What follows is looked up in `find`: a query that waits for it at each line of a block takes a fifth of all queries.
QUERY = """
[(return_statement) (raise_statement) (break_statement) (continue_statement)] @here
(if_statement alternative: (else_clause)) @here
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask about the next line, unless nobody misses it."""
    block = node.parent
    if block is None or block.type != "block" or block.parent is None or block.parent.type == "class_definition":
        return  # Nothing here may stand in a class, or in the file itself; that is a question of syntax.
    after = following(node)
    if after is None or after.type in _HARMLESS or _is_kept_on_purpose(after) or not leaves([node]):
        return
    # Of several in a row the first is enough to ask about.
    before = preceding(node)
    if before is None or not leaves([before]):
        yield ask_always(RULE, after, "When does a run come to this line?")


def _is_kept_on_purpose(statement: Node) -> bool:
    """Tell whether a line makes a generator, or is a remark in quotes."""
    return statement.type == "expression_statement" and statement.named_children[0].type in ("yield", "string")
