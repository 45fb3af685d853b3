"""A find that the next pass forgets.

## What you see
In a loop, one branch gives a name one value, and the other branch gives it the opposite.
## Why it matters
Every pass writes the name anew.
After the loop it tells only of the last item, whatever was found before.
## Example
```python
def contains(items, wanted):
    found = False
    for item in items:
        if item == wanted:
            found = True
        else:
            found = False
    return found
```
`contains([1, 2], 1)` gives `False`.
## Think about
What is the value of the name after each pass?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import LEAVING, clauses_of, function_around, statements_in
from gadfly_analyzers.patterns.reading.loops import loops_around
from gadfly_analyzers.patterns.reading.scopes import bound_to, is_read_after, reads

RULE = "lost-flag"
MISCONCEPTION = "flag-remembers"
QUERY = """
(if_statement) @here
(assignment
  left: (identifier)
  right: [(comparison_operator) (boolean_operator) (not_operator) (conditional_expression) (call)]) @here
"""
_CONSTANTS = ("true", "false", "none", "integer", "string", "unary_operator")
_TRUTH = ("true", "false")


def find(node: Node) -> Iterator[Finding]:
    """Ask what a later pass does to the name, if only its value after the loop counts."""
    loop = next(loops_around(node), None)
    if loop is None:
        return
    for assignment in _of_branches(node) if node.type == "if_statement" else _of_truth(node):
        name = text_of(assignment.child_by_field_name("left"))
        if not reads(loop, name) and _counts_after(loop, name) and not _is_left(node):
            yield ask(RULE, assignment, f"What does the next pass do to `{name}`?")
            return


def _is_left(node: Node) -> bool:
    """Tell whether a branch leaves the loop, or what follows it does."""
    if nodes_of(node, LEAVING):
        return True
    statement = node if node.type == "if_statement" else node.parent
    following = statement.next_named_sibling if statement is not None else None
    while following is not None:
        if nodes_of(following, ("break_statement", "return_statement")):
            return True
        following = following.next_named_sibling
    return False


def _counts_after(loop: Node, name: str) -> bool:
    return function_around(loop) is None or is_read_after(loop, name)


def _of_branches(node: Node) -> list[Node]:
    """List the last branch's assignments of constants to what the first branch gives another constant."""
    if clauses_of(node):
        other = clauses_of(node)[-1]
    else:
        after = node.next_named_sibling
        if after is None or after.type != "if_statement" or clauses_of(after):
            return []
        other = after
    first = {text_of(each.child_by_field_name("left")): each for each in _constants_in(node)}
    return [
        each for each in _constants_in(other) if _differs(first.get(text_of(each.child_by_field_name("left"))), each)
    ]


def _differs(one: Node | None, other: Node) -> bool:
    return one is not None and _value(one) != _value(other)


def _value(assignment: Node) -> str:
    return text_of(assignment.child_by_field_name("right"))


def _constants_in(branch: Node) -> list[Node]:
    """List the assignments of constants, or of the visited item against a constant, that stand directly in a branch."""
    found = []
    for statement in statements_in(branch):
        inner = statement.named_children[0] if statement.type == "expression_statement" else None
        if inner is not None and inner.type == "assignment":
            left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
            if left is not None and right is not None and left.type == "identifier" and _is_plain(right):
                found.append(inner)
    return found


def _is_plain(value: Node) -> bool:
    return value.type in _CONSTANTS or value.type == "identifier"


def _of_truth(node: Node) -> list[Node]:
    """Give the assignment of a comparison's answer to a name that starts as true or false."""
    name, value = text_of(node.child_by_field_name("left")), node.child_by_field_name("right")
    if value is None or (value.type == "conditional_expression" and not _chooses_constants(value)):
        return []
    function, statement = function_around(node), node.parent
    loop = next(loops_around(node), None)
    if statement is None or loop is None or statement.parent != loop.child_by_field_name("body"):
        return []
    if function is None or not re.search(rf"\b{re.escape(name)}\s*=\s*[\w\-\"']+\s*$", text_of(function), re.MULTILINE):
        return []
    starts_as = _CONSTANTS if value.type == "conditional_expression" else _TRUTH
    starts = (each for each in bound_to(function, name) if each.start_byte < loop.start_byte)
    return [node] if any(each.type in starts_as for each in starts) else []


def _chooses_constants(value: Node) -> bool:
    parts = value.named_children
    return len(parts) == 3 and all(_is_plain(part) for part in (parts[0], parts[2]))
