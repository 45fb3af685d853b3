"""An error that disappears without a trace.

## What you see
An `except` that catches every error, and goes on as if there had been none.
## Why it matters
Misspelt names, wrong types and broken ideas all raise errors that tell you where to look.
Here they vanish, and the program goes on with whatever it has.
## Example
```python
def total(prices):
    result = 0
    try:
        for price in prices:
            result += prise
    except:
        pass
    return result
```
`total([1, 2])` gives 0 and nobody learns why.
## Think about
Which errors do you expect here, and how would you hear of the others?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import arguments_of, called

RULE = "silent-except"
MISCONCEPTION = "except-repairs"
QUERY = "(except_clause) @here"
_EVERYTHING = ("", "Exception", "BaseException")
_QUIET = ("pass_statement", "continue_statement", "break_statement", "comment")
_PLAIN = (
    "none",
    "true",
    "false",
    "integer",
    "float",
    "string",
    "list",
    "dictionary",
    "tuple",
    "unary_operator",
    "ellipsis",
)


def find(node: Node) -> Iterator[Finding]:
    """Ask how anyone would hear of an error."""
    if _caught(node) in _EVERYTHING and _says_nothing(node):
        yield ask(RULE, node.children[0], "If something goes wrong above, how would you find out?")


def _caught(node: Node) -> str:
    caught = node.child_by_field_name("value")
    if caught is not None and caught.type == "as_pattern":
        caught = caught.named_children[0]
    return "" if caught is None else text_of(caught).strip("() ")


def _says_nothing(node: Node) -> bool:
    block = node.named_children[-1]
    return block.type == "block" and all(_is_quiet(statement) for statement in block.named_children)


def _is_quiet(statement: Node) -> bool:
    """Tell whether a statement does no more than to go on, with some value that does not come from the error."""
    if statement.type in _QUIET:
        return True
    if statement.type == "return_statement":
        return all(_is_plain(value) for value in statement.named_children)
    if statement.type != "expression_statement":
        return False
    inner = statement.named_children[0]
    if inner.type == "call" and called(inner).rpartition(".")[2] in ("print", "append", "add"):
        return all(_is_plain(each) and each.type != "identifier" for each in arguments_of(inner))
    if inner.type == "assignment":
        value = inner.child_by_field_name("right")
        return value is not None and _is_plain(value)
    return _is_plain(inner)


def _is_plain(value: Node) -> bool:
    """Tell whether a value is written out, or a name that was there before."""
    if value.type == "string":
        return not any(child.type == "interpolation" for child in value.named_children)
    return value.type in _PLAIN or value.type == "identifier"
