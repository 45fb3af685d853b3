"""A function that calls itself on every way.

## What you see
A function calls itself, and no way through it comes to an end without that call.
## Why it matters
Each call starts the function once more, and each of those starts another.
None of them can finish until Python gives up with a `RecursionError`.
## Example
```python
def countdown(number):
    print(number)
    return countdown(number - 1)
```
`countdown(3)` prints numbers far below 0 and then fails.
## Think about
For which value is the answer known at once, without another call?
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, ask_always
from gadfly_analyzers.patterns.reading.blocks import (
    arguments_of,
    around,
    called,
    function_around,
    has_else,
    statements_in,
    ways_through,
)
from gadfly_analyzers.patterns.reading.bounds import number_of
from gadfly_analyzers.patterns.reading.conditions import choice_of
from gadfly_analyzers.patterns.reading.loops import LOOPS
from gadfly_analyzers.patterns.reading.names import places

RULE = "no-base-case"
MISCONCEPTION = "recursion-stops-by-itself"
QUERY = "(function_definition name: (identifier) body: (block)) @here"
# What stands in these need not run, or not now.
_MAYBE = (
    "class_definition",
    "dictionary_comprehension",
    "function_definition",
    "generator_expression",
    "lambda",
    "list_comprehension",
    "set_comprehension",
)
_TESTS = ("if_statement", "elif_clause")
_UNSURE = ("try_statement", "match_statement")
_DEEPEST = 40
_CALLS, _ENDS, _FALLS = "calls", "ends", "falls"


def find(node: Node) -> Iterator[Finding]:
    """Ask in which run the call does not happen, at the first one that no run gets past."""
    name = text_of(node.child_by_field_name("name"))
    body = node.child_by_field_name("body")
    if body is None or f"{name}(".encode() not in (body.text or b""):
        return
    names = _names_of_self(node, name)
    calls = [call for call in nodes_of(body, ("call",)) if called(call) in names and function_around(call) == node]
    if not calls or _is_later(node) or any(_is_given(place) for place in places(node, name)):
        return
    if _ways(statements_in(node), calls, _DEEPEST) == {_CALLS}:
        yield ask_always(RULE, calls[0], f"For which values does `{name}` not make this call?")
    elif (skipping := _steps_over(node, calls)) is not None:
        yield ask(RULE, skipping, "Which value ends the calls that begin here?")


def _names_of_self(function: Node, name: str) -> list[str]:
    """List what a function is called within itself: by its name, as a method by its object or its class."""
    class_ = around(function, ("class_definition",), ("function_definition", "lambda"))
    owners = ("self", "cls", text_of(class_.child_by_field_name("name"))) if class_ is not None else ()
    return [f"{owner}.{name}" for owner in owners] if class_ is not None else [name]


def _steps_over(function: Node, calls: list[Node]) -> Node | None:
    """Give a call that takes more from a parameter than there are values, side by side, at which the function ends.

    Only where each test of the function asks for one value: a test for less than a value stops whatever comes.
    """
    tests = [test for test in nodes_of(function, _TESTS) if test.child_by_field_name("condition") is not None]
    ends = [_ending(test.child_by_field_name("condition")) for test in tests]
    if not ends or None in ends or nodes_of(function, ("conditional_expression", "while_statement", "raise_statement")):
        return None
    names = {name for name, _ in filter(None, ends)}
    values = {value for _, ending in filter(None, ends) for value in ending}
    for call in calls:
        if any(names == {name} and step > len(values) for name, step in _steps(call)):
            return call
    return None


def _ending(condition: Node | None) -> tuple[str, tuple[float, ...]] | None:
    """Read `n == 0`, or `n == 0 or n == 1`, as a name and its values."""
    name, values = "", list[float]()
    for demand in choice_of(condition):
        if len(demand.limits) != 1 or demand.divisors or demand.others:
            return None
        (each, interval), *_ = demand.limits
        if interval.low != interval.high or name not in ("", each):
            return None
        name, values = each, [*values, interval.low]
    return (name, tuple(values)) if values else None


def _steps(call: Node) -> Iterator[tuple[str, float]]:
    """Give what a call takes from each name: 2 from `n` in `f(n - 2)`."""
    for each in arguments_of(call):
        less, by = each.child_by_field_name("left"), each.child_by_field_name("right")
        if each.type == "binary_operator" and each.children[1].type == "-" and less is not None and by is not None:
            yield text_of(less), number_of(by) or 0


def _is_given(place: Node) -> bool:
    """Tell whether the function's name stands for something else within it, such as what an import gives."""
    return place.parent is not None and place.parent.type in ("dotted_name", "aliased_import", "assignment")


def _is_later(function: Node) -> bool:
    """Tell whether calling a function does not run its body at once."""
    return any(child.type == "async" for child in function.children) or bool(nodes_of(function, ("yield",)))


def _ways(statements: list[Node], calls: list[Node], depth: int) -> set[str]:
    """Tell how runs get through some statements: to a call of the same function, to an end, or to what follows."""
    found: set[str] = set()
    for statement in statements:
        ways = _ways_of(statement, calls, depth)
        found |= ways - {_FALLS}
        if _FALLS not in ways:
            return found
    return found | {_FALLS}


def _ways_of(statement: Node, calls: list[Node], depth: int) -> set[str]:
    if depth == 0 or statement.type in _UNSURE:
        return {_ENDS, _FALLS}
    if statement.type == "if_statement":
        return _ways_of_if(statement, calls, depth)
    if statement.type in LOOPS or statement.type == "with_statement":
        head = [child for child in statement.named_children if child.type not in ("block", "else_clause")]
        if any(_is_sure_in(part, calls) for part in head):
            return {_CALLS}
        inner = _ways(statements_in(statement), calls, depth - 1)
        return inner | {_FALLS} if statement.type in LOOPS else inner
    if _is_sure_in(statement, calls):
        return {_CALLS}
    return {_ENDS} if statement.type in ("return_statement", "raise_statement") else {_FALLS}


def _ways_of_if(statement: Node, calls: list[Node], depth: int) -> set[str]:
    test = statement.child_by_field_name("condition")
    if test is not None and _is_sure_in(test, calls):
        return {_CALLS}
    found = set() if has_else(statement) else {_FALLS}
    for branch in ways_through(statement):
        found |= _ways(branch, calls, depth - 1)
    return found


def _is_sure_in(root: Node, calls: list[Node]) -> bool:
    """Tell whether one of the calls happens whenever an expression is worked out."""
    first, behind = (bisect_left(calls, byte, key=lambda call: call.start_byte) for byte in root.byte_range)
    return any(_is_sure(calls[index], root) for index in range(first, behind))


def _is_sure(call: Node, root: Node) -> bool:
    inner = call
    while inner != root and (outer := inner.parent) is not None:
        if outer.type in _MAYBE or (outer.type == "boolean_operator" and inner != outer.named_children[0]):
            return False
        if outer.type == "conditional_expression" and inner != outer.named_children[1]:
            return False
        inner = outer
    return root.type not in _MAYBE
