"""A division that cuts off what is left over.

## What you see
`//` where an average, a share or another measure is worked out.
## Why it matters
`//` gives how often one number goes into another as a whole, and drops the rest.
A result between two whole numbers cannot come out.
## Example
```python
def average(numbers):
    return sum(numbers) // len(numbers)
```
`average([1, 2])` gives 1.
## Think about
What is the exact result for your numbers, and which part of it do you see?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import around, called, function_around, without_parentheses

RULE = "cut-division"
MISCONCEPTION = "floor-division-is-division"
QUERY = """
(binary_operator operator: "//") @here
(augmented_assignment operator: "//=") @here
"""
_MEASURES = re.compile(
    r"(?:^|[_\W])(?:average|avg|mean|median|ratio|percent|percentage|rate|fraction|share|proportion|probability|"
    r"celsius|fahrenheit|kelvin|bmi|speed|velocity|density|area|volume|discount|interest|tax|tip|price|cost|"
    r"variance|deviation|slope|bill|per|each|divide|division|quotient|half|halve|score|gpa)(?:$|[_\W\d])"
)
_SUMS = re.compile(r"^(?:total|sum|result|count|acc|s|total_\w+|sum_\w+|\w+_total|\w+_sum)$")
_COUNTS = re.compile(r"^(?:count|n|counter|num|length|size|total|\w+_count|num_\w+|count_\w+)$")
_LEADING_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def find(node: Node) -> Iterator[Finding]:
    """Ask what happens to the rest, where something is measured and not counted."""
    if around(node, ("subscript", "slice"), ("block", "function_definition", "module")) is not None:
        return
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        return
    if _is_a_sum_by_a_count(left, right) or (_is_of_measure(node) and not _is_a_place(left, node)):
        yield ask(RULE, node, "What happens to what is left over?")


def _is_a_sum_by_a_count(left: Node, right: Node) -> bool:
    left, right = without_parentheses(left), without_parentheses(right)
    if called(left) == "sum" or called(right) == "len":
        return called(left) != "len"
    total = _SUMS.match(text_of(left)) or _gets(left, "sum")
    return bool(total and (_COUNTS.match(text_of(right)) or _gets(right, "len"))) and text_of(left) != text_of(right)


def _gets(name: Node, function: str) -> bool:
    """Tell whether a name gets what a function gives, in the function where it stands."""
    home = function_around(name) if name.type == "identifier" else None
    return home is not None and f"{text_of(name)} = {function}(" in text_of(home)


def _is_of_measure(node: Node) -> bool:
    """Tell whether the function or the name that gets the result is called like a measure."""
    function = function_around(node)
    assignment = around(node, ("assignment", "augmented_assignment"), ("block",))
    names = [function.child_by_field_name("name") if function is not None else None]
    if node.type == "augmented_assignment":
        names.append(node.child_by_field_name("left"))
    if assignment is not None:
        names.append(assignment.child_by_field_name("left"))
        if not _MEASURES.search(_spaced(names[-1])) and text_of(node.child_by_field_name("right")) == "2":
            return False  # The middle of something.
    return any(_MEASURES.search(_spaced(name)) for name in names)


def _spaced(name: Node | None) -> str:
    return _LEADING_CAPITAL.sub("_", text_of(name)).lower()


def _is_a_place(left: Node, node: Node) -> bool:
    """Tell whether half of a length is asked for, as the middle of a list, or the next digit of a number."""
    left = without_parentheses(left)
    by = text_of(node.child_by_field_name("right"))
    return (called(left) == "len" and by == "2") or (left.type == "identifier" and by == "10")
