"""A method with no place for its object.

## What you see
A function in a class that takes nothing.
## Why it matters
When a method is called on an object, Python hands that object over as the first argument.
A method that takes nothing cannot be called that way.
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
from gadfly_analyzers.patterns.asking import ask

RULE = "method-without-object"
MISCONCEPTION = "self-is-implied"
QUERY = "(class_definition body: (block (function_definition parameters: (parameters)) @here))"


def find(node: Node) -> Iterator[Finding]:
    """Ask which name receives the object."""
    name, parameters = node.child_by_field_name("name"), node.child_by_field_name("parameters")
    if name is not None and parameters is not None and parameters.named_child_count == 0:
        yield ask(RULE, name, "Which name here receives the object that the method is called on?")
