"""A list that gets shorter while a loop counts through its places.

## What you see
A loop counts the places of a list, and in it items are taken out of that list.
## Why it matters
The places are counted once, before the first pass.
When an item goes, all later ones move up: one is stepped over, and at the end there are fewer items than places.
## Example
```python
def without_zeros(numbers):
    for place in range(len(numbers)):
        if numbers[place] == 0:
            del numbers[place]
    return numbers
```
`without_zeros([0, 5])` stops with an `IndexError`.
## Think about
How many items are left when the loop comes to its last place?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import arguments_of, statement_of
from gadfly_analyzers.patterns.reading.loops import Counting, counting, is_left_after, length_of, loops_around, sum_of
from gadfly_analyzers.patterns.reading.names import is_augmented, is_given, is_mentioned, places
from gadfly_analyzers.patterns.reading.results import what_loses

RULE = "index-loop-shrinks"
MISCONCEPTION = "removal-does-not-shift"
QUERY = """
(delete_statement (subscript)) @here
(call function: (attribute attribute: (identifier) @_verb) (#any-of? @_verb "pop" "remove")) @here
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask how many items are left, if a loop counts the places of what loses one."""
    changed = what_loses(node)
    for loop in loops_around(node):
        count = counting(loop)
        if count is None or not changed or _counted_through(count, loop) != changed:
            continue
        if not _takes_at(node, count.variable) or is_left_after(statement_of(node)) or _is_given_anew(loop, changed):
            continue
        if loop.type == "for_statement" or _moves_on_anyway(loop, count):
            yield ask(RULE, node, f"Which item of {quoted(changed)} is at place `{count.variable}` after this?")
            return


def _counted_through(count: Counting, loop: Node) -> str:
    apart = sum_of(count.stop)
    return length_of(count.stop if apart is None else apart[0], loop)


def _takes_at(node: Node, variable: str) -> bool:
    """Tell whether the item goes that the loop is at, whichever, or one that is looked for."""
    method = node.child_by_field_name("function")
    if method is not None and text_of(method.child_by_field_name("attribute")) == "remove":
        return True
    if node.type == "call" and not arguments_of(node):
        return True
    return is_mentioned(node, variable)


def _is_given_anew(loop: Node, name: str) -> bool:
    """Tell whether the loop makes up for what it takes, or goes on with another list."""
    if any(f"{name}.{verb}(" in text_of(loop) for verb in ("append", "insert")):
        return True
    return name.isidentifier() and any(is_given(place) for place in places(loop, name))


def _moves_on_anyway(loop: Node, count: Counting) -> bool:
    """Tell whether the count of a `while` goes up in every pass, also in one that takes an item out."""
    body = loop.child_by_field_name("body")
    return body is not None and any(
        statement_of(place).parent == body and is_augmented(place) for place in places(body, count.variable)
    )
