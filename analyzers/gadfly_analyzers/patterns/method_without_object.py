"""A method with no place for its object.

## What you see
A function in a class that takes nothing, or whose first name is meant for something else.
## Why it matters
When a method is called on an object, Python hands that object over as the first argument.
All other arguments come after it.
## Example
```python
class Dog:
    def bark():
        return "wuff"
```
`Dog().bark()` fails.
## Think about
What does Python hand over in `rex.bark()`, and which name receives it?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask_always
from gadfly_analyzers.patterns.reading.blocks import parameter_names
from gadfly_analyzers.patterns.reading.names import is_mentioned, places

RULE = "method-without-object"
MISCONCEPTION = "self-is-implied"
QUERY = "(function_definition parameters: (parameters)) @here"
_OBJECTS = ("self", "cls", "mcs", "mcls", "metacls", "klass", "this", "me", "args", "inst", "instance")
_CLASS_METHODS = ("__new__", "__init_subclass__", "__class_getitem__", "_generate_next_value_")


def find(node: Node) -> Iterator[Finding]:
    """Ask which name receives the object."""
    name, parameters = node.child_by_field_name("name"), parameter_names(node)
    if not _stands_in_class(node) or name is None or text_of(name) in _CLASS_METHODS:
        return
    listed = node.child_by_field_name("parameters")
    if listed is not None and (not listed.named_children or _is_another(node, parameters)):
        yield ask_always(RULE, name, "Which name here receives the object that the method is called on?")


def _stands_in_class(function: Node) -> bool:
    """Tell whether a class has a function as it is: a decorator may do without the object."""
    body = function.parent
    return body is not None and body.parent is not None and body.parent.type == "class_definition"


def _is_another(method: Node, parameters: list[str]) -> bool:
    """Tell whether the first parameter is meant for something else than the object."""
    first, body = (parameters[0] if parameters else ""), method.child_by_field_name("body")
    if not first or first in _OBJECTS or first.startswith("_") or body is None or "self" in parameters[1:]:
        return False
    if is_mentioned(body, "self"):
        return True
    found = list(places(body, first))
    return bool(found) and not any(_is_asked_for_attribute(place) for place in found)


def _is_asked_for_attribute(place: Node) -> bool:
    return place.parent is not None and place.parent.type == "attribute"
