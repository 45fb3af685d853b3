"""A dictionary or set that gets or loses keys while a loop visits it.

## What you see
A `for` loop over a dictionary or a set, and in it a key that comes or goes.
## Why it matters
The loop goes through the dictionary itself, not through a list of the keys it had.
If their number is not the same at the next pass, Python stops with `RuntimeError`.
## Example
```python
stock = {"pear": 0, "plum": 4}
for fruit in stock:
    if stock[fruit] == 0:
        del stock[fruit]
print(stock)
```
This never comes to the `print`.
## Think about
How many keys are there at the first pass, and how many at the second?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import function_around, leaves, statement_of, statements_in
from gadfly_analyzers.patterns.reading.dictionaries import visited_by, visits_keys
from gadfly_analyzers.patterns.reading.loops import loops_around, targets_of

RULE = "resized-while-visited"
MISCONCEPTION = "loop-takes-snapshot"
QUERY = """
(delete_statement (subscript) @here)
(assignment left: (subscript) @here)
(augmented_assignment left: (subscript) @here)
(call
  function: (attribute attribute: (identifier) @_verb)
  (#any-of? @_verb "pop" "popitem" "clear" "update" "setdefault" "add" "discard")) @here
"""
_OF_SETS = ("add", "discard")


def find(node: Node) -> Iterator[Finding]:
    """Ask how many keys there are at the next pass, if there is one."""
    changed = _changed(node)
    loop = next(
        (each for each in loops_around(node) if each.type == "for_statement" and visited_by(each) == changed), None
    )
    if loop is None or leaves(statements_in(statement_of(node).parent)):
        return
    if node.type == "subscript" and _is_place_of(loop, node):
        return
    if _verb(node) in _OF_SETS or visits_keys(loop, function_around(node)):
        yield ask(RULE, node, f"Has {quoted(changed)} as many items as before?")


def _changed(node: Node) -> str:
    if node.type == "subscript":
        return text_of(node.child_by_field_name("value"))
    called = node.child_by_field_name("function")
    return text_of(called.child_by_field_name("object")) if called is not None else ""


def _verb(node: Node) -> str:
    called = node.child_by_field_name("function")
    return text_of(called.child_by_field_name("attribute")) if called is not None else ""


def _is_place_of(loop: Node, node: Node) -> bool:
    """Tell whether a part that gets a value is the one that the loop visits, so that no key is new."""
    around = node.parent
    if around is not None and around.type == "delete_statement":
        return False
    return text_of(node.child_by_field_name("subscript")) in targets_of(loop)
