"""Work with what a sorting method gives back.

## What you see
The result of `sort` or `reverse`, or of `shuffle`, gets a name, is returned or printed.
## Why it matters
These methods change the list in place and give back `None`.
After the line the name stands for `None`, and the list may be lost.
## Example
```python
scores = [3, 1, 2]
scores = scores.sort()
print(scores)
```
This prints `None`.
## Think about
What does the method give back, and what does it change?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask, ask_always
from gadfly_analyzers.patterns.reading.results import is_put_back, user_of

RULE = "nothing-kept"
MISCONCEPTION = "sort-returns"
QUERY = """
(call
  function: [(attribute attribute: (identifier) @_verb) (identifier) @_verb]
  (#any-of? @_verb "sort" "reverse" "shuffle")) @here
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask what the method gives back, where somebody takes it."""
    called, user = node.child_by_field_name("function"), user_of(node)
    if called is None or user is None:
        return
    verb = text_of(called.child_by_field_name("attribute")) or text_of(called)
    if is_put_back(node):
        yield ask_always(RULE, user, f"What does `{verb}` give back?")
    elif called.type == "attribute" or verb == "shuffle":
        yield ask(RULE, user, f"What does `{verb}` give back?")
