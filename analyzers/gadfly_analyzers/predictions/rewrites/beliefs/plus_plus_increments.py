"""“`++i` adds one, and `--i` takes one away”, as in other languages.

Two signs without a space before a variable of the same function are rewritten, outside of comprehensions.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, replaced
from gadfly_analyzers.predictions.rewrites.tree import COMPREHENSIONS, Scopes, ancestor, field
from gadfly_analyzers.source import Source

MISCONCEPTION = "plus-plus-increments"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    scopes = Scopes(source)
    for each in source.nodes("unary_operator"):
        inner = field(each, "argument")
        variable = field(inner, "argument")
        if inner.type != "unary_operator" or variable.type != "identifier" or ancestor(each, *COMPREHENSIONS):
            continue
        signs, name = source.data[each.start_byte : variable.start_byte], text_of(variable)
        if signs in (b"++", b"--") and scopes.bind(name, each):
            yield replaced(each, f"({name} := {name} {signs[:1].decode()} 1)")
