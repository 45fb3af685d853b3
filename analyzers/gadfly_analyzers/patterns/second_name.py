"""Two names for one list.

## What you see
A name is set equal to another name, and then what it stands for is changed.
## Why it matters
`=` makes no copy: after it both names stand for the same list.
What is changed under one name has changed under the other, too.
## Example
```python
def with_guest(names, guest):
    extended = names
    extended.append(guest)
    return extended
```
After `with_guest(team, "Ada")` the list `team` is longer, too.
## Think about
How many lists are there after the line with `=`?
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import function_around, parameter_names
from gadfly_analyzers.patterns.reading.loops import loops_around
from gadfly_analyzers.patterns.reading.names import is_augmented, is_changed_in_place, is_given, places

RULE = "second-name"
MISCONCEPTION = "assignment-copies"
QUERY = """
(expression_statement (assignment left: (identifier) right: (identifier)) @here)
(expression_statement (assignment left: (identifier) right: (attribute object: (identifier))) @here)
"""
_COPIES = (
    *("copy", "new", "backup", "old", "result", "temp", "tmp", "orig", "saved", "snapshot", "before"),
    *("ordered", "ranked", "ranking", "reversed", "shuffled", "sorted"),
)
_LISTS = ("list", "list_comprehension", "dictionary", "dictionary_comprehension", "set")


def find(node: Node) -> Iterator[Finding]:
    """Ask how many things there are, if one of the names changes it and the other is looked at later."""
    left, right, function = node.child_by_field_name("left"), node.child_by_field_name("right"), function_around(node)
    if left is None or right is None or function is None:
        return
    new, old = text_of(left), text_of(right)
    if right.type == "identifier":
        is_shared = _is_changed_and_shared(node, new, old, function)
    else:
        is_shared = any(word in new.lower() for word in _COPIES) and _are_changes(_after(node, new, function))
    if is_shared:
        yield ask(RULE, node, f"Do {quoted(old)} and `{new}` name one thing here, or two?")


def _is_changed_and_shared(node: Node, new: str, old: str, function: Node) -> bool:
    """Tell whether both names go on standing for one thing, which is changed under either."""
    if not (_may_be_changed(new, function) or _may_be_changed(old, function)):
        return False
    news, olds = _after(node, new, function), _after(node, old, function)
    if any(map(is_given, chain(news, olds))) or not (_are_changes(news) or _are_changes(olds)):
        return False
    if _are_changes(news):
        return bool(olds) or old in parameter_names(function)
    return bool(news)


@lru_cache(maxsize=64)  # a long function may give the same few names values many times
def _may_be_changed(name: str, function: Node) -> bool:
    text = text_of(function)
    return any(f"{name}{sign}" in text for sign in (".", "[", " +=", "+="))


def _after(node: Node, name: str, function: Node) -> list[Node]:
    """List where a name stands after a line; in a loop that is also before it, in the next pass."""
    loop = next(loops_around(node), None)
    found = _everywhere(name, function)
    first = bisect_left(found, node.end_byte if loop is None else loop.start_byte, key=_start)
    within = slice(*(bisect_left(found, end, lo=first, key=_start) for end in (node.start_byte, node.end_byte)))
    return [*found[first : within.start], *found[within.stop :]]


@lru_cache(maxsize=16)
def _everywhere(name: str, function: Node) -> tuple[Node, ...]:
    return tuple(places(function, name))


def _start(place: Node) -> int:
    return place.start_byte


def _are_changes(after: list[Node]) -> bool:
    """Tell whether what a name stands for is changed in one of these places."""
    return any(is_changed_in_place(place) or (is_augmented(place) and _adds_a_list(place)) for place in after)


def _adds_a_list(place: Node) -> bool:
    around = place.parent
    value = around.child_by_field_name("right") if around is not None else None
    return value is not None and value.type in _LISTS
