"""“The result of the inner call comes out by itself”: a function that calls itself need not give that result back.

Calls of a function by itself are rewritten that are the last thing it does, if it gives something back elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, inserted
from gadfly_analyzers.predictions.rewrites.tree import FUNCTION, field, gives, tails
from gadfly_analyzers.source import Source

MISCONCEPTION = "recursive-call-returns-by-itself"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for function in source.nodes(FUNCTION):
        for statement in tails(function):
            call = statement.named_children[0] if statement.type == "expression_statement" else statement
            if (
                call.type == "call"
                and gives(function)
                and text_of(field(call, "function")) == text_of(field(function, "name"))
            ):
                yield inserted(statement.start_byte, "return ")
