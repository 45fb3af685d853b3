"""A result that every pass of a loop writes over.

## What you see
A name starts empty or at 0 before a loop, and in the loop it gets a new value that does not use the old one.
## Why it matters
`=` forgets the old value.
After the loop the name holds what the last pass put there, and nothing of the others.
## Example
```python
def total(prices):
    amount = 0
    for price in prices:
        amount = price
    return amount
```
`total([3, 4, 5])` gives 5.
## Think about
What does the name hold after the second pass, and which passes had a part in it?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import function_around, owner_of
from gadfly_analyzers.patterns.reading.loops import LOOPS, is_left_after, loops_around
from gadfly_analyzers.patterns.reading.names import is_given, is_mentioned, places, value_before

RULE = "overwritten-in-loop"
MISCONCEPTION = "plain-assignment-accumulates"
QUERY = "(block (expression_statement (assignment) @here))"
_STARTS = ("0", "1", "0.0", "1.0", '""', "''", "[]", "[0]", "()", "list()", "str()", "int()")
_CONSTANT = ("false", "float", "integer", "none", "string", "true", "unary_operator")
# What a name like these holds is meant to be that of one pass.
_OF_ONE_PASS = re.compile(
    "best|biggest|closest|cur|current|end|first|flag|found|high|highest|idx|ind|index|largest|last|latest|least|left"
    "|longest|low|lowest|max|maximum|min|minimum|most|nearest|next|old|oldest|pos|position|prev|previous|right|second"
    "|shortest|smallest|start|state|temp|tmp|top|winner"
)
_SUM = re.compile("count|sum|tally|total")
_COUNT = re.compile("count|cnt|num|sum|tally|total|[^s]s$")


def find(node: Node) -> Iterator[Finding]:
    """Ask what is left of earlier passes, if nothing in the loop reads the name and somebody does after it."""
    statement, left, value = node.parent, node.child_by_field_name("left"), node.child_by_field_name("right")
    if statement is None or left is None or left.type not in ("identifier", "attribute") or value is None:
        return
    if not _is_in_every_pass(statement):
        return
    name, around = text_of(left), list(loops_around(node))
    if not around or is_left_after(statement) or _is_of_one_pass(name, node):
        return
    if _is_chosen_with_another(statement):
        return
    if not name.isidentifier():
        if _is_of_the_item_alone(name, value, around[0]):
            yield ask(RULE, node, f"What does {quoted(name)} keep of earlier passes here?")
        return
    if any(_forgets(name, value, loop) for loop in dict.fromkeys((around[0], around[-1]))):
        yield ask(RULE, node, f"What does `{name}` keep of earlier passes here?")


def _is_in_every_pass(statement: Node) -> bool:
    """Tell whether a statement stands in a loop's body, or in a branch of an `if` that stands there."""
    branch = owner_of(statement)
    if branch is not None and branch.type in ("elif_clause", "else_clause"):
        branch = branch.parent
    if branch is not None and branch.type == "if_statement":
        branch = owner_of(branch)
    return branch is not None and branch.type in LOOPS


def _is_chosen_with_another(statement: Node) -> bool:
    """Tell whether a branch notes something about the best so far: its condition asks about what it also changes."""
    block, around = statement.parent, owner_of(statement)
    asked = around.child_by_field_name("condition") if around is not None and around.type == "if_statement" else None
    if asked is None or block is None:
        return False
    changed = (each.child_by_field_name("left") for each in nodes_of(block, ("assignment",)))
    return any(left is not None and is_mentioned(asked, text_of(left)) for left in changed)


def _forgets(name: str, value: Node, loop: Node) -> bool:
    """Tell whether a name has a start before a loop, is never read in it, and is read after it."""
    function = function_around(loop)
    if function is None or not all(is_given(place) for place in places(loop, name)):
        return False
    start = value_before(loop, name)
    if start is None or text_of(start) not in _STARTS or not _adds(name, value, text_of(start), loop):
        return False
    after = next((place for place in places(function, name) if place.start_byte >= loop.end_byte), None)
    return after is not None and not is_given(after)


def _is_of_the_item_alone(name: str, value: Node, loop: Node) -> bool:
    """Tell whether a sum that an object keeps is only set in a loop, each time to what comes of that pass's item."""
    if loop.type != "for_statement" or _SUM.search(name.rpartition(".")[2].lower()) is None:
        return False
    left, steps = loop.child_by_field_name("left"), nodes_of(loop, ("assignment", "augmented_assignment"))
    gained = (text_of(step.child_by_field_name("left")) for step in steps)
    if text_of(loop).count(name) > 1 or any(is_mentioned(value, each) for each in gained if each.isidentifier()):
        return False
    return left is not None and any(is_mentioned(value, each.strip()) for each in text_of(left).split(","))


def _is_of_one_pass(name: str, node: Node) -> bool:
    if text_of(node.child_by_field_name("right")).startswith("+"):
        return False
    return any(_OF_ONE_PASS.fullmatch(word) for word in name.lower().split("_"))


def _adds(name: str, value: Node, start: str, loop: Node) -> bool:
    """Tell whether a value is one that a sum, a count or a list could gain at a pass."""
    if value.type in _CONSTANT and not text_of(value).startswith("+"):
        return start == "0" and text_of(value) == "1" and _COUNT.search(name.lower()) is not None
    changing = {
        text_of(left)
        for each in (loop, *nodes_of(loop, ("assignment", "augmented_assignment", "for_statement")))
        if (left := each.child_by_field_name("left")) is not None
    }
    return any(is_mentioned(value, each.strip()) for names in changing for each in names.strip("()").split(","))
