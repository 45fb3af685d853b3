"""A typed text that the program counts with.

## What you see
What `input` gives is added, multiplied or compared with a number.
## Why it matters
`input` gives the text that was typed, also when all its signs are digits.
Texts follow rules of their own: `"3" * 2` is `"33"`, and a text cannot be greater than a number.
## Example
```python
def next_age():
    age = input("How old are you? ")
    return age + 1
```
`next_age()` fails whatever is typed.
## Think about
What would Python print for the kind of this value: a number or a text?
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, ask_always
from gadfly_analyzers.patterns.reading.blocks import called, home_of
from gadfly_analyzers.patterns.reading.kinds import Kind, kind_of
from gadfly_analyzers.patterns.reading.names import is_mentioned, is_target, places
from gadfly_analyzers.source import Source

RULE = "input-as-number"
MISCONCEPTION = "input-is-number"
_STILL_TEXT = ("strip", "rstrip", "lstrip", "lower", "replace")
_ORDERING = ("<", "<=", ">", ">=")
_EQUALITY = ("==", "!=")
_ONLY_NUMBERS = ("-", "/", "//", "**")
_ALSO_TEXTS = ("+", "*", "%")
_OF_NUMBERS = ("range", "abs", "round", "sum", "math.sqrt")


def find(source: Source) -> Iterator[Finding]:
    """Ask what kind of value was typed, where it is read in."""
    if b"input(" not in source.data:
        return
    for call in source.nodes("call"):
        if called(call) != "input":
            continue
        value = _whole(call)
        if _is_counted_with(value, set()):
            yield ask_always(RULE, call, "Is what `input` gives here a number or a text?")
        elif _name_is_counted_with(value):
            yield ask(RULE, call, "Is what `input` gives here a number or a text?")


def _whole(call: Node) -> Node:
    """Give the call with what is done to its text, such as `input().strip()`."""
    inner = call
    while (method := inner.parent) is not None and method.parent is not None:
        if method.type == "parenthesized_expression":
            inner = method
        elif method.type == "attribute" and text_of(method.child_by_field_name("attribute")) in (*_STILL_TEXT, "split"):
            inner = method.parent
        else:
            break
    return inner


def _name_is_counted_with(value: Node) -> bool:
    """Tell whether the program counts with the name that gets a typed text, or with an item of its parts."""
    outer = value.parent
    if outer is not None and outer.type == "argument_list":
        return _is_of_summed_list(outer)
    name = outer.child_by_field_name("left") if outer is not None and outer.type == "assignment" else None
    if name is None:
        return False
    names = frozenset(text_of(each) for each in (name.named_children if name.type == "pattern_list" else [name]))
    return _are_counted_with(names, ".split(" in text_of(value), home_of(value))


@lru_cache(maxsize=8)  # a long program may read the same name in many times
def _are_counted_with(names: frozenset[str], has_parts: bool, home: Node) -> bool:
    found = [place for each in names for place in places(home, each)]
    if any(is_target(place) and not (_gets_input(place) or _reads_itself(place)) for place in found):
        return False
    items = {text_of(loop.child_by_field_name("left")) for place in found if (loop := _loop_over(place)) is not None}
    if items and has_parts:
        found += [place for item in items for place in places(home, item)]
    typed = {text_of(each.child_by_field_name("left")) for each in nodes_of(home, ("assignment",)) if _is_typed(each)}
    return any(_is_counted_with(place, names | items | typed) for place in found)


def _is_of_summed_list(arguments: Node) -> bool:
    """Tell whether a typed text goes into a list that is added up somewhere."""
    listed, _, verb = called(arguments.parent).rpartition(".")
    if verb not in ("append", "insert") or not listed.isidentifier():
        return False
    found = places(home_of(arguments), listed)
    return any(called(place.parent.parent) == "sum" for place in found if place.parent is not None)


def _reads_itself(place: Node) -> bool:
    """Tell whether a name gets what is worked out from it, as in `n = n - 1`."""
    value = place.parent.child_by_field_name("right") if place.parent is not None else None
    return value is not None and value.type == "binary_operator" and is_mentioned(value, text_of(place))


def _gets_input(place: Node) -> bool:
    outer = place.parent
    while outer is not None and outer.type != "assignment":
        outer = outer.parent
    return outer is not None and _is_typed(outer)


def _is_typed(assignment: Node) -> bool:
    return text_of(assignment.child_by_field_name("right")).lstrip("(").startswith("input(")


def _loop_over(place: Node) -> Node | None:
    outer = place.parent
    loops = outer is not None and outer.type == "for_statement" and outer.child_by_field_name("right") == place
    return outer if loops else None


def _is_counted_with(value: Node, names: Set[str]) -> bool:
    """Tell whether a value stands where only a number makes sense."""
    outer = value.parent
    while outer is not None and outer.type == "parenthesized_expression":
        value, outer = outer, outer.parent
    if outer is None:
        return False
    if outer.type == "binary_operator":
        return _is_worked_out(outer, value, names)
    asks = _USES.get(outer.type)
    return asks is not None and asks(outer, value)


def _is_worked_out(operation: Node, value: Node, names: Set[str]) -> bool:
    operator = operation.child_by_field_name("operator")
    sign = operator.type if operator is not None else ""
    others = [child for child in operation.named_children if child != value]
    if sign == "%" and operation.child_by_field_name("left") != value:
        return False  # A text with found to fill in.
    joins = _any_number(others) or any(text_of(other) in names for other in others)
    return sign in _ONLY_NUMBERS or (sign in _ALSO_TEXTS and joins)


def _is_compared(comparison: Node, value: Node) -> bool:
    others = [child for child in comparison.named_children if child != value]
    if any(child.type in _ORDERING for child in comparison.children):
        return not any(kind_of(other) is Kind.TEXT for other in others)
    return any(child.type in _EQUALITY for child in comparison.children) and _any_number(others)


def _is_step(step: Node, value: Node) -> bool:
    return step.child_by_field_name("right") == value and kind_of(step.child_by_field_name("left")) is Kind.NUMBER


def _is_place(part: Node, value: Node) -> bool:
    """Tell whether a value is a place in a list or text; a dictionary may have texts as keys."""
    listed = kind_of(part.child_by_field_name("value")) in (Kind.LIST, Kind.TEXT)
    return listed and part.child_by_field_name("subscript") == value


def _any_number(others: list[Node]) -> bool:
    return any(kind_of(other) is Kind.NUMBER for other in others)


_USES: dict[str, Callable[[Node, Node], bool]] = {
    "argument_list": lambda given, _: called(given.parent) in _OF_NUMBERS,
    "augmented_assignment": _is_step,
    "comparison_operator": _is_compared,
    "subscript": _is_place,
    "unary_operator": lambda *_: True,
}
