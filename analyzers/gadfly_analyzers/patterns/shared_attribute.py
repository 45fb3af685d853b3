"""A list that all objects of a class share.

## What you see
A list, dictionary or set stands in the class itself, and methods change it through their object.
## Why it matters
What stands in the class is made once, when Python reads the class.
Every object looks at this one list, so what one puts in, all of them have.
## Example
```python
class Dog:
    tricks = []

    def learn(self, trick):
        self.tricks.append(trick)
```
After `Dog().learn("roll")` a new dog knows how to roll.
## Think about
How many lists are there after you made three objects, and when was each of them made?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import called, statements_in
from gadfly_analyzers.patterns.reading.words import words
from gadfly_analyzers.source import Source

RULE = "shared-attribute"
MISCONCEPTION = "class-attribute-is-own"
_CHANGEABLE = (
    "dictionary",
    "dictionary_comprehension",
    "list",
    "list_comprehension",
    "set",
    "set_comprehension",
)
_MAKERS = ("list", "dict", "set", "defaultdict", "collections.defaultdict", "deque", "collections.deque", "Counter")
_CHANGING = words("add append appendleft clear discard extend insert pop popleft remove reverse setdefault sort update")


def find(source: Source) -> Iterator[Finding]:
    """Ask how many there are of what a class holds and its methods change."""
    if b"class " not in source.data:
        return
    for class_ in source.nodes("class_definition"):
        for statement in statements_in(class_):
            name = _changeable(statement)
            if name and _is_changed(class_, name) and not _is_own(class_, name):
                yield ask(RULE, statement, f"Do two objects of this class have one `{name}`, or two?")


def _changeable(statement: Node) -> str:
    """Give the name that a statement of a class gives to something that can change."""
    assignment = statement.named_children[0] if statement.named_children else statement
    name, value = assignment.child_by_field_name("left"), assignment.child_by_field_name("right")
    if assignment.type != "assignment" or name is None or value is None or name.type != "identifier":
        return ""
    if value.type == "binary_operator":
        value = value.child_by_field_name("left") or value
    return text_of(name) if value.type in _CHANGEABLE or called(value) in _MAKERS else ""


def _is_changed(class_: Node, name: str) -> bool:
    return any(_changes(place) for place in nodes_of(class_, ("attribute",)) if text_of(place) == f"self.{name}")


def _changes(place: Node) -> bool:
    """Tell whether an attribute is changed in place where it is named."""
    outer = place.parent
    while outer is not None and outer.type == "subscript" and outer.child_by_field_name("value") == place:
        place, outer = outer, outer.parent
    if outer is None:
        return False
    if outer.type == "attribute":
        return text_of(outer.child_by_field_name("attribute")) in _CHANGING
    if outer.type == "assignment":
        return place.type == "subscript" and outer.child_by_field_name("left") == place
    if outer.type == "augmented_assignment":
        return outer.child_by_field_name("left") == place
    return outer.type == "delete_statement"


def _is_own(class_: Node, name: str) -> bool:
    """Tell whether each object gets one of its own when it is made."""
    makers = (each for each in statements_in(class_) if text_of(each.child_by_field_name("name")) == "__init__")
    own = re.compile(rb"\bself\." + name.encode() + rb"\s*(:[^=]*)?=(?!=)")
    return any(own.search(maker.text or b"") for maker in makers)
