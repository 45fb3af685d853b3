"""A name of a module that comes to stand for something else.

## What you see
A line gives a new value to a name that an `import` made.
## Why it matters
A module's name is a name like any other.
From this line on it stands for the new value, and the module's functions cannot be reached by it.
## Example
```python
import random

random = random.randint(1, 6)
print(random)
print(random.randint(1, 6))
```
The last line fails.
## Think about
What does the name stand for before this line, and what after it?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import around, home_of, parameter_names, parameters_of
from gadfly_analyzers.patterns.reading.names import names_in_target
from gadfly_analyzers.patterns.reading.namespaces import Scope, scopes_of
from gadfly_analyzers.source import Source

RULE = "reused-module-name"
MISCONCEPTION = "module-name-is-fixed"
_IMPORTS = ("import_statement", "import_from_statement")
_BINDING = ("assignment", "augmented_assignment", "for_statement", "function_definition")


def find(source: Source) -> Iterator[Finding]:
    """Ask what the name stands for, if it is also used as what was imported."""
    imported: dict[str, list[Node]] = {}
    for node in source.nodes(*_IMPORTS):
        for name in _names_of(node):
            imported.setdefault(name, []).append(home_of(node))
    if not any(
        _gets_another_value(scope, name) for scope in scopes_of(source) for name in scope.bound & imported.keys()
    ):
        return
    needed: dict[tuple[Node, str], bool] = {}
    for node in source.nodes(*_BINDING):
        for bound in _bound(node):
            name = text_of(bound)
            homes = imported.get(name)
            if not homes or _is_a_choice(node):
                continue
            here = (_scope(node, name), name)
            if here not in needed:
                needed[here] = _is_needed(homes, *here)
            if needed[here]:
                yield ask(RULE, bound, f"What does `{name}` stand for after this line?")


def _gets_another_value(scope: Scope, name: str) -> bool:
    symbol = scope.symbols[name]
    return symbol.is_assigned() or symbol.is_parameter() or symbol.is_namespace()


def _names_of(node: Node) -> Iterator[str]:
    """Give the names that an `import` makes."""
    module = node.child_by_field_name("module_name")
    for child in node.named_children:
        if child == module:
            continue
        named = child.child_by_field_name("alias") or child
        if named.type in ("dotted_name", "identifier"):
            yield text_of(named).split(".")[0]


def _bound(node: Node) -> list[Node]:
    """List the names that a statement binds, also a function's parameters."""
    if node.type == "function_definition":
        name = node.child_by_field_name("name")
        is_method = node.parent is not None and home_of(node).type == "class_definition"
        return [*([name] if name is not None and not is_method else []), *parameters_of(node)]
    value = node.child_by_field_name("right")
    return [] if value is not None and value.type == "none" else names_in_target(node.child_by_field_name("left"))


def _is_a_choice(node: Node) -> bool:
    """Tell whether one of several ways to import is chosen."""
    return around(node, ("try_statement", "except_clause", "if_statement")) is not None and home_of(node).parent is None


def _scope(node: Node, name: str) -> Node:
    """Give the function, class or file in which a statement binds a name."""
    return node if node.type == "function_definition" and _is_parameter(node, name) else home_of(node)


def _is_needed(homes: Iterable[Node], scope: Node, name: str) -> bool:
    """Tell whether a thing imported for this scope is used where the new value can be seen."""
    if scope.type == "class_definition" or not any(home.parent is None or home == scope for home in homes):
        return False
    uses = (each for each in nodes_of(scope, ("attribute", "call")) if _uses(each, name))
    return any(not _is_nested_binder(each, scope, name) for each in uses)


def _is_parameter(function: Node, name: str) -> bool:
    return name in parameter_names(function)


def _uses(node: Node, name: str) -> bool:
    field = "object" if node.type == "attribute" else "function"
    used = node.child_by_field_name(field)
    return used is not None and used.type == "identifier" and text_of(used) == name


def _is_nested_binder(use: Node, scope: Node, name: str) -> bool:
    """Tell whether a use stands in a function with its own value for the name."""
    home = home_of(use)
    while home != scope and home.parent is not None:
        if home.type == "function_definition" and _is_parameter(home, name):
            return True
        home = home_of(home)
    return False
