"""Rows that are all the same list.

## What you see
A list that holds a list, times a number.
## Why it matters
`*` repeats what the outer list holds, and that is one inner list.
All rows are that one list, so a change in one shows in all.
## Example
```python
board = [[0] * 2] * 3
board[0][0] = 1
print(board)
```
This prints `[[1, 0], [1, 0], [1, 0]]`.
## Think about
How many inner lists does Python make here?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called, statement_of
from gadfly_analyzers.patterns.reading.loops import is_left_after, loops_around
from gadfly_analyzers.patterns.reading.names import is_augmented, is_given, places, value_before

RULE = "shared-rows"
MISCONCEPTION = "times-copies-rows"
QUERY = """
(binary_operator left: (list) operator: "*") @here
(binary_operator operator: "*" right: (list)) @here
(call function: (attribute attribute: (identifier) @_verb) (#any-of? @_verb "append" "fromkeys")) @here
(list_comprehension body: (identifier)) @here
(augmented_assignment right: (list . (identifier) .)) @here
(assignment right: (binary_operator right: (list . (identifier) .))) @here
"""
_MUTABLE = ("list", "dictionary", "set", "list_comprehension", "dictionary_comprehension", "set_comprehension")
_MAKING = ("dict", "list", "set")


def find(node: Node) -> Iterator[Finding]:
    """Ask how many inner lists there are."""
    if node.type == "call":
        yield from _of_call(node)
        return
    if node.type in ("assignment", "augmented_assignment"):
        yield from _of_adding(node, nodes_of(node, ("list",))[-1].named_children[0])
        return
    if node.type == "list_comprehension":
        item = node.child_by_field_name("body")
        is_shared = item is not None and _is_made_before(item, node) and not _is_visited(item, node)
    else:
        rows = next((side for side in node.named_children if side.type == "list"), None)
        inner = next(iter(rows.named_children), None) if rows is not None else None
        is_shared = inner is not None and _is_mutable(inner, node)
        if inner is not None and _is_made_by_class(inner):
            yield ask(RULE, node, f"How many times is `{called(inner)}` called here?")
    if is_shared:
        yield ask(RULE, node, "How many inner lists does Python make here?")


def _of_call(node: Node) -> Iterator[Finding]:
    """Ask about one list that is appended in every pass, or that all keys of a dictionary get."""
    function, given = node.child_by_field_name("function"), arguments_of(node)
    if not given or function is None:
        return
    if text_of(function.child_by_field_name("attribute")) == "fromkeys":
        if len(given) > 1 and _is_mutable(given[-1], node):
            yield ask(RULE, node, "How many values does Python make here for all the keys?")
    elif len(given) == 1 and given[0].type == "identifier":
        yield from _of_adding(node, given[0])


def _of_adding(node: Node, item: Node) -> Iterator[Finding]:
    """Ask about a list that was made before the loop, and is put in at every pass."""
    loop, name = next(loops_around(node), None), text_of(item)
    if loop is None or any(is_given(place) or is_augmented(place) for place in places(loop, name)):
        return
    value = value_before(loop, name)
    if value is not None and _is_mutable(value, node) and not is_left_after(statement_of(node)):
        yield ask(RULE, node, f"How many lists like `{name}` does this loop make?")


def _is_mutable(item: Node, at: Node) -> bool:
    if item.type == "identifier":
        return _is_made_before(item, at)
    if item.type == "binary_operator":
        return any(side.type == "list" for side in item.named_children)
    if item.type == "call":
        return called(item) in _MAKING
    return item.type in _MUTABLE


def _is_made_by_class(item: Node) -> bool:
    """Tell whether an item is a new object of a class of the program."""
    whole = item
    while whole.parent is not None:
        whole = whole.parent
    classes = (each for each in whole.named_children if each.type == "class_definition")
    return bool(called(item)) and called(item) in (text_of(each.child_by_field_name("name")) for each in classes)


def _is_made_before(name: Node, at: Node) -> bool:
    value = value_before(at, text_of(name))
    return value is not None and value.type != "identifier" and _is_mutable(value, at)


def _is_visited(name: Node, comprehension: Node) -> bool:
    return any(is_given(place) for place in places(comprehension, text_of(name)))
