"""A helper's answer that the function around it does not hand on.

## What you see
A function calls its inner function, or a helper, as its last act, and does nothing with the answer.
## Why it matters
`return` in a helper hands the answer to the line that called the helper.
It does not end the function around it, and it is not that one's answer.
## Example
```python
def doubled_total(numbers):
    def double(number):
        return number * 2

    double(sum(numbers))
```
`doubled_total([1, 2])` gives `None`.
## Think about
Which line receives what the inner function returns?
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, ask_always
from gadfly_analyzers.patterns.reading.blocks import called, function_around, parameter_names, statements_in
from gadfly_analyzers.patterns.reading.scopes import (
    gives_answer,
    is_any_after,
    is_generator,
    is_read_after,
    own,
    valued_returns,
)

RULE = "unreturned-inner"
MISCONCEPTION = "inner-result-returns-by-itself"
QUERY = "(function_definition body: (block (function_definition) @here))"
_LITTLE = 3  # statements: one before the call, the call, and one after it


def find(node: Node) -> Iterator[Finding]:
    """Ask who receives the answer: of an inner function, or of the function that an inner one wraps."""
    outer = function_around(node)
    if outer is None or is_generator(outer) or is_generator(node):
        return
    name = _name(node)
    if any(map(gives_answer, own(node, ("return_statement",)))):
        yield from _asked(_dropped(outer, name), name)
        if not valued_returns(outer) and not _is_mentioned(outer, name) and "decorated" not in _around(node):
            place = node.child_by_field_name("name") or node
            yield ask_always(RULE, place, f"Who can call `{name}` after `{_name(outer)}` ends?")
    elif not own(node, ("return_statement",)) and _is_handed_out(outer, name) and _takes_anything(node):
        for wrapped in parameter_names(outer):
            yield from _asked(_dropped(node, wrapped), wrapped)


def _is_mentioned(outer: Node, name: str) -> bool:
    return _words_of(outer)[name] > 1


@lru_cache(maxsize=1)  # of a long function, each of its inner functions is looked for
def _words_of(node: Node) -> Counter[str]:
    return Counter(re.findall(r"\w+", text_of(node)))


def _around(node: Node) -> str:
    return node.parent.type if node.parent is not None else ""


def _name(function: Node) -> str:
    return text_of(function.child_by_field_name("name"))


def _asked(statement: Node | None, name: str) -> Iterator[Finding]:
    if statement is not None:
        yield ask(RULE, statement, f"Who receives what `{name}` gives back here?")


def _dropped(function: Node, name: str) -> Node | None:
    """Give the last line that calls a function and lets its answer go, with no other answer after it."""
    answers = [each for each in valued_returns(function) if gives_answer(each)]
    for statement in reversed(own(function, ("expression_statement",))):
        inner = statement.named_children[0] if statement.named_children else None
        kept = ""
        if inner is not None and inner.type == "assignment":
            kept, inner = text_of(inner.child_by_field_name("left")), inner.child_by_field_name("right")
        if called(inner) != name or is_any_after(answers, statement):
            continue
        return None if kept and (not kept.isidentifier() or is_read_after(statement, kept)) else statement
    return None


def _is_handed_out(outer: Node, name: str) -> bool:
    return any(text_of(each).split()[1:] == [name] for each in own(outer, ("return_statement",)))


def _takes_anything(node: Node) -> bool:
    """Tell whether a function is a wrapper: it takes whatever comes, or does little else than to call."""
    parameters = node.child_by_field_name("parameters")
    return bool(parameters and nodes_of(parameters, ("list_splat_pattern",))) or len(statements_in(node)) <= _LITTLE
