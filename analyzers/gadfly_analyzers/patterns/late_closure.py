"""A function made in a loop that looks up the loop's name later.

## What you see
A `lambda` or `def` in a loop uses the loop's name, and is kept for later.
## Why it matters
A function keeps the name, not the value of that moment.
When it is called after the loop, it finds the last value, and so do all the others.
## Example
```python
def makers():
    steps = []
    for size in [1, 2, 3]:
        steps.append(lambda start: start + size)
    return steps
```
All three functions count 3 to their start.
## Think about
When does Python look up the name inside the function: when it is made, or when it is called?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import called, parameter_names
from gadfly_analyzers.patterns.reading.loops import loops_around, targets_of
from gadfly_analyzers.patterns.reading.scopes import names_bound_in, reads

RULE = "late-closure"
MISCONCEPTION = "closure-keeps-value"
QUERY = """
(lambda) @here
(function_definition) @here
"""
_KEEPING = ("append", "appendleft", "insert", "add", "extend", "setdefault", "bind", "connect", "register")
_KEEPING_KEYWORDS = ("command", "callback", "on_click", "on_press")
_CARRYING = ("parenthesized_expression", "pair", "list", "tuple", "dictionary", "set", "conditional_expression")
_COMPREHENSIONS = ("list_comprehension", "dictionary_comprehension", "set_comprehension")


def find(node: Node) -> Iterator[Finding]:
    """Ask when the loop's name is looked up, if the function is kept."""
    body = node.child_by_field_name("body")
    if body is None or (node.type != "lambda" and not _stands_in_block(node)):
        return
    bound = _bound_around(node)
    if not bound:
        return
    inside = set(parameter_names(node)) | (names_bound_in(body) if node.type != "lambda" else set())
    late = next((name for name in bound if name not in inside and reads(body, name)), None)
    if late is not None and _is_kept(node):
        yield ask(RULE, node, f"When does this function look up `{late}`?")


def _stands_in_block(function: Node) -> bool:
    """Tell whether a function is a line of a block as it is: with a decorator, something else is kept."""
    return function.parent is not None and function.parent.type == "block"


def _bound_around(node: Node) -> list[str]:
    """List the names that the loops around a function give one value after another, in the order of the text."""
    comprehension = _comprehension_of(node)
    if comprehension is not None:
        clauses = [child for child in comprehension.named_children if child.type == "for_in_clause"]
        return [name for clause in clauses for name in targets_of(clause)]
    names: list[str] = []
    for loop in loops_around(node):
        body = loop.child_by_field_name("body")
        names += [*targets_of(loop), *(sorted(names_bound_in(body)) if body is not None else [])]
    return names


def _carrier(node: Node) -> Node | None:
    """Give what a function is handed to, through brackets."""
    outer = node.parent
    while outer is not None and outer.type in _CARRYING:
        outer = outer.parent
    return outer


def _comprehension_of(node: Node) -> Node | None:
    outer = _carrier(node)
    return outer if outer is not None and outer.type in _COMPREHENSIONS else None


def _is_kept(node: Node) -> bool:
    """Tell whether a function outlives the pass that made it."""
    if node.type == "function_definition":
        return _is_kept_under(node, text_of(node.child_by_field_name("name")))
    outer = _carrier(node)
    if outer is None:
        return False
    if outer.type in ("argument_list", "keyword_argument"):
        return _keeps(outer)
    if outer.type == "assignment":
        left = outer.child_by_field_name("left")
        return left is not None and (left.type != "identifier" or _is_kept_under(node, text_of(left)))
    return outer.type in (*_COMPREHENSIONS, "yield", "augmented_assignment")


def _keeps(arguments: Node) -> bool:
    if arguments.type == "keyword_argument":
        return text_of(arguments.child_by_field_name("name")) in _KEEPING_KEYWORDS
    return "." in called(arguments.parent) and called(arguments.parent).rpartition(".")[2] in _KEEPING


def _is_kept_under(node: Node, name: str) -> bool:
    """Tell whether the loop puts what a name stands for into something."""
    loop = next(loops_around(node), None)
    if loop is None:
        return False
    for each in nodes_of(loop, ("identifier",)):
        outer = _carrier(each) if text_of(each) == name else None
        if outer is None:
            continue
        if outer.type == "argument_list" and _keeps(outer):
            return True
        if outer.type in ("assignment", "augmented_assignment") and _is_stored(outer, each):
            return True
    return False


def _is_stored(assignment: Node, value: Node) -> bool:
    left = assignment.child_by_field_name("left")
    if left is None or left.start_byte <= value.start_byte < left.end_byte:
        return False
    return left.type in ("subscript", "attribute") or assignment.type == "augmented_assignment"
