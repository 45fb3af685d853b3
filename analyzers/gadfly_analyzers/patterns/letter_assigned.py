"""A letter of a text that gets a new value.

## What you see
A single place of a text stands on the left of `=`, or behind `del`.
## Why it matters
A text never changes in Python, not even in one letter.
What can be read place by place cannot always be written place by place.
## Example
```python
def hide(word):
    hidden = word.lower()
    for index in range(len(hidden)):
        hidden[index] = "*"
    return hidden
```
`hide("ada")` fails in its first pass.
## Think about
Which kinds of things in Python can change, and which are always made anew?
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import function_around, parameter_names
from gadfly_analyzers.patterns.reading.kinds import Kind, kinds_of_name
from gadfly_analyzers.patterns.reading.names import is_target, places
from gadfly_analyzers.patterns.reading.words import words
from gadfly_analyzers.source import Source

RULE = "letter-assigned"
MISCONCEPTION = "strings-change-in-place"
_OF_TEXTS = words("capitalize islower isupper isalpha isdigit lower replace split startswith strip title upper")
_TEXTS = words("line message name password phrase sentence string text title txt word")


def find(source: Source) -> Iterator[Finding]:
    """Ask whether the thing can change, where a place in it gets a value."""
    for statement in source.nodes("assignment", "augmented_assignment", "delete_statement"):
        for letter in _parts_changed(statement):
            name = letter.child_by_field_name("value")
            if name is not None and name.type == "identifier" and _is_text(name):
                yield ask(RULE, letter, f"Can a single letter of `{text_of(name)}` become another?")
                break


def _parts_changed(statement: Node) -> list[Node]:
    target = statement.child_by_field_name("left") or statement.named_children[0]
    changed = target.named_children if target.type == "pattern_list" else [target]
    return [each for each in changed if each.type == "subscript"]


def _is_text(name: Node) -> bool:
    if text_of(name) == "self":
        return False
    kinds = kinds_of_name(name)
    if not kinds <= {Kind.TEXT, None}:
        return False
    return kinds == {Kind.TEXT} or _seems_a_text(name)


def _seems_a_text(name: Node) -> bool:
    """Tell whether a name is treated like a text, or is a parameter that is called like one."""
    function = function_around(name)
    if function is None:
        return False
    if _is_used_as_text(text_of(name), function):
        return True
    if not _is_only_given(text_of(name), function):
        return False
    alone = name.parent is not None and name.parent.parent is not None and name.parent.parent.type != "pattern_list"
    return text_of(name) in _TEXTS or (text_of(name) == "s" and alone)


@lru_cache(maxsize=8)  # a long function may change many places in the same thing
def _is_used_as_text(name: str, function: Node) -> bool:
    return any(map(_is_treated_like_a_text, places(function, name)))


@lru_cache(maxsize=8)
def _is_only_given(name: str, function: Node) -> bool:
    """Tell whether a name is a parameter that gets no other value."""
    return name in parameter_names(function) and not any(is_target(place) for place in places(function, name))


def _is_treated_like_a_text(place: Node) -> bool:
    outer = place.parent
    return outer is not None and outer.type == "attribute" and text_of(outer.named_children[-1]) in _OF_TEXTS
