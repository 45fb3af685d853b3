"""A function that nothing calls.

## What you see
A function inside another one, or the `main` of a file, is defined and named nowhere else.
## Why it matters
`def` makes a function and puts it aside under its name.
The lines in it run only when a call says so.
## Example
```python
def shout(text):
    result = text

    def raise_voice():
        return text.upper() + "!"

    return result
```
`shout("hey")` gives `"hey"`.
## Think about
Which lines run when Python reads a `def`, and which wait?
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask_always
from gadfly_analyzers.patterns.reading.names import places
from gadfly_analyzers.patterns.reading.namespaces import Scope, scopes_of
from gadfly_analyzers.source import Source

RULE = "never-called"
MISCONCEPTION = "definition-runs"
_TALKING = (b"print(", b"input(")


def find(source: Source) -> Iterator[Finding]:
    """Ask which line makes the function run."""
    for scope in scopes_of(source):
        if scope.kind == "function" and scope.outer is not None and _is_alone(scope, scope.outer):
            name = scope.node.child_by_field_name("name")
            if name is not None:
                yield ask_always(RULE, name, f"Which line makes the body of `{text_of(name)}` run?")


def _is_alone(scope: Scope, outer: Scope) -> bool:
    name = scope.table.get_name()
    decorated = scope.node.parent is not None and scope.node.parent.type == "decorated_definition"
    if decorated or outer.kind == "class" or not (outer.kind == "function" or _is_main(scope)):
        return False
    symbol = outer.symbols.get(name)
    if symbol is None or symbol.is_declared_global() or symbol.is_nonlocal() or symbol.is_referenced():
        return False
    others = [place for place in places(outer.node, name) if place != scope.node.child_by_field_name("name")]
    return not others and b"locals()" not in (outer.node.text or b"")


def _is_main(scope: Scope) -> bool:
    """Tell whether a function is a whole program that shows something to people and gives nothing back."""
    text = scope.node.text or b""
    if scope.table.get_name() != "main" or not any(word in text for word in _TALKING):
        return False
    parameters = scope.node.child_by_field_name("parameters")
    returns = nodes_of(scope.node, ("return_statement",))
    return parameters is not None and not parameters.named_children and not any(each.named_children for each in returns)
