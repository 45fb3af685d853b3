"""“A second name gets a list of its own”: after `b = a`, what is done to `b` does not show in `a`.

Assignments of a name, an attribute or an item are rewritten: lists, dictionaries and sets are copied, with what is in
them. Programs that change nothing in place are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.copies import COPY
from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper
from gadfly_analyzers.predictions.rewrites.tree import changes_something
from gadfly_analyzers.source import Source

MISCONCEPTION = "assignment-copies"
_COPY = helper(COPY)


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    if not changes_something(source):
        return
    for each in source.nodes("assignment"):
        value = each.child_by_field_name("right")
        if value is not None and value.type in ("identifier", "attribute", "subscript"):
            yield from around(value, f"{_COPY}(")
