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
from gadfly_analyzers.patterns.asking import ask

RULE = "changed-while-visited"
QUERY = "(for_statement right: [(identifier) (attribute)]) @here"
_CHANGING = ("append", "extend", "insert", "pop", "remove")
_LEAVING = ("break_statement", "return_statement", "raise_statement")


def find(node: Node) -> Iterator[Finding]:
    """Ask which item comes next, unless the loop is left right after."""
    visited, body = node.child_by_field_name("right"), node.child_by_field_name("body")
    if visited is None or body is None:
        return
    name = text_of(visited)
    if _is_bound_in(body, name):
        return
    for change in nodes_of(body, ("call", "delete_statement")):
        if _changes(change, name) and not _is_left_after(change):
            yield ask(RULE, change, f"Which item of `{name}` does the loop visit after this?")


def _changes(node: Node, name: str) -> bool:
    if node.type == "delete_statement":
        return any(_is_item(child, name) for child in node.named_children)
    method = node.child_by_field_name("function")
    return (
        method is not None
        and method.type == "attribute"
        and text_of(method.child_by_field_name("object")) == name
        and text_of(method.child_by_field_name("attribute")) in _CHANGING
    )


def _is_item(node: Node, name: str) -> bool:
    return node.type == "subscript" and text_of(node.child_by_field_name("value")) == name


def _is_bound_in(body: Node, name: str) -> bool:
    targets = (child.child_by_field_name("left") for child in nodes_of(body, ("assignment",)))
    return any(text_of(target) == name for target in targets)


def _is_left_after(node: Node) -> bool:
    statement = node
    while statement.parent is not None and statement.parent.type != "block":
        statement = statement.parent
    following = statement.next_named_sibling
    while following is not None and following.type not in _LEAVING:
        following = following.next_named_sibling
    return following is not None
