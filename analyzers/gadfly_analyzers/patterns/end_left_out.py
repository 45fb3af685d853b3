"""A count that stops before its last number.

## What you see
A loop counts from 1, or from one limit to another, and the limit is the last number that is wanted.
## Why it matters
`range(1, n)` ends before `n`, and so does a loop that goes on while its count is less than `n`.
The number `n` itself has no pass.
## Example
```python
def sum_up_to(n):
    total = 0
    for number in range(1, n):
        total += number
    return total
```
`sum_up_to(4)` gives 6.
## Think about
Which number is the last one that the loop works on?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called, function_around, parameter_names
from gadfly_analyzers.patterns.reading.loops import Counting, counting
from gadfly_analyzers.patterns.reading.names import is_augmented, is_given, is_mentioned, places, value_before

RULE = "end-left-out"
MISCONCEPTION = "range-includes-end"
QUERY = """
(for_statement left: (identifier) right: (call)) @here
(while_statement condition: (comparison_operator (identifier) . "<" . (identifier))) @here
(for_in_clause left: (identifier) right: (call)) @here
(call function: (identifier) @_adding arguments: (argument_list . (call
    function: (identifier) @_name arguments: (argument_list (integer) . (identifier))) @here .)
  (#eq? @_name "range") (#any-of? @_adding "sum" "list"))
"""
_STARTS = ("0", "1")


def find(node: Node) -> Iterator[Finding]:
    """Ask for the last number, if the limit is an input and the numbers are what is worked on."""
    if node.type == "call":
        yield from _of_all_numbers(node)
        return
    count = counting(node)
    if count is None or count.sign != "<" or not _is_input(count.stop, node):
        return
    if not _is_range_of_numbers(count, node) or not _works_on_numbers(node, count) or not _goes_by_one(node, count):
        return
    place = node.child_by_field_name("right") or node.child_by_field_name("condition") or node
    yield ask(RULE, place, f"What is the last value of `{count.variable}` in this loop?")


def _of_all_numbers(node: Node) -> Iterator[Finding]:
    """Ask about `sum` or `list` of a range of numbers."""
    first, stop = arguments_of(node)[:2]
    if text_of(first) == "1" and _is_input(stop, node):
        yield ask(RULE, node, "What is the last number in this range?")


def _goes_by_one(loop: Node, count: Counting) -> bool:
    if loop.type != "while_statement":
        return True
    text = text_of(loop.child_by_field_name("body")).replace(" ", "")
    return f"{count.variable}+=1" in text or f"{count.variable}={count.variable}+1" in text


def _is_input(stop: Node, loop: Node) -> bool:
    """Tell whether a limit came from outside: as a parameter, typed in, or as what an object was made with."""
    if stop.type == "attribute":
        return text_of(stop.child_by_field_name("object")) == "self"
    if stop.type != "identifier":
        return False
    function, name = function_around(loop), text_of(stop)
    if function is not None and name in parameter_names(function):
        return not any(is_given(place) for place in places(function, name))
    value = value_before(loop, name)
    return value is not None and text_of(value).startswith("int(input(")


def _is_range_of_numbers(count: Counting, loop: Node) -> bool:
    """Tell whether the numbers from the first to the limit mean something: they begin at 1, 2 or at another input."""
    first = count.first
    if count.step is not None and text_of(count.step).startswith("-"):
        return False
    if count.first_text == "0":
        return _adds_up(loop, count.variable)
    return first is not None and (count.first_text in ("1", "2") or _is_input(first, loop))


def _adds_up(loop: Node, variable: str) -> bool:
    """Tell whether each number itself goes into a sum or product."""
    for each in nodes_of(loop, ("augmented_assignment",)):
        left, right = each.child_by_field_name("left"), each.child_by_field_name("right")
        if left is None or right is None or left.type != "identifier" or text_of(left) == variable:
            continue
        if right.type in ("identifier", "binary_operator", "parenthesized_expression") and any(
            place == right or (place.parent is not None and place.parent.type == "binary_operator")
            for place in places(right, variable)
        ):
            return True
    return False


def _works_on_numbers(loop: Node, count: Counting) -> bool:
    """Tell whether the count is a number to work on, and neither a place in a list nor something to divide by."""
    body = loop.parent if loop.type == "for_in_clause" else loop.child_by_field_name("body")
    if body is None:
        return False
    used = False
    for place in places(body, count.variable):
        if is_augmented(place) or _moves_on(place, count.variable):
            continue
        if _is_place_or_divisor(place, body, loop) and not _is_asked_for_end(loop, count):
            return False
        used = True
    return used or _repeats(body, loop, count)


def _is_asked_for_end(loop: Node, count: Counting) -> bool:
    """Tell whether the item at the limit is what is given back in the end."""
    function = function_around(loop)
    if function is None or f"[{count.variable}+" in text_of(loop).replace(" ", ""):
        return False
    return any(
        f"[{text_of(count.stop)}]" in text_of(each)
        for each in nodes_of(function, ("return_statement",))
        if each.start_byte >= loop.end_byte
    )


def _moves_on(place: Node, variable: str) -> bool:
    around = place.parent
    if is_given(place):
        return True
    owner = around.parent if around is not None else None
    return owner is not None and owner.type == "assignment" and text_of(owner.child_by_field_name("left")) == variable


def _is_place_or_divisor(place: Node, body: Node, loop: Node) -> bool:
    inner, around = place, place.parent
    while around is not None and inner != body:
        if around.type == "subscript" and around.child_by_field_name("value") != inner:
            value = value_before(loop, text_of(around.child_by_field_name("value")))
            return value is None or text_of(value) not in ("{}", "dict()")
        if around.type == "slice":
            return True
        is_right = around.type == "binary_operator" and around.child_by_field_name("right") == inner
        if is_right and text_of(around.child_by_field_name("operator")) == "%":
            return not _lists_divisors(body)
        inner, around = around, around.parent
    return False


def _lists_divisors(body: Node) -> bool:
    """Tell whether all divisors are listed or counted, where the number itself is one of them."""
    kept = [called(call) for call in nodes_of(body, ("call",))]
    leaves = nodes_of(body, ("return_statement", "break_statement"))
    counts = any(text_of(each).endswith("= 1") for each in nodes_of(body, ("augmented_assignment",)))
    return (counts or any(each.endswith(".append") for each in kept)) and not leaves


def _repeats(body: Node, loop: Node, count: Counting) -> bool:
    """Tell whether a loop that does not use its numbers builds up something from 0 or 1 on."""
    if count.first_text != "1":
        return False
    changes = nodes_of(body, ("augmented_assignment", "assignment"))
    changed = (
        left
        for each in changes
        if (left := each.child_by_field_name("left")) is not None
        and (each.type == "augmented_assignment" or is_mentioned(each.child_by_field_name("right"), text_of(left)))
    )
    starts = (value_before(loop, text_of(left)) for left in changed if left.type == "identifier")
    return any(start is not None and text_of(start) in _STARTS for start in starts)
