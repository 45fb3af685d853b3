"""Two names for each key of a dictionary.

## What you see
`for name, price in prices`, where `prices` is a dictionary.
## Why it matters
A loop over a dictionary visits its keys, one at a time, and nothing else.
Python then tries to split each key in two, and fails or gets letters.
## Example
```python
prices = {"pear": 2, "plum": 3}
for fruit, price in prices:
    print(fruit, price)
```
This fails, for `"pear"` does not split in two.
## Think about
What does a loop over a dictionary visit?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called, home_of, parameter_names
from gadfly_analyzers.patterns.reading.dictionaries import holds_dictionary, makes_dictionary
from gadfly_analyzers.patterns.reading.scopes import bound_to
from gadfly_analyzers.source import Source

RULE = "pairs-from-keys"
MISCONCEPTION = "dict-gives-pairs"
_PAIRS = ("pattern_list", "tuple_pattern")
_KEY_AND_VALUE = (("k", "v"), ("key", "value"), ("key", "val"))
_NAMED_SO = re.compile(
    r"(^|[._])(d|dct|dic|dict\w*|\w*dict|map|mapping|\w*_map|counts?|counter|freq\w*|histogram|inventory|stock"
    r"|phone_?book|lookup|menu|cart|basket|gradebook)$"
)
_KEY = re.compile(
    r"(^|_)(key|name|student|person|owner|user|word|letter|char|country|city|region|state|product|fruit|title|team|month"
    r"|day|language|subject|code)$"
)
_OF_PAIRS = re.compile(r"pairs|items|tuples|list|entries|edges|points|rows|iter|zip", re.IGNORECASE)


def find(source: Source) -> Iterator[Finding]:
    """Ask what the loop visits, where that seems to be a dictionary."""
    for loop in source.nodes("for_statement", "for_in_clause"):
        left, right = loop.child_by_field_name("left"), loop.child_by_field_name("right")
        if left is None or right is None or left.type not in _PAIRS or left.named_child_count != 2:
            continue
        names = (text_of(left.named_children[0]), text_of(left.named_children[1]))
        if right.type in ("identifier", "attribute") and _seems_dictionary(source, right, names):
            yield ask(RULE, right, f"What does each pass over {quoted(text_of(right))} visit?")


def _seems_dictionary(source: Source, visited: Node, names: tuple[str, str]) -> bool:
    name = text_of(visited)
    first, second = map(re.escape, names)
    if re.search(rf"{re.escape(name)}\[\(?{first}, ?{second}\)?\]", source.text):
        return False  # Each key is a pair.
    for scope in _scopes(visited):
        held = holds_dictionary(scope, name)
        if held is None and scope.type == "class_definition" and "." in name:
            held = _held_by_methods(scope, name)
        if held is not None:
            return held
        if scope.type == "function_definition" and (given := _given(source, scope, name)) is not None:
            return given
    if _OF_PAIRS.search(name):
        return False
    if names in _KEY_AND_VALUE or (_KEY.search(names[0]) and name.endswith("s")):
        return True
    return _NAMED_SO.search(name) is not None or _is_named_for_values(name, names[1])


def _is_named_for_values(name: str, value: str) -> bool:
    """Tell whether a name is the plural of what stands for the second part, as in `for fruit, price in prices`."""
    return len(value) > 2 and name.rpartition(".")[2] in (f"{value}s", f"{value}es", f"{value[:-1]}ies")


def _scopes(node: Node) -> Iterator[Node]:
    scope = home_of(node)
    while scope.parent is not None:
        yield scope
        scope = home_of(scope)
    yield scope


def _held_by_methods(scope: Node, name: str) -> bool | None:
    """Tell whether a method of a class puts a dictionary under a name such as `self.prices`."""
    told = [holds_dictionary(method, name) for method in nodes_of(scope, ("function_definition",))]
    return None if set(told) == {None} else any(told)


def _given(source: Source, function: Node, name: str) -> bool | None:
    """Tell whether calls give a dictionary for a parameter; nothing if none gives what can be told."""
    parameters = parameter_names(function)
    own = text_of(function.child_by_field_name("name"))
    if name not in parameters:
        return None
    told = [
        makes_dictionary(value)
        for call in source.nodes("call")
        if called(call) == own
        for value in _values(source, call, parameters.index(name))
    ]
    return any(told) if told else None


def _values(source: Source, call: Node, position: int) -> list[Node]:
    arguments = arguments_of(call)
    if len(arguments) <= position:
        return []
    value = arguments[position]
    if value.type == "identifier":
        return list(bound_to(home_of(call), text_of(value)) or bound_to(source.tree.root_node, text_of(value)))
    return [value]
