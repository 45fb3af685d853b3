"""A count for a key that is not there yet.

## What you see
`counts[key] += 1`, with a dictionary that starts empty and gets no other values.
## Why it matters
`+=` first reads the old value.
At the first pass there is none for that key, and Python stops with `KeyError`.
## Example
```python
def count_letters(text):
    counts = {}
    for letter in text:
        counts[letter] += 1
    return counts
```
`count_letters("ada")` fails at the first letter.
## Think about
What is in the dictionary when the line runs for the first time?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import around, called, home_of
from gadfly_analyzers.patterns.reading.scopes import bound_to
from gadfly_analyzers.source import Source

RULE = "key-without-start"
MISCONCEPTION = "missing-key-is-zero"
_READING = ("len", "print", "str", "sorted", "max", "min", "sum", "list", "set", "tuple", "enumerate", "any", "all")
_GROWING = ("append", "extend", "add", "insert", "update")


def find(source: Source) -> Iterator[Finding]:
    """Ask what is there at first, where nothing puts a first value in."""
    empty: dict[tuple[Node, str, bool], bool] = {}
    for node in source.nodes("augmented_assignment", "assignment", "call"):
        place = _grown(node)
        if place is None or around(node, ("try_statement",)) is not None:
            continue
        name = text_of(place.child_by_field_name("value"))
        is_fixed = _is_literal(place.child_by_field_name("subscript"))
        here = (home_of(node), name, is_fixed)
        if here not in empty:
            region = _region(node, name)
            empty[here] = region is not None and not _is_filled(region, name, is_fixed)
        if empty[here]:
            yield ask(RULE, node, f"What does {quoted(text_of(place))} hold the first time?")


def _grown(node: Node) -> Node | None:
    """Give the part of a dictionary whose old value a statement builds on."""
    if node.type == "call":
        method = node.child_by_field_name("function")
        if method is None or text_of(method.child_by_field_name("attribute")) not in _GROWING:
            return None
        return _keyed(method.child_by_field_name("object"))
    place, value = _keyed(node.child_by_field_name("left")), node.child_by_field_name("right")
    if place is None or value is None or node.type == "augmented_assignment":
        return place
    return place if text_of(place) in text_of(value) else None


def _keyed(node: Node | None) -> Node | None:
    if node is None or node.type != "subscript":
        return None
    value = node.child_by_field_name("value")
    return node if value is not None and value.type in ("identifier", "attribute") else None


def _region(node: Node, name: str) -> Node | None:
    """Give the function, class or file in which a dictionary starts empty and is bound once."""
    scope = home_of(node)
    while True:
        region = around(scope, ("class_definition",), ()) if "." in name else scope
        values = _bound_in(region, name) if region is not None else []
        if values:
            return region if all(re.fullmatch(r"\{\s*\}|dict\(\)", text_of(value)) for value in values) else None
        if scope.parent is None or "." in name:
            return None
        scope = home_of(scope)


def _bound_in(region: Node, name: str) -> list[Node]:
    if region.type != "class_definition":
        return list(bound_to(region, name))
    return [value for function in nodes_of(region, ("function_definition",)) for value in bound_to(function, name)]


def _is_filled(region: Node, name: str, is_fixed: bool) -> bool:
    """Tell whether anything may give a key its first value, or looks whether it is there."""
    here = re.escape(name)
    looks = rf"\bin {here}\b(?!\s*:)|\bin {here}\.keys\(\)(?!\s*:)|(?<![\w.]){here}\.(setdefault|update)\("
    if re.search(looks, re.sub(rf"\bfor\b[^\n:]*\bin {here}\b[^\n]*", "", text_of(region))):
        return True
    for each in nodes_of(region, ("assignment",)):
        target, value = _keyed(each.child_by_field_name("left")), each.child_by_field_name("right")
        if target is None or value is None or text_of(target.child_by_field_name("value")) != name:
            continue
        if text_of(target) not in text_of(value) and is_fixed == _is_literal(target.child_by_field_name("subscript")):
            return True
    return _is_handed_on(region, name)


def _is_handed_on(region: Node, name: str) -> bool:
    """Tell whether a call gets the whole dictionary and may fill it."""
    arguments = (each for call in nodes_of(region, ("argument_list",)) for each in call.named_children)
    return any(text_of(each) == name and _callee(each) not in _READING for each in arguments)


def _callee(argument: Node) -> str:
    return called(argument.parent.parent) if argument.parent is not None else ""


def _is_literal(node: Node | None) -> bool:
    return node is not None and node.type in ("string", "integer", "float", "true", "false")
