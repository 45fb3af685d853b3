"""A name that nothing has.

## What you see
A name is read that never got a value, or gets one that nobody reads while another name nearly like it is read.
## Why it matters
Python takes names letter by letter, with capitals and small letters as different signs.
Two names that a person reads as one are two names to Python.
## Example
```python
def total(prices):
    result = 0
    for price in prices:
        result += price
    return reslut
```
`total([1, 2])` fails in its last line.
## Think about
Where does each name in the line get its value? Read it letter by letter: is that so?
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterable, Iterator
from types import ModuleType

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, ask_always
from gadfly_analyzers.patterns.reading.likeness import is_nearly
from gadfly_analyzers.patterns.reading.names import places
from gadfly_analyzers.patterns.reading.namespaces import BUILTINS, Scope, has_open_names, names_of_file, scopes_of
from gadfly_analyzers.patterns.reading.words import words
from gadfly_analyzers.source import Source

RULE = "unknown-name"
MISCONCEPTION = "names-are-matched-by-sense"
_SHORTEST = 3
_LONG = 5
_METHODS = words(
    "append capitalize endswith extend index insert isalpha isdigit items keys lower remove replace reverse",
    " setdefault split startswith strip update upper values",
)
_LIKELY_MEANT = {name for name in BUILTINS if name.islower()}
_MODULES: tuple[ModuleType, ...] = (math, random)
_OF_MODULE = re.compile(rb"\b(math|random)\.([A-Za-z_]\w*)")
_CALLED_METHOD = re.compile(rb"\.([A-Za-z_]\w*)\s*\(")
_OF_OBJECT = re.compile(rb"\bself\.([A-Za-z_]\w*)")
# Also one of several names before the sign, and one with a type behind it.
_GIVEN_TO_OBJECT = re.compile(rb"\bself\.([A-Za-z_]\w*)(?=\s*(?::[^=\n]*)?=(?!=)|\s*,[^=\n()]*=(?!=))")
_KNOWN_ATTRIBUTES = frozenset(name for kind in (str, bytes, list, dict, set, int, float) for name in dir(kind))


def find(source: Source) -> Iterator[Finding]:
    """Ask where such a name gets its value."""
    scopes = scopes_of(source)
    known = names_of_file(scopes) | BUILTINS
    if not has_open_names(source):
        for scope in scopes:
            for finding in _unknown(scope, known):
                known.add(source.slice(finding.span))  # One question is enough for each name.
                yield finding
    for scope in scopes:
        if scope.kind == "function":
            yield from _unread(scope)
        elif scope.kind == "class":
            yield from _unknown_of_object(scope)
    yield from _unknown_methods(source, scopes)
    yield from _unknown_of_modules(source)


def _unknown(scope: Scope, known: set[str]) -> Iterator[Finding]:
    """Ask about names that are read, and get a value nowhere."""
    unknown = scope.looked_up_outside - known
    if scope.kind != "function":
        unknown -= scope.bound
    if not unknown:
        return
    attributes = _attributes_around(scope)
    for name in sorted(unknown):
        place = next((place for place in places(scope.node, name) if not _may_be_missing(place)), None)
        if place is None or name in attributes:
            continue
        alike = scope.visible() | (_LIKELY_MEANT if name.islower() else set())
        asked = ask_always if is_nearly(name, alike) else ask
        yield asked(RULE, place, f"Where does `{name}` get a value before this line runs?")


def _attributes_around(scope: Scope) -> set[str]:
    """Give the names of the object that a method belongs to: another pattern asks about those."""
    outer: Scope | None = scope
    while outer is not None and outer.kind != "class":
        outer = outer.outer
    if outer is None:
        return set()
    return _names_of_object(outer)


def _names_of_object(scope: Scope) -> set[str]:
    attributes = nodes_of(scope.node, ("attribute",))
    return set(scope.bound) | {
        text_of(each.child_by_field_name("attribute")) for each in attributes if text_of(each).startswith("self.")
    }


def _may_be_missing(place: Node) -> bool:
    """Tell whether a program may try if a name is there, or only speaks of a type, which Python need not look up."""
    outer = place.parent
    while outer is not None and outer.type not in ("function_definition", "module"):
        if outer.type in ("type", "delete_statement") or (outer.type == "try_statement" and _tries_names(outer)):
            return True
        outer = outer.parent
    return False


def _tries_names(statement: Node) -> bool:
    clauses = (text_of(child.child_by_field_name("value")) for child in statement.named_children)
    return any("NameError" in clause or "ImportError" in clause for clause in clauses)


def _unread(scope: Scope) -> Iterator[Finding]:
    """Ask about names that get a value nobody reads, where one nearly like it is read."""
    symbols = scope.symbols.values()
    read = {symbol.get_name() for symbol in symbols if symbol.is_referenced() and symbol.is_local()}
    for symbol in symbols:
        name = symbol.get_name()
        if symbol.is_referenced() or not symbol.is_assigned() or not symbol.is_local() or name.startswith("_"):
            continue
        if len(name) < _SHORTEST or not is_nearly(name, read - {name}):
            continue
        place = next(iter(scope.places_of(name)), None)
        if place is not None and _gets_value_alone(place) and scope.is_unread(name):
            yield ask(RULE, place, f"Which later line reads what `{name}` gets here?")


def _gets_value_alone(place: Node) -> bool:
    return place.parent is not None and place.parent.type in ("assignment", "augmented_assignment")


def _unknown_of_object(scope: Scope) -> Iterator[Finding]:
    """Ask about what an object of a class without parents does not have, and has nearly."""
    parents = scope.node.child_by_field_name("superclasses")
    if parents is not None and text_of(parents) not in ("()", "(object)"):
        return
    text = scope.node.text or b""
    given = {name.decode() for name in set(_GIVEN_TO_OBJECT.findall(text))} | scope.bound
    unknown = {name.decode() for name in set(_OF_OBJECT.findall(text))} - given
    if not unknown or {"__getattr__", "__slots__"} & given:
        return
    for place in nodes_of(scope.node, ("attribute",)):
        name = _attribute(place)
        if name in unknown and text_of(place).startswith("self.") and is_nearly(name, given):
            unknown.discard(name)
            yield ask(RULE, place, f"Where does the object get its `{name}`?")


def _attribute(node: Node) -> str:
    return text_of(node.child_by_field_name("attribute"))


def _unknown_methods(source: Source, scopes: Iterable[Scope]) -> Iterator[Finding]:
    """Ask about calls of methods that are nearly those of texts, lists and dictionaries."""
    called = {name.decode() for name in set(_CALLED_METHOD.findall(source.data))} - _KNOWN_ATTRIBUTES
    defined = set().union(*(scope.bound for scope in scopes))
    own = {name for scope in scopes if scope.kind == "class" for name in scope.bound if len(name) >= _LONG}
    unknown = {name for name in called - defined if is_nearly(name, _METHODS, 1) or is_nearly(name, own, 1)}
    unknown = {name for name in unknown if not any(hasattr(module, name) for module in _MODULES)}
    if not unknown:
        return
    for call in source.nodes("call"):
        method = call.child_by_field_name("function")
        name = _attribute(method) if method is not None and method.type == "attribute" else ""
        if method is not None and name in unknown and not text_of(method).startswith("self."):
            unknown.discard(name)
            yield ask(RULE, method.named_children[-1], f"Which kind of thing has a method `{name}`?")


def _unknown_of_modules(source: Source) -> Iterator[Finding]:
    """Ask about what modules that many use do not have, and have nearly."""
    named = {(module.decode(), name.decode()) for module, name in _OF_MODULE.findall(source.data)}
    has = {module.__name__: dir(module) for module in _MODULES}
    unknown = {f"{module}.{name}" for module, name in named if name not in has[module] and is_nearly(name, has[module])}
    for place in source.nodes("attribute") if unknown else ():
        if text_of(place) in unknown:
            yield ask(RULE, place.named_children[-1], f"Where does `{text_of(place)}` come from?")
