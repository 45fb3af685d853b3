"""A `while` loop that changes nothing it asks about.

## What you see
The condition of a `while` loop names things that its body never changes.
## Why it matters
Python asks the condition again before each pass.
If nothing in it has changed, the answer is the same, and the loop never ends.
## Example
```python
def countdown(start):
    while start > 0:
        print(start)
    return "lift-off"
```
`countdown(3)` prints 3 without end.
## Think about
What is different when Python asks the condition for the second time?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import called, has_else, statements_in, ways_through
from gadfly_analyzers.patterns.reading.loops import LEAVING_LOOPS
from gadfly_analyzers.patterns.reading.names import places
from gadfly_analyzers.patterns.reading.standstill import (
    CALM,
    may_be_left,
    may_change,
    names_asked_about,
    stands_still,
    update_after,
)

RULE = "nothing-moves-on"
MISCONCEPTION = "while-moves-on-by-itself"
QUERY = "(while_statement) @here"


def find(node: Node) -> Iterator[Finding]:
    """Ask what changes between two looks at the condition."""
    condition = node.child_by_field_name("condition")
    if condition is not None and text_of(condition) in ("True", "1"):
        if not may_be_left(node):
            yield ask(RULE, condition, "In which pass does a run leave this loop?")
    elif condition is not None and stands_still(node) and update_after(node) is None:
        attributes = [condition] if condition.type == "attribute" else nodes_of(condition, ("attribute",))
        name = text_of(attributes[0]) if attributes else names_asked_about(node)[0]
        yield ask(RULE, condition, f"What is `{name}` in the first pass, and in the second?")
    elif condition is not None and (place := _moves_only_sometimes(node)) is not None:
        yield ask(RULE, condition, f"In which passes of this loop does `{place}` change?")


def _moves_only_sometimes(loop: Node) -> str | None:
    """Give the name that only some passes count up, where the others would find everything as it was."""
    body = loop.child_by_field_name("body")
    names = names_asked_about(loop)
    if body is None or nodes_of(body, LEAVING_LOOPS):
        return None
    callees = [called(call) for call in nodes_of(body, ("call",))]
    if not all(each in CALM or each.endswith(".append") for each in callees):
        return None
    changes = nodes_of(body, ("augmented_assignment", "assignment"))
    changed = {text_of(each.child_by_field_name("left")) for each in changes}
    if len(changed & set(names)) != 1:
        return None
    name = next(iter(changed & set(names)))
    if any(may_change(place) for other in names if other != name for place in places(body, other)):
        return None
    moving = [each for each in changes if text_of(each.child_by_field_name("left")) == name]
    if _moves_each_time(statements_in(body), moving) or any(_is_rewritten(each, changed - {name}) for each in moving):
        return None
    return name


def _moves_each_time(statements: list[Node], moving: list[Node]) -> bool:
    """Tell whether every way through some statements comes by one of the changes."""
    for statement in statements:
        if any(not _moves_before(each, moving) for each in nodes_of(statement, ("continue_statement",))):
            return False
        if not any(statement.start_byte <= each.start_byte < statement.end_byte for each in moving):
            continue
        if statement.type != "if_statement":
            return True
        if has_else(statement) and all(_moves_each_time(branch, moving) for branch in ways_through(statement)):
            return True
    return False


def _moves_before(leaving: Node, moving: list[Node]) -> bool:
    """Tell whether the change is made in the same block before a pass is cut short."""
    block = leaving.parent
    return block is not None and any(block.start_byte <= each.start_byte < leaving.start_byte for each in moving)


def _is_rewritten(change: Node, others: set[str]) -> bool:
    """Tell whether a change stands in an `if` about something else that the loop changes."""
    around = change.parent
    while around is not None and around.type != "while_statement":
        if around.type in ("if_statement", "elif_clause", "for_statement"):
            asked = around.child_by_field_name("condition")
            if asked is None or others & {text_of(each) for each in nodes_of(asked, ("identifier",))}:
                return True
        around = around.parent
    return False
