"""Asking whether something is the same thing as a literal.

## What you see
`is` or `is not` with a number, a text or a list written out beside it.
## Why it matters
`is` asks whether two names stand for one and the same object, not whether two values are equal.
Two equal numbers or texts may or may not be one object, so the answer can change from run to run.
## Example
```python
command = input()
if command is "quit":
    print("bye")
```
Typing `quit` need not print anything.
## Think about
Can two things be equal without being one and the same thing?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask_always
from gadfly_analyzers.patterns.reading.blocks import called

RULE = "identity-of-literal"
MISCONCEPTION = "is-compares-values"
_LITERAL = ("integer", "float", "string", "concatenated_string", "list", "dictionary", "set", "tuple")
_ARITHMETIC = ("+", "-", "*", "/", "//", "%", "**")
_MAKING = ("float", "input", "int", "len", "round", "str", "sum")
QUERY = """
(comparison_operator operators: "is") @here
(comparison_operator operators: "is not") @here
"""


def find(node: Node) -> Iterator[Finding]:
    """Ask what is compared: values or objects."""
    children = node.children
    for left, operator, right in zip(children, children[1:], children[2:], strict=False):
        if operator.type in ("is", "is not") and (_is_made_here(left) or _is_made_here(right)):
            yield ask_always(RULE, node, "Is a value that equals another the same object?")
            return


def _is_made_here(node: Node) -> bool:
    """Tell whether a value is written out or worked out right here."""
    if node.type in ("unary_operator", "parenthesized_expression") and node.named_child_count == 1:
        return _is_made_here(node.named_children[0])
    if node.type == "binary_operator":
        return text_of(node.child_by_field_name("operator")) in _ARITHMETIC
    if node.type == "call":
        return called(node) in _MAKING
    return node.type in _LITERAL
