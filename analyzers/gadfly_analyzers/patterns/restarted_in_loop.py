"""A start value that every pass of a loop sets again.

## What you see
A name gets its first value inside the loop that is meant to build it up.
## Why it matters
All lines of a loop's body run in every pass.
What earlier passes put into the name is thrown away, and only the last pass counts.
## Example
```python
def count_long(words):
    for word in words:
        count = 0
        if len(word) > 4:
            count += 1
    return count
```
`count_long(["apple", "grape", "fig"])` gives 0.
## Think about
How often does the line with the start value run?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import function_around, owner_of
from gadfly_analyzers.patterns.reading.loops import LOOPS
from gadfly_analyzers.patterns.reading.names import is_augmented, is_changed_in_place, is_given, is_mentioned, places

RULE = "restarted-in-loop"
MISCONCEPTION = "start-value-runs-once-inside-loop"
QUERY = "(block (expression_statement (assignment) @here))"
_VALUES = ("integer", "float", "string", "true", "false", "list", "dictionary", "unary_operator")


def find(node: Node) -> Iterator[Finding]:
    """Ask what happens to a name that is built up in the loop and read only after it."""
    loop, left = owner_of(node.parent), node.child_by_field_name("left")
    if loop is None or loop.type not in LOOPS or left is None or not _is_start(left, node.child_by_field_name("right")):
        return
    function = function_around(node)
    if function is None:
        return
    for name in [text_of(each) for each in left.named_children] or [text_of(left)]:
        if name.isidentifier() and _restarts(name, node, loop, function):
            yield ask(RULE, node, f"What happens to `{name}` each time this line runs?")
            return


def _is_start(left: Node, value: Node | None) -> bool:
    """Tell whether a name, or the first of several, gets a value that something could begin with."""
    if left.type == "pattern_list" and value is not None and value.type == "expression_list":
        value = value.named_children[0]
    elif left.type != "identifier":
        return False
    if value is None or value.type in _VALUES:
        return value is not None
    if value.type == "call":
        given = value.child_by_field_name("arguments")
        return value.named_children[0].type == "identifier" and given is not None and given.child_count == 2
    return value.type == "subscript" and [each.type for each in value.named_children] == ["identifier", "integer"]


def _restarts(name: str, start: Node, loop: Node, function: Node) -> bool:
    """Tell whether a name is built up in the loop and read only after it."""
    if is_mentioned(loop.child_by_field_name("left"), name):
        return False
    inside = [place for place in places(loop, name) if not start.start_byte <= place.start_byte < start.end_byte]
    if not _is_built_up(inside, start):
        return False
    after = next((place for place in places(function, name) if place.start_byte >= loop.end_byte), None)
    return after is not None and not is_given(after)


def _is_built_up(inside: list[Node], start: Node) -> bool:
    """Tell whether the name is only added to, or chosen anew, behind the start."""
    if not inside or any(place.start_byte < start.start_byte for place in inside):
        return False
    changes = [place for place in inside if _changes(place)]
    return bool(changes) and all(_serves_a_change(place, changes) for place in inside)


def _changes(place: Node) -> bool:
    return is_augmented(place) or is_changed_in_place(place) or is_given(place)


def _serves_a_change(place: Node, changes: list[Node]) -> bool:
    """Tell whether a name is read only to change it: on the right of its `=`, or in the `if` that leads there."""
    if place in changes:
        return True
    around = place.parent
    while around is not None and around.type not in ("block", "function_definition"):
        if around.type in ("assignment", "if_statement") and any(
            around.start_byte <= change.start_byte < around.end_byte for change in changes
        ):
            return True
        around = around.parent
    return False
