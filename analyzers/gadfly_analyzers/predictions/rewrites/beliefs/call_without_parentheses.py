"""“Naming a function runs it”: a line that holds only `greet` or `items.sort` does the work.

Lines with nothing but the name of a function of the program that needs no arguments, or of a method, are rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, inserted
from gadfly_analyzers.predictions.rewrites.tree import FUNCTION, field, parameters, written
from gadfly_analyzers.source import Source

MISCONCEPTION = "call-without-parentheses"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    functions = {text_of(field(each, "name")) for each in source.nodes(FUNCTION) if not parameters(each)}
    for statement in source.nodes("expression_statement"):
        named = written(statement)
        if len(named) == 1 and (named[0].type == "attribute" or text_of(named[0]) in functions):
            yield inserted(named[0].end_byte, f" if not callable({text_of(named[0])}) else {text_of(named[0])}()")
