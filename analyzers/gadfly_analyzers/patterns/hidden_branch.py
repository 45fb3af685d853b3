"""A branch that an earlier one hides.

## What you see
Tests in a row, and an earlier one is true whenever a later one is.
## Why it matters
Python asks the tests from the top and takes the first that is true.
All values that fit the later test have already gone into the earlier branch.
## Example
```python
def grade(points):
    if points >= 50:
        return "pass"
    elif points >= 90:
        return "excellent"
    return "fail"
```
`grade(95)` gives `"pass"`.
## Think about
Follow one value that you made the later branch for: which branch takes it?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns.asking import ask_always
from gadfly_analyzers.patterns.reading.blocks import clauses_of, has_else, leaves, preceding, ways_through
from gadfly_analyzers.patterns.reading.conditions import choice_of, implies

RULE = "hidden-branch"
MISCONCEPTION = "order-of-tests-does-not-matter"
QUERY = """
(if_statement alternative: (elif_clause)) @here
(block (if_statement !alternative) @here)
"""
_LONGEST_ROW = 12
_MOST_BRANCHES = 100  # of one choice: each is held against all before it


def find(node: Node) -> Iterator[Finding]:
    """Ask which value comes through to the first test that is hidden."""
    own = [node, *(clause for clause in clauses_of(node)[:_MOST_BRANCHES] if clause.type == "elif_clause")]
    before = _tests_before(node)
    if len(own) + len(before) < 2:
        return
    earlier = [choice_of(test.child_by_field_name("condition")) for test in before]
    for clause in own:
        test = clause.child_by_field_name("condition")
        choice = choice_of(test)
        if test is not None and any(implies(choice, one) for one in earlier if one):
            yield ask_always(RULE, test, "Which value gets as far as this test and passes it?")
            return
        earlier.append(choice)


def _is_in_code(node: Node) -> bool:
    """Whether a statement stands in a block; what stands in the body of a class is read by itself (see ``pieces``)."""
    block = node.parent
    around = block.parent if block is not None and block.type == "block" else None
    return around is not None and around.type != "class_definition"


def _tests_before(node: Node) -> list[Node]:
    """List the tests right before an `if` in its block that leave the block when they are true."""
    found: list[Node] = []
    before = preceding(node) if _is_in_code(node) else None
    while before is not None and len(found) < _LONGEST_ROW:
        if before.type != "if_statement" or has_else(before) or not all(map(leaves, ways_through(before))):
            break
        found += [before, *clauses_of(before)[:_MOST_BRANCHES]]
        before = preceding(before)
    return found
