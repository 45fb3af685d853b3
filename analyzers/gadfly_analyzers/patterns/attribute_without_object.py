"""A value of an object, named without the object.

## What you see
In a method, a name of the object's own data or methods stands alone.
## Why it matters
Inside a method a plain name is a name of the method.
It ends when the method ends, and the object knows nothing of it.
## Example
```python
class Account:
    def __init__(self, owner):
        self.owner = owner
        balance = 0

    def deposit(self, amount):
        self.balance += amount
```
`Account("Ada").deposit(5)` fails.
## Think about
Whose is the name: the method's, or the object's?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask, ask_always
from gadfly_analyzers.patterns.reading.names import is_augmented, is_mentioned, is_target
from gadfly_analyzers.patterns.reading.namespaces import BUILTINS, Scope, names_of_file, scopes_of
from gadfly_analyzers.source import Source

RULE = "attribute-without-object"
MISCONCEPTION = "attribute-without-self"
_OF_OBJECT = re.compile(rb"\bself\.(\w+)")


def find(source: Source) -> Iterator[Finding]:
    """Ask about names in methods that only the object, or nobody, knows."""
    if b"class " not in source.data:
        return
    scopes = scopes_of(source)
    file = names_of_file(scopes) | BUILTINS
    own = {scope: _names_of_class(scope) for scope in scopes if scope.kind == "class"}
    for scope in scopes:
        if scope.outer in own and scope.kind == "function":
            yield from _of_nobody(scope, own[scope.outer] - file)
            yield from _lost(scope, own[scope.outer])


def _names_of_class(scope: Scope) -> set[str]:
    return {name.decode() for name in _OF_OBJECT.findall(scope.node.text or b"")} | scope.bound


def _of_nobody(method: Scope, own: set[str]) -> Iterator[Finding]:
    """Ask about names that are looked up outside the method, and are only the object's."""
    outside = set().union(*(outer.bound for outer in method.around()))
    for name in sorted(method.looked_up_outside & (own - outside)):
        if found := method.places_of(name):
            yield ask_always(RULE, found[0], f"Where does Python look for `{name}` here?")


def _lost(method: Scope, own: set[str]) -> Iterator[Finding]:
    """Ask about names that get a value in the method, and nobody reads it."""
    makes = method.table.get_name() == "__init__"
    for name, symbol in method.symbols.items():
        if not symbol.is_assigned() or symbol.is_declared_global() or symbol.is_nonlocal():
            continue
        if not (makes or name in own) or name.startswith("_"):
            continue
        targets = [place for place in method.places_of(name) if is_target(place) or is_augmented(place)]
        if not targets or any(_is_one_of_many(place) for place in targets):
            continue
        if method.is_unread(name) or all(_needs_itself(place, symbol.is_parameter()) for place in targets):
            yield ask(RULE, targets[0], f"How long does this `{name}` last?")


def _is_one_of_many(place: Node) -> bool:
    """Tell whether a name gets its value in a row of names, or together with another."""
    outer = place.parent
    if outer is None or outer.type not in ("assignment", "augmented_assignment"):
        return True
    value = outer.child_by_field_name("right")
    return value is not None and value.type == "assignment"


def _needs_itself(place: Node, is_parameter: bool) -> bool:
    """Tell whether a name is read to give it its value; a parameter can be read, but its own value is nothing new."""
    outer = place.parent
    if outer is None or outer.type not in ("assignment", "augmented_assignment"):
        return False
    value = outer.child_by_field_name("right")
    if value is None or is_parameter:
        return value is not None and text_of(place) == text_of(value)
    return is_augmented(place) or is_mentioned(value, text_of(place))
