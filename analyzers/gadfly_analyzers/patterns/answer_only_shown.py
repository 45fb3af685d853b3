"""An answer that is shown and not given back.

## What you see
A function works something out, prints it, and has no `return`.
## Why it matters
`print` puts a text on the screen, for people.
Whoever calls the function gets `None`, and so does a test.
## Example
```python
def total(prices):
    amount = 0
    for price in prices:
        amount += price
    print(amount)
```
`total([3, 4])` shows 7, and `total([3, 4]) + 1` fails.
## Think about
Who gets to see what is printed, and what does the caller get?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import (
    arguments_of,
    called,
    function_around,
    parameter_names,
    statement_of,
)
from gadfly_analyzers.patterns.reading.names import is_augmented, places
from gadfly_analyzers.patterns.reading.ways_out import is_at_the_end

RULE = "answer-only-shown"
MISCONCEPTION = "print-returns"
QUERY = """
(expression_statement . (call function: (identifier) @_name arguments: (argument_list . (_))) @here .
  (#eq? @_name "print"))
"""
# Functions that are called so are there to show something.
_SHOWING = re.compile(
    r"_?(_\w+__|main|usage|menu|help|test\w*|do_\w+|on_\w+|cmd_\w+"
    r"|(print|show|display|draw|dump|log|output|write|warn|error|announce)\w*)|\w*_(print|show|display)"
)
_OWNERS = ("self", "cls")


def find(node: Node) -> Iterator[Finding]:
    """Ask what a caller gets, if the function ends by printing what it worked out."""
    if not is_at_the_end(statement_of(node)):
        return
    function = function_around(node)
    if function is None or not _prints_one_thing(node) or _has_yield(function):
        return
    name = text_of(function.child_by_field_name("name"))
    if _SHOWING.fullmatch(name.lower()) or not _is_asked_something(function, node):
        return
    if not _gives_something(function) and (_shows_nothing_else(function) or _was_built_up(node, function)):
        yield ask(RULE, node, f"What does a caller of `{name}` get back?")


def _prints_one_thing(call: Node) -> bool:
    given = arguments_of(call)
    return bool(given) and all(each.type != "keyword_argument" for each in given)


def _is_asked_something(function: Node, call: Node) -> bool:
    """Tell whether the function has inputs, or prints more than a fixed text."""
    return any(name not in _OWNERS for name in parameter_names(function)) or not nodes_of(call, ("string",))


@lru_cache(maxsize=1)  # each line that prints asks the same; more would keep old programs
def _has_yield(function: Node) -> bool:
    return bool(nodes_of(function, ("yield",)))


@lru_cache(maxsize=1)
def _gives_something(function: Node) -> bool:
    return any(
        function_around(each) == function and text_of(each).removeprefix("return").strip() not in ("", "None")
        for each in nodes_of(function, ("return_statement",))
    )


@lru_cache(maxsize=1)
def _shows_nothing_else(function: Node) -> bool:
    prints = (each for each in nodes_of(function, ("call",)) if called(each) == "print")
    return all(is_at_the_end(statement_of(each)) for each in prints)


def _was_built_up(call: Node, function: Node) -> bool:
    """Tell whether what is printed in the end is one name, which the function added to."""
    given = arguments_of(call)
    if len(given) != 1 or given[0].type != "identifier":
        return False
    return any(is_augmented(place) for place in places(function, text_of(given[0])))
