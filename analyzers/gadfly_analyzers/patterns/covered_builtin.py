"""A name of Python's own that stands for something else.

## What you see
A name such as `list`, `sum` or `max` gets a value, and elsewhere the program calls it.
## Why it matters
A name stands for one thing at a time.
Where it stands for a number or a list, Python's own function of that name is out of reach.
## Example
```python
def average(numbers):
    sum = 0
    for number in numbers:
        sum += number
    return sum(numbers) / len(numbers)
```
`average([1, 2])` fails: a number is not a function.
## Think about
What does the name stand for on each line where it appears?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import called, statement_of
from gadfly_analyzers.patterns.reading.names import is_augmented, is_mentioned, is_target, places
from gadfly_analyzers.patterns.reading.namespaces import Scope, scope_node_of, scopes_of
from gadfly_analyzers.patterns.reading.words import words
from gadfly_analyzers.source import Source

RULE = "covered-builtin"
MISCONCEPTION = "builtin-names-are-free"
_OFTEN_USED = words(
    "abs all any bool chr dict enumerate filter float format input int iter len list map max min next object open ord",
    " pow print range reversed round set sorted str sum tuple type zip",
)
_ANOTHER_FUNCTION = ("attribute", "identifier", "lambda")


# Functions are handed over under these names too.
_OFTEN_HANDED_OVER = words("filter format map next open print type")


def find(source: Source) -> Iterator[Finding]:
    """Ask what such a name stands for, where it gets its value."""
    scopes = scopes_of(source)
    for scope in scopes:
        if scope.kind == "class":
            continue
        for name in sorted(scope.bound & _OFTEN_USED):
            symbol = scope.symbols[name]
            if symbol.is_parameter() and name in _OFTEN_HANDED_OVER:
                continue
            if symbol.is_imported() or symbol.is_namespace() or symbol.is_declared_global():
                continue
            place = _covering(scope, name)
            if place is not None and (_is_missed(scope, name, place) or _begins_with_itself(scope, name)):
                yield ask(RULE, place, f"From here on, what does `{name}` stand for when it is called?")


def _covering(scope: Scope, name: str) -> Node | None:
    """Give the place where the name gets its first value, unless that is another function."""
    place = next((place for place in scope.places_of(name) if not _is_called(place)), None)
    outer = place.parent if place is not None else None
    if outer is None:
        return None
    if outer.type in ("for_statement", "augmented_assignment"):
        return place
    value = outer.child_by_field_name("right") or outer.child_by_field_name("value")
    if value is not None and value.type in _ANOTHER_FUNCTION:
        return None
    return place


def _is_missed(scope: Scope, name: str, place: Node) -> bool:
    """Tell whether the name is called where it no longer is Python's own."""
    start = statement_of(place).end_byte if scope.outer is None else scope.node.start_byte
    return any(
        _is_called(each) and (each.start_byte >= start or scope_node_of(each) != scope.node)
        for each in places(scope.node, name)
        if not _is_bound_between(each, scope)
    )


def _begins_with_itself(scope: Scope, name: str) -> bool:
    """Tell whether the name is only given values that are worked out from its own, so that it never gets a first."""
    found = [place for place in scope.places_of(name) if is_target(place) or is_augmented(place)]
    return (
        scope.kind == "function"
        and bool(found)
        and not scope.symbols[name].is_parameter()
        and all(is_augmented(place) or _is_read_for(place) for place in found)
    )


def _is_read_for(place: Node) -> bool:
    value = place.parent.child_by_field_name("right") if place.parent is not None else None
    return value is not None and is_mentioned(value, text_of(place))


def _is_called(place: Node) -> bool:
    outer = place.parent
    if outer is None:
        return False
    if outer.type == "call":
        return outer.child_by_field_name("function") == place
    given = outer.named_children if outer.type == "argument_list" else []
    return place in given and (called(outer.parent), given.index(place)) in (("isinstance", 1), ("map", 0))


def _is_bound_between(place: Node, scope: Scope) -> bool:
    """Tell whether a function within the scope has the name for itself."""
    node = scope_node_of(place)
    while node != scope.node and node.parent is not None:
        parameters = node.child_by_field_name("parameters")
        if is_mentioned(parameters, text_of(place)):
            return True
        node = scope_node_of(node)
    return False
