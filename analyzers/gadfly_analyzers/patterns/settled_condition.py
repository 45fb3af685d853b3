"""A condition that cannot go both ways.

## What you see
Two tests of one value, joined by `and` or `or`, such as `age < 0 and age > 120`.
## Why it matters
`and` is true only where both tests are, `or` is false only where both are.
Sometimes no value does that, and the condition is the same whatever the value is.
## Example
```python
def is_vowel(letter):
    return letter == "a" and letter == "e"
```
`is_vowel("a")` gives `False`, and so does every other letter.
## Think about
Which value makes the condition true, and which one makes it false?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask, ask_always
from gadfly_analyzers.patterns.reading.bounds import Bound, bound_of

RULE = "settled-condition"
MISCONCEPTION = "and-or-mixed"
QUERY = "(boolean_operator) @here"
_MOST_PARTS = 12
_LOW = re.compile(r"(^|[._])(low|lower|lo|min|minimum|start|first|begin|left)([._]|$)")
_HIGH = re.compile(r"(^|[._])(high|higher|upper|hi|max|maximum|end|stop|last|right)([._]|$)")
_SIZE = re.compile(r"^len\(|(^|[._])(n|m|len|length|size|rows?|cols?|columns?|width|height|count)$")


def find(node: Node) -> Iterator[Finding]:
    """Ask for a value that makes the condition true, or false, where there is none."""
    operator = node.child_by_field_name("operator")
    if operator is None or _is_part_of(node.parent, operator.type):
        return
    bounds = [bound for part in _parts(node, operator.type) if (bound := bound_of(part)) is not None]
    if operator.type == "or":
        bounds = [bound.turned() for bound in bounds]
        question = "Which value makes both tests false at once?"
    else:
        question = "Which value makes both tests true at once?"
    pairs = [(one, other) for one, other in combinations(bounds, 2) if one.subject == other.subject]
    if any(one.excludes(other) and one.is_steady for one, other in pairs):
        yield ask_always(RULE, node, question)
    elif any(one.excludes(other) or _seem_apart(one, other) for one, other in pairs):
        yield ask(RULE, node, question)


def _is_part_of(around: Node | None, operator: str) -> bool:
    if around is None or around.type != "boolean_operator":
        return False
    outer = around.child_by_field_name("operator")
    return outer is not None and outer.type == operator


def _parts(node: Node, operator: str) -> list[Node]:
    """List what `and` or `or` joins; of a very long chain only the last parts."""
    parts: list[Node] = []
    left: Node | None = node
    while left is not None and _is_part_of(left, operator) and len(parts) < _MOST_PARTS:
        right = left.child_by_field_name("right")
        parts += [right] if right is not None else []
        left = left.child_by_field_name("left")
    return [*parts, left] if left is not None else parts


def _seem_apart(one: Bound, other: Bound) -> bool:
    """Tell whether a value is to be below what is named as a lower limit and above what is named as an upper one."""
    below, above = (one, other) if one.is_above else (other, one)
    if not (below.is_above and above.is_below):
        return False
    if _LOW.search(below.limit) and _HIGH.search(above.limit):
        return True
    return below.is_at_most_zero and _SIZE.search(above.limit) is not None
