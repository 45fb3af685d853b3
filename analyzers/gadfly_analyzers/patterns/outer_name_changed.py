"""A name from outside that a function gives a new value to.

## What you see
A function changes a name that got its value outside, such as a counter at the top of the file.
## Why it matters
A name that gets a value in a function belongs to the function, on all its lines.
It begins without a value, and what stands outside stays what it was.
## Example
```python
count = 0

def click():
    count += 1
    return count
```
`click()` fails before it counts anything.
## Think about
How many things are called by that name, and which of them does each line look at?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask, ask_always
from gadfly_analyzers.patterns.reading.names import is_mentioned, is_target
from gadfly_analyzers.patterns.reading.namespaces import Scope, scopes_of
from gadfly_analyzers.source import Source

RULE = "outer-name-changed"
MISCONCEPTION = "function-changes-global"
_SETTING = (
    "aliased_import",
    "as_pattern_target",
    "delete_statement",
    "dotted_name",
    "for_in_clause",
    "for_statement",
    "named_expression",
    "pattern_list",
    "tuple_pattern",
)


def find(source: Source) -> Iterator[Finding]:
    """Ask about names that a function sets before it reads them, or never reads, and that are known outside."""
    for scope in scopes_of(source):
        if scope.kind == "function":
            outside = set().union(*(outer.variables for outer in scope.around()))
            for name in sorted(scope.bound & outside):
                yield from _of_name(scope, name)


def _of_name(scope: Scope, name: str) -> Iterator[Finding]:
    symbol = scope.symbols[name]
    if not symbol.is_local() or not symbol.is_assigned() or symbol.is_parameter() or symbol.is_namespace():
        return
    found = scope.places_of(name)
    steps = [place for place in found if _is_step(place)]
    plain = [place for place in found if is_target(place) and place not in steps]
    if steps and not plain and _is_only_set_by(found, steps):
        yield ask_always(RULE, steps[0], f"Before this line runs, which value does this function's `{name}` have?")
    elif plain and not steps and scope.is_unread(name) and _is_only_set_by(found, plain):
        yield ask(RULE, plain[0], f"After the function ends, what is left of this `{name}`?")
    elif plain and found[0] not in plain and found[0] not in steps and _is_straight(found[0], scope):
        yield ask(RULE, found[0], f"When this line runs, which value does this function's `{name}` have?")


def _is_step(place: Node) -> bool:
    """Tell whether the name is read for its own new value, as in `x += 1` and `x = x + 1`."""
    outer = place.parent
    if outer is None or outer.child_by_field_name("left") != place:
        return False
    value = outer.child_by_field_name("right")
    if outer.type == "augmented_assignment":
        return True
    return outer.type == "assignment" and value is not None and is_mentioned(value, text_of(place))


def _is_only_set_by(found: list[Node], setting: list[Node]) -> bool:
    """Tell whether no loop, import or the like gives the name a value too."""
    others = (place for place in found if place not in setting)
    return not any(place.parent is not None and place.parent.type in _SETTING for place in others)


def _is_straight(place: Node, scope: Scope) -> bool:
    """Tell whether a place stands in no loop of its function: what comes later in the text runs later."""
    outer = place.parent
    while outer is not None and outer != scope.node:
        if outer.type in ("for_statement", "while_statement", "try_statement", "lambda", "for_in_clause"):
            return False
        outer = outer.parent
    return True
