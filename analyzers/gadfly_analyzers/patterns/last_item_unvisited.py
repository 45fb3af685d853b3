"""A loop that ends before the last item.

## What you see
A loop counts up to the length of a list less one, and looks at one item in each pass.
## Why it matters
The stop value of `range` is left out, and so is that of `<`.
The last item of the list is therefore never looked at.
## Example
```python
def total(prices):
    amount = 0
    for place in range(len(prices) - 1):
        amount += prices[place]
    return amount
```
`total([3, 4, 5])` gives 7.
## Think about
Which item does the loop look at in its last pass?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import function_around
from gadfly_analyzers.patterns.reading.loops import Counting, counting, length_of, sum_of, written_out
from gadfly_analyzers.patterns.reading.names import is_augmented, is_given, places

RULE = "last-item-unvisited"
MISCONCEPTION = "range-includes-end"
QUERY = """
(for_statement left: (identifier) right: (call)) @here
(while_statement condition: [(comparison_operator) (boolean_operator) (parenthesized_expression)]) @here
(for_in_clause left: (identifier) right: (call)) @here
(for_statement right: (subscript value: [(identifier) (attribute)] subscript: (slice)) @here)
"""
_WORKING = ("binary_operator", "unary_operator")
_PASSING_ON = ("append", "print", "str", "abs", "int", "float", "ord", "isinstance", "len")


def find(node: Node) -> Iterator[Finding]:
    """Ask which item comes last, if each pass looks at one item and the count ends early."""
    if node.type == "subscript":
        yield from _of_slice(node)
        return
    count = counting(node)
    if count is None:
        return
    visited = _visited_but_one(count, node)
    if visited and _looks_at_one(node, count, visited) and not _comes_later(node, count, visited):
        place = node.child_by_field_name("right") or node.child_by_field_name("condition") or node
        yield ask(RULE, place, f"Which item of {quoted(visited)} comes last in this loop?")


def _of_slice(node: Node) -> Iterator[Finding]:
    """Ask about a loop over all items but the last one."""
    visited, cut = text_of(node.child_by_field_name("value")), text_of(node.child_by_field_name("subscript"))
    loop = node.parent
    if loop is None or cut.replace(" ", "").removeprefix("0") not in (":-1", f":len({visited})-1"):
        return
    if not _looks_at_last_itself(loop, visited):
        yield ask(RULE, node, f"Which item of {quoted(visited)} comes last in this loop?")


def _visited_but_one(count: Counting, loop: Node) -> str:
    """Give the thing whose length less one is where the count stops."""
    step, apart = text_of(count.step), sum_of(written_out(count.stop, loop))
    if step == "-1":
        backwards = sum_of(count.first)
        from_last = backwards is not None and backwards[1] == -1 and text_of(count.stop) == "0"
        return length_of(backwards[0], loop) if backwards is not None and from_last else ""
    if (
        not (step or "1").isdecimal()
        or apart is None
        or apart[1] != (-1 if count.sign == "<" else -2)
        or count.first_text not in ("0", "1")
    ):
        return ""
    return length_of(apart[0], loop)


def _looks_at_one(loop: Node, count: Counting, visited: str) -> bool:
    """Tell whether the count serves only to look at the item at its place."""
    body = loop.parent if loop.type == "for_in_clause" else loop.child_by_field_name("body")
    if body is None:
        return False
    looks = False
    for place in places(body, count.variable):
        around = place.parent
        if around is None or is_augmented(place) or is_given(place):
            continue
        if around.type == "subscript" and around.child_by_field_name("value") != place:
            looks = looks or text_of(around.child_by_field_name("value")) == visited
        elif not _is_harmless(place, count.variable):
            return False
    return looks


def _is_harmless(place: Node, variable: str) -> bool:
    """Tell whether a place is only told of, compared, or moved on, and no other place is worked out from it."""
    inner, around = place, place.parent
    is_moved = False
    while around is not None and around.type in (*_WORKING, "parenthesized_expression"):
        is_moved = is_moved or text_of(around.child_by_field_name("operator")) in ("+", "-")
        inner, around = around, around.parent
    if around is None:
        return False
    if around.type == "argument_list" and around.parent is not None:
        function = around.parent.child_by_field_name("function")
        return text_of(function).rpartition(".")[2] in _PASSING_ON
    if around.type == "assignment":
        left = around.child_by_field_name("left")
        return left == inner or not is_moved or text_of(left) == variable
    return around.type not in ("slice", "subscript")


def _comes_later(loop: Node, count: Counting, visited: str) -> bool:
    """Tell whether the last item, or the last place, is looked at elsewhere."""
    function = function_around(loop)
    if function is None:
        return False
    later = next((place for place in places(function, count.variable) if place.start_byte >= loop.end_byte), None)
    return _looks_at_last_itself(loop, visited) or (later is not None and not is_given(later))


def _looks_at_last_itself(loop: Node, visited: str) -> bool:
    function = function_around(loop)
    text = text_of(function).replace(" ", "")
    return f"{visited}[-1]" in text or f"{visited}[len({visited})-1]" in text
