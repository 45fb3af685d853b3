"""A new text that nobody keeps.

## What you see
A line that only calls `upper`, `lower`, `strip` or the like.
## Why it matters
Texts never change in Python.
The method makes a new text, and if nothing keeps it, it is gone.
## Example
```python
name = "  ada "
name.strip()
print(name)
```
This prints the name with its blanks.
## Think about
Which text does the method give back, and where does it go?
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.patterns.asking import ask
from gadfly_analyzers.patterns.reading.blocks import arguments_of

RULE = "text-not-kept"
MISCONCEPTION = "strings-change-in-place"
QUERY = "(expression_statement . (call function: (attribute) arguments: (argument_list)) @here .)"
_MAKING_TEXT = frozenset(
    {"capitalize", "casefold", "expandtabs", "lower", "lstrip", "removeprefix", "removesuffix", "rstrip", "strip"}
    | {"swapcase", "upper", "zfill", "center", "ljust", "rjust", "splitlines", "split", "rsplit"}
)
_WITH_NOTHING = ("title",)  # with something in brackets it is often a method of a window or a plot
_OF_LITERALS = ("format", "join")  # threads have a `join`, too
_PAIR = 2


def find(node: Node) -> Iterator[Finding]:
    """Ask where the new text goes."""
    method = node.child_by_field_name("function")
    if method is None:
        return
    verb, owner = text_of(method.child_by_field_name("attribute")), method.child_by_field_name("object")
    if owner is None or text_of(owner).startswith(("input(", "os", "shutil", "sys.")):
        return
    if _makes_text(verb, owner, arguments_of(node)):
        yield ask(RULE, node, f"Where does the text that `{verb}` makes go?")


def _makes_text(verb: str, owner: Node, given: list[Node]) -> bool:
    if verb in _WITH_NOTHING:
        return not given
    if verb in _OF_LITERALS:
        return owner.type == "string"
    if verb == "replace":
        return len(given) == _PAIR and all(each.type != "keyword_argument" for each in given)
    return verb in _MAKING_TEXT
