"""“A copy has copies of everything”: after `b = list(a)` even the rows of `b` are its own.

Rewritten are `list(…)`, `dict(…)`, `set(…)`, `….copy()` and `…[:]`, in programs that change something in place.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.copies import COPY
from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper
from gadfly_analyzers.predictions.rewrites.tree import calls, changes_something, field, method_calls, written
from gadfly_analyzers.source import Source

MISCONCEPTION = "copy-is-deep"
_COPY = helper(COPY)


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    if not changes_something(source):
        return
    whole = (each for each in source.nodes("subscript") if text_of(each.child_by_field_name("subscript")) == ":")
    copies = [each for each in whole if not _is_changed(each)]
    copies += [call for call, _, arguments in method_calls(source, "copy") if not written(arguments)]
    copies += [call for call in calls(source, "list", "dict", "set") if written(field(call, "arguments"))]
    for each in copies:
        yield from around(each, f"{_COPY}(")


def _is_changed(slice_of: Node) -> bool:
    parent = slice_of.parent
    return parent is None or parent.type == "delete_statement" or parent.child_by_field_name("left") == slice_of
