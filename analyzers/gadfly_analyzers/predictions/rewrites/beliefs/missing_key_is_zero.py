"""“A key that is not there yet counts as 0”: `counts[word] += 1` works for a new word.

Single indexes are rewritten, but for those behind `del`; they differ where a dictionary has no such key.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper
from gadfly_analyzers.predictions.rewrites.tree import ancestor, field
from gadfly_analyzers.source import Source

MISCONCEPTION = "missing-key-is-zero"
_WITH_ZERO = helper(
    "lambda o: o if type(o) is not dict else type('', (), dict("
    "__getitem__=lambda s, i: o.get(i, 0), __setitem__=lambda s, i, v: o.__setitem__(i, v)))()"
)


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("subscript"):
        indexes = each.children_by_field_name("subscript")
        if len(indexes) == 1 and indexes[0].type != "slice" and ancestor(each, "type", "delete_statement") is None:
            yield from around(field(each, "value"), f"{_WITH_ZERO}(")
