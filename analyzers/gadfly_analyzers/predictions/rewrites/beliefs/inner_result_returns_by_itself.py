"""“The result of the function that I call comes out by itself”: the caller need not give it back.

Calls are rewritten that are the last thing a function does, of other functions of the program that give something back.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, inserted
from gadfly_analyzers.predictions.rewrites.tree import FUNCTION, field, gives, tails
from gadfly_analyzers.source import Source

MISCONCEPTION = "inner-result-returns-by-itself"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    found = list(source.nodes(FUNCTION))
    giving = {text_of(field(each, "name")) for each in found if gives(each)}
    for function in found:
        others = giving - {text_of(field(function, "name"))}
        for statement in tails(function):
            call = statement.named_children[0] if statement.type == "expression_statement" else statement
            if call.type == "call" and text_of(field(call, "function")) in others:
                yield inserted(statement.start_byte, "return ")
