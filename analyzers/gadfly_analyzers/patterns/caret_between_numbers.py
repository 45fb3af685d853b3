"""A caret between numbers.

## What you see
`^` between two numbers, where a power seems to be meant.
## Why it matters
In Python `^` compares two numbers bit by bit: it is not a sign for powers.
`5 ^ 2` is 7.
## Example
```python
def square(side):
    return side ^ 2
```
`square(5)` gives 7.
## Think about
What does this line give for small numbers that you can work out by hand?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import function_around, statement_of

RULE = "caret-between-numbers"
MISCONCEPTION = "caret-is-power"
QUERY = """
(binary_operator operator: "^") @here
(augmented_assignment operator: "^=" right: [(integer) (float)]) @here
"""
# Whoever works with bits, sets or truths uses the caret for what it is.
_BITS = re.compile(
    rb"\^ ?=? ?(?:set\b|\{|True|False)|[|&~]|<<|>>|0[xXbB]\w|\bxor\b|\bset\(|\bbool\b|\bhash|\b(?:nim|bit)"
)
_MOST_WORDS = 5  # a longer line would make the question hard to read
_TRUTHS = ("comparison_operator", "true", "false", "not_operator", "set", "string", "parenthesized_expression")


def find(node: Node) -> Iterator[Finding]:
    """Ask for the value, unless the function works with bits or sets."""
    sides = [node.child_by_field_name(side) for side in ("left", "right")]
    if any(side is None or (side.type in _TRUTHS and not _is_sum(side)) for side in sides):
        return
    function = function_around(node) or statement_of(node)
    if _is_in_another(node):
        return
    if not _BITS.search(_without_texts(function)):
        yield ask(RULE, node, _question(node))


def _is_in_another(node: Node) -> bool:
    """Tell whether a caret is a side of another one: `a ^ 2 + b ^ 2` is asked about once."""
    outer = node.parent
    while outer is not None and outer.type in ("binary_operator", "parenthesized_expression"):
        if any(child.type == "^" for child in outer.children):
            return True
        outer = outer.parent
    return False


def _is_sum(side: Node) -> bool:
    inner = side.named_children[0] if side.type == "parenthesized_expression" and side.named_children else side
    return inner.type in ("binary_operator", "identifier", "call", "unary_operator")


def _without_texts(function: Node) -> bytes:
    return re.sub(
        rb"#[^\n]*|\"\"\".*?\"\"\"|\"[^\"\n]*\"|'[^'\n]*'", b"", function.text or b"", flags=re.DOTALL
    ).lower()


def _question(node: Node) -> str:
    text = " ".join(text_of(node).split())
    if len(text.split()) > _MOST_WORDS:
        return "What does `^` do with two numbers?"
    return f"For small numbers, what does `{text}` give?"
