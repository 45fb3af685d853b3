"""A list that changes while a loop visits it.

## What you see
A `for` loop over a list, and in it the same list loses or gains items.
## Why it matters
The loop counts places in the list.
When an item goes, all later ones move up and the loop steps over one; when items are added, it may never end.
## Example
```python
numbers = [2, 4, 5]
for number in numbers:
    if number % 2 == 0:
        numbers.remove(number)
print(numbers)
```
This prints `[4, 5]`.
## Think about
Which place in the list does the loop look at next, and what stands there now?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called, function_around, statement_of
from gadfly_analyzers.patterns.reading.dictionaries import visits_keys
from gadfly_analyzers.patterns.reading.loops import is_left_after
from gadfly_analyzers.patterns.reading.results import what_loses

RULE = "changed-while-visited"
MISCONCEPTION = "removal-does-not-shift"
QUERY = """
(call
  function: (attribute attribute: (identifier) @_verb)
  (#any-of? @_verb "clear" "pop" "popleft" "remove")) @here
(delete_statement (subscript)) @here
"""
_HANDING_ON = ("enumerate", "iter", "zip")


def find(node: Node) -> Iterator[Finding]:
    """Ask which item comes next, unless the loop is left right after."""
    changed = what_loses(node)
    loop = _loop_over(changed, node)
    if loop is None or is_left_after(statement_of(node)) or _binds(loop, changed, node):
        return
    # Of a dictionary, another pattern asks.
    if not visits_keys(loop, function_around(node)):
        yield ask(RULE, node, f"Which item of {quoted(changed)} does the loop visit after this?")


def _loop_over(name: str, node: Node) -> Node | None:
    inner = node
    while (around := inner.parent) is not None and around.type not in ("function_definition", "class_definition"):
        if around.type == "for_statement" and inner.type == "block" and name in _visited(around):
            return around
        inner = around
    return None


def _visited(loop: Node) -> list[str]:
    """List what a loop visits itself: not a copy, but also what `enumerate` and the like hand on."""
    right = loop.child_by_field_name("right")
    if right is None:
        return []
    if called(right) in _HANDING_ON:
        return [text_of(each) for each in arguments_of(right)]
    return [text_of(right)] if right.type in ("identifier", "attribute") else []


def _binds(loop: Node, name: str, node: Node) -> bool:
    """Tell whether the loop makes the name stand for something else, but for what the change gives back."""
    others = (child for child in nodes_of(loop, ("assignment",)) if child.child_by_field_name("right") != node)
    targets = (child.child_by_field_name("left") for child in others)
    return any(text_of(target) == name for target in targets)
