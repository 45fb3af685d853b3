"""A value that the next test overwrites.

## What you see
Two `if` in a row give a value to the same name.
## Why it matters
Each `if` starts anew, whatever the one before it found.
When both are true, or the second has an `else`, the first value does not survive.
## Example
```python
def size(pages):
    if pages > 500:
        kind = "thick"
    if pages > 100:
        kind = "medium"
    else:
        kind = "thin"
    return kind
```
`size(900)` gives `"medium"`.
## Think about
Follow one value through all the tests: which of them are asked, and which name keeps what?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import (
    called,
    clauses_of,
    has_else,
    leaves,
    preceding,
    statements_in,
    ways_through,
)
from gadfly_analyzers.patterns.reading.conditions import Choice, Demand, choice_of, implies, overlap
from gadfly_analyzers.source import Source

RULE = "value-overwritten"
MISCONCEPTION = "ifs-exclude-each-other"
_SHOWING = ("print", "append")


def find(source: Source) -> Iterator[Finding]:
    """Ask about the first `if` of a row that spoils what the one before it did."""
    in_a_row: set[Node] = set()
    for node in source.nodes("if_statement"):
        first, test = _before(node), node.child_by_field_name("condition")
        if first is None or test is None:
            continue
        if first in in_a_row:
            in_a_row.add(node)  # One question is enough for a row.
        elif spoilt := _spoilt(first, node):
            in_a_row.add(node)
            yield ask(RULE, test, f"If the `if` above was true too, what becomes of its `{spoilt}`?")


def _before(node: Node) -> Node | None:
    """Give the `if` right before another, if nothing in it keeps a run from the second."""
    before = preceding(node)
    if before is None or before.type != "if_statement" or has_else(before):
        return None
    return None if any(leaves(branch) for branch in ways_through(before)) else before


def _spoilt(first: Node, second: Node) -> str:
    """Name what the first `if` sets and the second sets anew; nothing if both can do their work."""
    done = _set_in(statements_in(first))
    if not done or done.isdisjoint(set().union(*map(_set_in, ways_through(second)))):
        return ""
    tests = first.child_by_field_name("condition"), second.child_by_field_name("condition")
    names = [{text_of(name) for name in nodes_of(test, ("identifier",))} for test in tests if test is not None]
    one, other = (choice_of(test) for test in tests)
    if len(names) < 2 or not names[0] & names[1] or done & names[1]:
        return ""
    again: set[str] = set()
    if has_else(second):
        again = done & _set_in(statements_in(clauses_of(second)[-1]))
    if not _about_the_same(one, other):
        again = {name for name in again if not name.endswith(_SHOWING)}
    if not again and (implies(one, other) or overlap(one, other)):
        again = done & _set_in(statements_in(second))
        if not implies(one, other):
            again = {name for name in again if not name.endswith(_SHOWING)}
    return min(again, default="")


def _about_the_same(one: Choice, other: Choice) -> bool:
    """Tell whether two conditions look at limits, or at divisors, of the same value, or compare it with texts."""
    mine, theirs = (set().union(*map(_subjects, choice)) for choice in (one, other))
    return bool(mine & theirs)


def _subjects(demand: Demand) -> set[tuple[str, str]]:
    limits = {("limit", name) for name, _ in demand.limits}
    divisors = {("divisor", name) for name, _ in demand.divisors}
    return limits | divisors | {("text", other.partition("==")[0]) for other in demand.others if "==" in other}


def _set_in(statements: list[Node]) -> set[str]:
    """List the names that get a value which has nothing to do with their old one, and what is shown."""
    found = set()
    for statement in statements:
        inner = statement.named_children[0] if statement.type == "expression_statement" else statement
        if inner.type == "assignment" and not _reads_itself(inner):
            found.add(text_of(inner.child_by_field_name("left")))
        elif called(inner).endswith(_SHOWING):
            found.add(called(inner))
    return found


def _reads_itself(assignment: Node) -> bool:
    name, value = (assignment.child_by_field_name(side) for side in ("left", "right"))
    parts = nodes_of(value, ("identifier", "attribute")) if value is not None else []
    return text_of(name) in map(text_of, parts)
