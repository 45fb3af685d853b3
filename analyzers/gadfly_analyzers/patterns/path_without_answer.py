"""A way through a function that gives nothing back.

## What you see
A function returns a value on some ways through it, and on another it just ends.
## Why it matters
When Python comes to the end of a function without a `return`, the caller gets `None`.
It does not matter what was worked out last.
## Example
```python
def sign(number):
    if number > 0:
        return "plus"
    elif number < 0:
        return "minus"
```
`sign(0)` gives `None`.
## Think about
Which line is the last one to run, and what does the caller get then?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import function_around, statements_in
from gadfly_analyzers.patterns.reading.loops import LOOPS
from gadfly_analyzers.patterns.reading.names import is_mentioned, places
from gadfly_analyzers.patterns.reading.ways_out import open_ends

RULE = "path-without-answer"
MISCONCEPTION = "every-path-returns"
QUERY = "(function_definition) @here"
_FIXED = ("true", "false", "integer", "float", "string", "unary_operator")


def find(node: Node) -> Iterator[Finding]:
    """Ask what the function gives on a way that ends without `return`, if others give something."""
    body, name = node.child_by_field_name("body"), text_of(node.child_by_field_name("name"))
    ends = list(open_ends(body)) if body is not None else []
    if not ends or body is None or name.startswith("__"):
        return
    given = _given_back(node)
    if all(value is None or value.type == "none" for value in given):
        ends = list(_work_for_nothing(body, node))
    elif any(value is None or value.type == "none" for value in given):
        return
    for end in ends:
        if not _may_be_meant(end, given) and not nodes_of(body, ("yield",)):
            yield ask(RULE, end, f"What does `{name}` give back if it ends here?")


def _given_back(function: Node) -> list[Node | None]:
    """List what a function returns itself, and None for an empty `return`."""
    returns = nodes_of(function, ("return_statement",))
    own = (each for each in returns if function_around(each) == function)
    return [each.named_children[0] if each.named_children else None for each in own]


def _may_be_meant(end: Node, given: list[Node | None]) -> bool:
    """Tell whether a function ends with a search that may find nothing, or with one that always finds something."""
    if end.parent is None or end.parent.type not in LOOPS or not given:
        return False
    statements = statements_in(end.parent.child_by_field_name("body"))
    if statements and statements[-1].type == "return_statement":
        return True  # That the loop is left at once comes first.
    return len(given) > 1 and not all(value is not None and value.type in _FIXED for value in given)


def _work_for_nothing(body: Node, function: Node) -> Iterator[Node]:
    """Give the last line if it gives a value to a name of the function's own, which nobody reads then."""
    last = _last_of_loop(statements_in(body)[-1])
    change = last.named_children[0] if last.type == "expression_statement" and last.named_children else None
    if change is None or change.type not in ("assignment", "augmented_assignment"):
        return
    left = change.child_by_field_name("left")
    if left is None or left.type != "identifier" or nodes_of(function, ("global_statement", "nonlocal_statement")):
        return
    if all(_serves_a_change(place, text_of(left), last) for place in places(body, text_of(left))):
        yield last


def _last_of_loop(statement: Node) -> Node:
    while statement.type in ("for_statement", "while_statement", "if_statement"):
        inner = statements_in(statement.child_by_field_name("body") or statement.child_by_field_name("consequence"))
        if not inner:
            return statement
        statement = inner[-1]
    return statement


def _serves_a_change(place: Node, name: str, last: Node) -> bool:
    """Tell whether a name is read only to give it another value, or to decide whether it gets one."""
    inner, around = place, place.parent
    while around is not None and around.type != "block":
        if around.type in ("assignment", "augmented_assignment"):
            return is_mentioned(around.child_by_field_name("left"), name)
        if around.type == "if_statement":
            return around.child_by_field_name("condition") == inner and last.end_byte <= around.end_byte
        inner, around = around, around.parent
    return False
