"""“The first item is number one”: `items[1]` is the first item, and there is nothing at 0.

Single indexes of lists, tuples and texts are rewritten; those counted from the end stay as they are.
Whoever writes `items[0]` somewhere does not believe it, so such a program is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper
from gadfly_analyzers.predictions.rewrites.tree import ancestor, field
from gadfly_analyzers.source import Source

MISCONCEPTION = "index-starts-at-one"
_FROM_ONE = helper(
    "(lambda p: lambda o: o if type(o) not in (list, tuple, str) else type('', (), dict("
    "__getitem__=lambda s, i: o[p(o, i)], __setitem__=lambda s, i, v: o.__setitem__(p(o, i), v), "
    "__delitem__=lambda s, i: o.__delitem__(p(o, i))))())"
    "(lambda o, i: i if type(i) is not int or i < 0 else i - 1 if i else len(o))"
)


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    found = [each for each in source.nodes("subscript") if ancestor(each, "type") is None]
    indexes = [each.children_by_field_name("subscript") for each in found]
    if any(text_of(index) == "0" for each in indexes for index in each):
        return
    for each, index in zip(found, indexes, strict=True):
        if len(index) == 1 and index[0].type != "slice":
            yield from around(field(each, "value"), f"{_FROM_ONE}(")
