"""A place behind the last item.

## What you see
A list is asked for the item at a place as large as its length, or larger.
## Why it matters
The first item stands at place 0, so the last one stands at the length less one.
Behind it there is nothing, and asking for it raises an `IndexError`.
## Example
```python
def total(prices):
    amount = 0
    for place in range(len(prices) + 1):
        amount += prices[place]
    return amount
```
`total([3, 4, 5])` stops with an `IndexError`.
## Think about
At which places do the items of a list with three items stand?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import called
from gadfly_analyzers.patterns.reading.loops import Counting, counting, length_of, loops_around, sum_of, written_out
from gadfly_analyzers.patterns.reading.names import is_augmented, is_given, is_mentioned, places, value_before

RULE = "index-past-end"
MISCONCEPTION = "length-is-last-index"
_COUNTS = ("i", "j", "k", "x", "key", "index")  # The many that hardly ever stand for a length.
QUERY = """
(for_statement left: (identifier) right: (call)) @here
(while_statement condition: [(comparison_operator) (boolean_operator) (parenthesized_expression)]) @here
(for_in_clause left: (identifier) right: (call)) @here
(subscript value: (identifier) @_whole
  subscript: (call function: (identifier) @_name arguments: (argument_list . (identifier) @_part .))
  (#eq? @_name "len") (#eq? @_whole @_part)) @here
(subscript value: [(identifier) (attribute)] subscript: (identifier)) @here
(subscript value: (identifier) subscript: (binary_operator left: (call) operator: "-" right: (identifier))) @here
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask what stands at the largest place."""
    if node.type == "subscript":
        if _is_behind_all(node) and not _is_stored(node):
            yield ask(RULE, node, f"Which item of {quoted(text_of(node.named_children[0]))} stands at this place?")
        return
    count = counting(node) or _counting_down(node)
    if count is None:
        return
    visited, excess = _visited(count, node)
    around = node.parent if node.type == "for_in_clause" else node
    for place in places(around, count.variable) if around is not None else ():
        subscript = _subscript_past_end(place, visited, excess, count)
        if subscript is not None and not _is_guarded(subscript, node, count, visited):
            header = node.child_by_field_name("right") or node.child_by_field_name("condition")
            if header is not None and excess > 0 and not count.sign.startswith(">"):
                yield ask(RULE, header, f"Which item belongs to the largest `{count.variable}`?")
            else:
                yield ask(RULE, subscript, f"Which item is this when `{count.variable}` is largest?")
            return


def _visited(count: Counting, loop: Node) -> tuple[str, int]:
    """Give the thing whose length is counted to, and how far the count goes past its last place."""
    if text_of(count.step).startswith("-") or count.sign.startswith(">"):
        return length_of(count.first, loop), 1
    above = 1 if count.sign == "<=" else 0
    apart = sum_of(written_out(count.stop, loop))
    if apart is not None and apart[1] >= 0:
        return length_of(apart[0], loop), apart[1] + above
    return length_of(count.stop, loop), above


def _counting_down(loop: Node) -> Counting | None:
    """Tell what a `while` counts that goes down to 0, if it looks at something before its first step down."""
    condition = loop.child_by_field_name("condition")
    signs = [child.type for child in condition.children if not child.is_named] if condition is not None else []
    if condition is None or condition.type != "comparison_operator" or signs not in ([">"], [">="]):
        return None
    name, stop = condition.named_children[:2]
    steps = [place for place in places(loop, text_of(name)) if is_augmented(place) or is_given(place)]
    looks = (
        place for place in places(loop, text_of(name)) if place.parent is not None and place.parent.type == "subscript"
    )
    look = next(looks, None)
    if look is None or not steps or steps[0].start_byte < look.start_byte:
        return None
    return Counting(text_of(name), value_before(loop, text_of(name)), stop, signs[0], steps[0])


def _is_behind_all(subscript: Node) -> bool:
    """Tell whether the place is the length itself, or the length less a count that begins at 0."""
    whole, index = text_of(subscript.child_by_field_name("value")), subscript.child_by_field_name("subscript")
    if index is None or index.type == "call":
        return index is not None and called(index) == "len"
    if index.type == "identifier":
        return text_of(index) not in _COUNTS and length_of(index, subscript) == whole
    length, less = index.child_by_field_name("left"), text_of(index.child_by_field_name("right"))
    if length_of(length, subscript) != whole:
        return False
    counts = (counting(loop) for loop in loops_around(subscript))
    return any(count is not None and (count.variable, count.first_text) == (less, "0") for count in counts)


def _subscript_past_end(place: Node, visited: str, excess: int, count: Counting) -> Node | None:
    index = place
    around = place.parent
    apart = sum_of(around)
    if around is not None and apart is not None and apart[0] == place and count.step is None:
        index, excess, around = around, excess + apart[1], around.parent
    if (
        not visited
        or around is None
        or around.type != "subscript"
        or around.child_by_field_name("subscript") != index
        or excess < 1
    ):
        return None
    return around if text_of(around.child_by_field_name("value")) == visited else None


def _is_guarded(subscript: Node, loop: Node, count: Counting, visited: str) -> bool:
    """Tell whether something asks first how large the place is, or catches what goes wrong."""
    inner = subscript
    while (around := inner.parent) is not None and inner != loop:
        if around.type == "try_statement":
            return True
        inner = around
    condition = loop.child_by_field_name("condition")
    whole = loop.parent if loop.type == "for_in_clause" and loop.parent is not None else loop
    for comparison in nodes_of(whole, ("comparison_operator",)):
        if comparison == condition or not is_mentioned(comparison, count.variable):
            continue
        if any(_bounds(side, count, visited) for side in comparison.named_children):
            # In a `while` the comparison that counts is no guard.
            return not (condition is not None and _is_counting(comparison, condition, count))
    return False


def _bounds(side: Node, count: Counting, visited: str) -> bool:
    text = text_of(side)
    if f"len({visited})" in text or (count.stop.type == "identifier" and is_mentioned(side, text_of(count.stop))):
        return True
    apart = sum_of(count.stop)
    return apart is not None and apart[0].type == "identifier" and is_mentioned(side, text_of(apart[0]))


def _is_counting(comparison: Node, condition: Node, count: Counting) -> bool:
    return (
        condition.start_byte <= comparison.start_byte < condition.end_byte
        and text_of(comparison.named_children[0]) == count.variable
        and comparison.named_children[1] == count.stop
    )


def _is_stored(subscript: Node) -> bool:
    """Tell whether something is put there: a dictionary may well be filled like this."""
    around = subscript.parent
    return (
        around is not None
        and around.type in ("assignment", "augmented_assignment")
        and around.child_by_field_name("left") == subscript
        and next(loops_around(subscript), None) is None
    )
