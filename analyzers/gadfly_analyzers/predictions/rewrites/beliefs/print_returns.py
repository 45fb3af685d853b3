"""“What a function prints is what it gives back.”

Functions that give nothing back are rewritten where they end with `print` of one value; a `print` inside a loop may run
many times, and what is believed of that differs from person to person.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.predictions.rewrites.edit import Edit, helper, replaced
from gadfly_analyzers.predictions.rewrites.tree import FUNCTION, calls, field, gives, is_statement, tails, written
from gadfly_analyzers.source import Source

MISCONCEPTION = "print-returns"
_PRINT = helper("lambda x, **k: (print(x, **k), x)[1]")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    prints = [call for call in calls(source, "print") if is_statement(call) and _has_one(field(call, "arguments"))]
    for function in source.nodes(FUNCTION):
        if not gives(function):
            for statement in tails(function):
                if statement.type == "expression_statement" and statement.named_children[0] in prints:
                    call = statement.named_children[0]
                    yield replaced(field(call, "function"), f"return {_PRINT}")


def _has_one(arguments: Node) -> bool:
    values = [each for each in written(arguments) if each.type != "keyword_argument"]
    return len(values) == 1 and values[0].type not in ("list_splat", "dictionary_splat")
