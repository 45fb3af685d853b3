"""Which names hold dictionaries, as far as a program's text tells."""

from __future__ import annotations

import re
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called
from gadfly_analyzers.patterns.reading.loops import targets_of
from gadfly_analyzers.patterns.reading.scopes import bound_to

_MAKERS = ("dict", "Counter", "defaultdict", "OrderedDict", "fromkeys")
_VIEWS = ("keys", "values", "items")


def makes_dictionary(value: Node) -> bool:
    """Tell whether a value is a new dictionary."""
    if value.type == "call":
        return called(value).rpartition(".")[2] in _MAKERS
    return value.type in ("dictionary", "dictionary_comprehension")


@lru_cache(maxsize=16)
def holds_dictionary(scope: Node, name: str) -> bool | None:
    """Tell whether a name holds a dictionary in a function or file; nothing if the text does not say."""
    values = bound_to(scope, name)
    if values:
        return any(map(makes_dictionary, values))
    here = re.escape(name)
    is_used = rf"""(?<![\w.]){here}(\.(keys|values|items|get|setdefault)\(|\[["'])"""
    is_said = rf"(?<![\w.]){here}\s*:\s*(typing\.)?(dict|Dict|Mapping|Counter|defaultdict)\b"
    is_told = rf"\b{here}\b[^.\n]{{0,40}}\b(dict|dictionary|maps|mapping)\b"
    return True if re.search(f"{is_used}|{is_said}|{is_told}", text_of(scope)) else None


def visited_by(loop: Node) -> str:
    """Give the text of what a `for` visits itself, in `for x in d`, `d.items()` or `enumerate(d)`."""
    visited = loop.child_by_field_name("right")
    if visited is None or visited.type != "call":
        return "" if visited is None else text_of(visited)
    if is_view(visited):
        return text_of(visited.child_by_field_name("function").child_by_field_name("object"))  # type: ignore[union-attr] # it is called
    given = arguments_of(visited)
    return text_of(given[0]) if called(visited) in ("enumerate", "iter") and given else ""


def is_view(visited: Node | None) -> bool:
    """Tell whether something is the keys, values or items of a dictionary."""
    return "." in called(visited) and called(visited).rpartition(".")[2] in _VIEWS


@lru_cache(maxsize=16)
def visits_keys(loop: Node, scope: Node | None) -> bool:
    """Tell whether a `for` visits a dictionary, which shows where its own name stands in brackets behind it."""
    name, targets = visited_by(loop), targets_of(loop)
    if not name or is_view(loop.child_by_field_name("right")):
        return bool(name)
    held = holds_dictionary(scope, name) if scope is not None else None
    if held is not None or len(targets) != 1:
        return bool(held)
    body = loop.child_by_field_name("body")
    return body is not None and any(_is_key(each, name, targets[0]) for each in nodes_of(body, ("subscript",)))


def _is_key(part: Node, name: str, target: str) -> bool:
    """Tell whether a loop's own name, or a text that a method makes of it, stands in brackets: no list has that."""
    key = text_of(part.child_by_field_name("subscript"))
    is_key = key == target or re.match(rf"{re.escape(target)}\.\w+\(", key) is not None
    return is_key and text_of(part.child_by_field_name("value")) == name
