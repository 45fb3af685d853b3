"""A search for the largest or smallest from a made-up start.

## What you see
A name starts at 0 or another number, and then takes each item that beats it.
## Why it matters
If no item beats the start value, the answer is a number that is not among the items at all.
## Example
```python
def warmest(temperatures):
    best = 0
    for temperature in temperatures:
        if temperature > best:
            best = temperature
    return best
```
`warmest([-4, -9])` gives 0.
## Think about
Which items would never get past the start value?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called, owner_of
from gadfly_analyzers.patterns.reading.loops import loops_around, targets_of
from gadfly_analyzers.patterns.reading.names import assignment_of, is_given, is_mentioned, places, value_before

RULE = "best-from-constant"
MISCONCEPTION = "any-start-for-best"
QUERY = "(assignment) @here"
_Contest = tuple[str, Node]  # the sign that lets a rival pass, and the rival
_BEATING = {"<": "<", "<=": "<", ">": ">", ">=": ">"}
_TURNED = {"<": ">", ">": "<"}
_NUMBER = re.compile(r"-?[0-9][0-9_]*(\.[0-9]*)?")
_EMPTY_TEXT = ('""', "''")
_LARGE = 10_000  # such a number is meant to be larger than all
_NOT_BELOW_ZERO = re.compile("count|freq|len|occur|size|tally", re.IGNORECASE)


def find(node: Node) -> Iterator[Finding]:
    """Ask which items can get past the start."""
    left = node.child_by_field_name("left")
    if left is None or not _takes(node, left):
        return
    around = list(loops_around(node))
    if not around:
        return
    for name in map(text_of, [left] if left.type == "identifier" else left.named_children):
        contests, sized = list(_contests(node, name)), list(_contests(node, f"len({name})"))
        start = value_before(around[-1], name) or value_before(around[0], name) if contests or sized else None
        if start is not None and _stands_in_the_way(start, contests, sized, around):
            yield ask(RULE, assignment_of(start), "Which items would never get past this first value?")
            return


def _takes(node: Node, left: Node) -> bool:
    """Tell whether a value is taken as the best: for it or by it something is asked."""
    value = node.child_by_field_name("right")
    if left.type == "identifier" and (_is_chosen(value) or called(value) in ("max", "min")):
        return True
    if left.type not in ("identifier", "pattern_list"):
        return False
    branch = owner_of(node.parent)
    return branch is not None and branch.type in ("if_statement", "elif_clause")


def _is_chosen(value: Node | None) -> bool:
    return value is not None and value.type == "conditional_expression"


def _stands_in_the_way(start: Node, contests: list[_Contest], sized: list[_Contest], around: list[Node]) -> bool:
    """Tell whether there are items that a start value keeps out."""
    if text_of(start) in _EMPTY_TEXT:
        return any(sign == "<" for sign, _ in sized)
    if _NUMBER.fullmatch(text_of(start)) is None:
        return False
    return any(_keeps_out(text_of(start), sign) and _is_item(rival, sign, around) for sign, rival in contests)


def _contests(node: Node, name: str) -> Iterator[_Contest]:
    """Visit what is compared with a name before it takes a value, and the sign that lets it pass."""
    value = node.child_by_field_name("right")
    if called(value) in ("max", "min"):
        given = arguments_of(value)
        if len(given) == 2 and name in map(text_of, given):  # a contest has two sides
            rival = given[0] if text_of(given[1]) == name else given[1]
            yield (">" if called(value) == "max" else "<"), rival
        return
    condition = _condition(node, value)
    for comparison in (condition, *nodes_of(condition, ("comparison_operator",))) if condition is not None else ():
        signs = [child.type for child in comparison.children if not child.is_named]
        if comparison.type != "comparison_operator" or len(signs) != 1 or signs[0] not in _BEATING:
            continue
        left, right = comparison.named_children[:2]
        sign = _BEATING[signs[0]]
        if text_of(right) == name:
            yield sign, left
        elif text_of(left) == name:
            yield _TURNED[sign], right


def _condition(node: Node, value: Node | None) -> Node | None:
    if value is not None and _is_chosen(value):
        return value.named_children[1] if value.named_child_count > 1 else None
    branch = owner_of(node.parent)
    return branch.child_by_field_name("condition") if branch is not None else None


def _keeps_out(start: str, sign: str) -> bool:
    if sign == ">":
        return float(start) in (0, 1)
    return abs(float(start)) < _LARGE


def _is_item(rival: Node, sign: str, around: list[Node]) -> bool:
    """Tell whether a rival is one of the things that are visited; no length or count, if that would be too small."""
    if sign == ">" and _NOT_BELOW_ZERO.search(text_of(rival)):
        return False
    if rival.type == "call":
        return sign == "<" and text_of(rival).startswith("len(")
    if rival.type in ("subscript", "attribute") or _is_sum(rival):
        return any(is_mentioned(rival, name) for loop in around for name in _moving(loop))
    if rival.type != "identifier":
        return False
    name = text_of(rival)
    return any(name in targets_of(loop) and not _counts(loop) for loop in around) or _is_taken_from_items(
        name, around[-1]
    )


def _counts(loop: Node) -> bool:
    return text_of(loop.child_by_field_name("right")).startswith("range(")


def _moving(loop: Node) -> list[str]:
    """List the names by which a loop tells its passes apart."""
    names = targets_of(loop)
    if loop.type == "while_statement":
        names = [text_of(each.child_by_field_name("left")) for each in nodes_of(loop, ("augmented_assignment",))]
    return [name for name in names if name.isidentifier()]


def _is_taken_from_items(name: str, loop: Node) -> bool:
    given = [place.parent for place in places(loop, name) if is_given(place)]
    values = [each.child_by_field_name("right") for each in given if each is not None and each.type == "assignment"]
    return bool(values) and all(
        value is not None and (value.type == "subscript" or _is_sum(value) or text_of(value).startswith("sum("))
        for value in values
    )


def _is_sum(value: Node) -> bool:
    """Tell whether items are added or multiplied; a difference may well be meant to be above zero."""
    return value.type == "binary_operator" and text_of(value.child_by_field_name("operator")) in ("+", "*")
