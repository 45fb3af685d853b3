"""A step that stands behind the loop it should drive.

## What you see
A `while` loop changes nothing its condition asks about, and the first line after the loop does.
## Why it matters
Only the indented lines below `while` are repeated.
The line behind them waits until the loop ends, and the loop waits for that line.
## Example
```python
def count_to(last):
    number = 1
    while number <= last:
        print(number)
    number += 1
    return number
```
`count_to(3)` prints 1 without end.
## Think about
Which lines does Python repeat, and how can you see that?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding, Severity, Span
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import quoted
from gadfly_analyzers.patterns.reading.standstill import stands_still, update_after

RULE = "moves-on-outside"
MISCONCEPTION = "while-moves-on-by-itself"
QUERY = "(while_statement) @here"
_LONGEST_TOLD = 30


def find(node: Node) -> Iterator[Finding]:
    """Ask how often the line behind the loop runs.

    That line is never run, so the place begins at the last line that is.
    """
    after, body = update_after(node), node.child_by_field_name("body")
    if after is None or body is None or not body.named_children or not stands_still(node):
        return
    place = Span(body.named_children[-1].start_byte, after.end_byte)
    line = text_of(after)
    told = quoted(line) if len(line) <= _LONGEST_TOLD and "\n" not in line else "the line behind the loop"
    yield Finding(RULE, Severity.INFORMATION, place, f"When does {told} run?")
