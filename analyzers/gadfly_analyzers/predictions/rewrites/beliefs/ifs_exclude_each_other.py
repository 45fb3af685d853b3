"""“Of several `if` in a row only one is taken”: the first one whose condition holds.

An `if` is rewritten that follows another one without `elif` or `else` at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.predictions.rewrites.edit import Edit, replaced
from gadfly_analyzers.source import Source

MISCONCEPTION = "ifs-exclude-each-other"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("if_statement"):
        before = each.prev_named_sibling
        while before is not None and before.type == "comment":
            before = before.prev_named_sibling
        if before is not None and before.type == "if_statement" and not _goes_on(before):
            yield replaced(each.children[0], "elif")


def _goes_on(statement: Node) -> bool:
    """Tell whether the `if` has other parts already."""
    return bool(statement.children_by_field_name("alternative"))
