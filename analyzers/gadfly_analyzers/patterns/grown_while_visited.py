"""A list that grows while a loop visits it.

## What you see
A `for` loop over a list, and in it the same list gets new items.
## Why it matters
The loop looks for a next item at every pass, also among the new ones.
If each pass brings one more, the loop never comes to an end.
## Example
```python
numbers = [1, 2]
for number in numbers:
    numbers.append(number * 10)
print(numbers)
```
This never comes to the `print`.
## Think about
How many items are still to come after the first pass, and after the second?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.asking import ask, quoted
from gadfly_analyzers.patterns.reading.blocks import leaves, statement_of, statements_in
from gadfly_analyzers.patterns.reading.dictionaries import visited_by
from gadfly_analyzers.patterns.reading.loops import loops_around
from gadfly_analyzers.patterns.reading.scopes import names_bound_in

RULE = "grown-while-visited"
MISCONCEPTION = "loop-takes-snapshot"
QUERY = """
(call
  function: (attribute attribute: (identifier) @_verb)
  (#any-of? @_verb "append" "extend" "insert")) @here
(augmented_assignment left: (identifier) operator: "+=" right: [(list) (list_comprehension)]) @here
"""
# A list of things still to do may grow now and then.
_STILL_TO_DO = re.compile(
    r"queue|todo|to_do|stack|frontier|pending|work|open|visit|agenda|fringe|jobs|tasks|reach|seen"
)


def find(node: Node) -> Iterator[Finding]:
    """Ask how many items are still to come, unless the loop is left right after."""
    grown = _grown(node)
    loop = next((each for each in loops_around(node) if _goes_through(each, grown)), None)
    if loop is None or leaves(statements_in(statement_of(node).parent)):
        return
    body = loop.child_by_field_name("body")
    if body is None or nodes_of(body, ("break_statement",)) or (node.type == "call" and grown in names_bound_in(body)):
        return
    always = statement_of(node).parent == body
    if always or (loop.type == "for_statement" and not _STILL_TO_DO.search(grown) and not _is_guarded(node, grown)):
        yield ask(RULE, node, f"How many items of {quoted(grown)} are still to come now?")


def _grown(node: Node) -> str:
    target = node.child_by_field_name("left")
    if target is None and (method := node.child_by_field_name("function")) is not None:
        target = method.child_by_field_name("object")
    return text_of(target)


def _goes_through(loop: Node, name: str) -> bool:
    """Tell whether a loop visits a list: by `for`, or by counting up to its length and taking nothing out."""
    if loop.type == "for_statement":
        return visited_by(loop) == name
    here = re.escape(name)
    condition, body = text_of(loop.child_by_field_name("condition")), text_of(loop.child_by_field_name("body"))
    counts = re.fullmatch(rf"\w+ ?(<|<=|!=) ?len\({here}\)|len\({here}\) ?> ?\w+", condition)
    return counts is not None and not re.search(rf"\b{here}\.(pop|remove|clear)\(|\bdel {here}\[", body)


def _is_guarded(node: Node, name: str) -> bool:
    """Tell whether an item only comes in where it is not there yet, so that the list stops growing."""
    inner: Node | None = node
    while inner is not None and inner.type != "for_statement":
        if inner.type == "if_statement" and f"not in {name}" in text_of(inner.child_by_field_name("condition")):
            return True
        inner = inner.parent
    return False
