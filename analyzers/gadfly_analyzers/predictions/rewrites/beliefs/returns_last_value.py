"""“A function gives back the value of its last line”, without `return`.

Functions that give nothing back are rewritten where they end with an expression that is no call.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, inserted
from gadfly_analyzers.predictions.rewrites.tree import FUNCTION, gives, is_plain, tails
from gadfly_analyzers.source import Source

MISCONCEPTION = "returns-last-value"
_NO_VALUES = ("assignment", "augmented_assignment", "await", "call", "string", "yield")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for function in source.nodes(FUNCTION):
        if is_plain(function) and not gives(function):
            for statement in tails(function):
                if statement.type == "expression_statement" and statement.named_children[0].type not in _NO_VALUES:
                    yield inserted(statement.start_byte, "return ")
