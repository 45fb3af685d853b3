"""An inner call whose answer goes nowhere.

## What you see
A function calls itself, and the line does nothing with what comes back.
## Why it matters
Each call has an answer of its own, and hands it only to the line that called.
If that line lets it go, the outer call ends with `None`.
## Example
```python
def last(items):
    if len(items) == 1:
        return items[0]
    last(items[1:])
```
`last([4, 5])` gives `None`.
## Think about
Which line receives the answer of the inner call, and what does it do with it?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.recursion import self_calls
from gadfly_analyzers.patterns.reading.scopes import (
    gives_answer,
    is_any_after,
    is_generator,
    is_read_after,
    own,
    reads,
    valued_returns,
)

RULE = "unreturned-recursion"
MISCONCEPTION = "recursive-call-returns-by-itself"
QUERY = "(function_definition) @here"
_CARRYING = (
    "binary_operator",
    "boolean_operator",
    "conditional_expression",
    "not_operator",
    "parenthesized_expression",
)


def find(node: Node) -> Iterator[Finding]:
    """Ask where the answer of an inner call goes, in a function that gives an answer elsewhere."""
    calls = self_calls(node)
    if not calls or is_generator(node):
        return
    answers = valued_returns(node)
    telling = [each for each in answers if gives_answer(each)] or answers
    name = text_of(node.child_by_field_name("name"))
    asked: set[Node] = set()
    for call in (*calls, *_combining(node, calls)):
        statement = _letting_go(call)
        if statement is None or statement in asked or not telling:
            continue
        if not is_any_after(telling, statement):  # a plain "not found" behind it is no answer
            asked.add(statement)
            yield ask(RULE, statement, f"Where does this answer of `{name}` go?")


def _combining(function: Node, calls: Sequence[Node]) -> list[Node]:
    """List the operators, alone on their lines, that work on names which inner calls gave values to."""
    lone = [each.named_children[0] for each in own(function, ("expression_statement",)) if each.named_children]
    lone = [each for each in lone if each.type == "binary_operator"]
    names = (
        [text_of(call.parent.child_by_field_name("left")) for call in calls if call.parent is not None] if lone else []
    )
    return [each for each in lone if any(name and reads(each, name) for name in names)]


def _letting_go(call: Node) -> Node | None:
    """Give the statement that does nothing with a call's answer, or keeps it under a name that nobody reads."""
    outer = call.parent
    while outer is not None and outer.type in _CARRYING:
        outer = outer.parent
    if outer is not None and outer.type in ("assignment", "augmented_assignment"):
        left, statement = outer.child_by_field_name("left"), outer.parent
        if left is None or left.type != "identifier" or statement is None:
            return None
        return None if is_read_after(statement, text_of(left)) else statement
    return outer if outer is not None and outer.type == "expression_statement" else None
