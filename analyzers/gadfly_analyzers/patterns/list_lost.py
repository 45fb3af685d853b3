"""A list that is lost when something goes into it.

## What you see
The result of `append`, or of a method like it, gets a name or is returned.
## Why it matters
`append` puts an item into the list that is there, and gives back `None`.
After the line the name stands for `None`, and in the next pass there is no list.
## Example
```python
def doubled(numbers):
    result = []
    for number in numbers:
        result = result.append(number * 2)
    return result
```
`doubled([1, 2])` fails in the second pass.
## Think about
What does the name stand for before the line, and what after it?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask, ask_always
from gadfly_analyzers.patterns.reading.results import is_put_back, user_of

RULE = "list-lost"
MISCONCEPTION = "append-returns"
QUERY = """
(call
  function: (attribute attribute: (identifier) @_verb)
  (#any-of? @_verb "append" "extend" "insert" "remove" "clear" "add" "update" "discard")) @here
"""
# Other classes have methods with the other names, and those may give something back.
_OF_LISTS = ("append", "extend")


def find(node: Node) -> Iterator[Finding]:
    """Ask what the method gives back, where somebody takes it."""
    called, user = node.child_by_field_name("function"), user_of(node)
    if called is None or user is None:
        return
    verb = text_of(called.child_by_field_name("attribute"))
    if is_put_back(node):
        asked = ask_always if verb in _OF_LISTS else ask
        yield asked(RULE, user, f"What does `{verb}` give back?")
    elif verb in _OF_LISTS:
        yield ask(RULE, user, f"What does `{verb}` give back?")
