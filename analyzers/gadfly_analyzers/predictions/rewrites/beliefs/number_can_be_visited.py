"""“A loop can count up to a number”: `for i in 3` gives 0, 1, 2.

Loops and comprehensions with one variable are rewritten; they differ where they visit a whole number.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper
from gadfly_analyzers.predictions.rewrites.tree import field
from gadfly_analyzers.source import Source

MISCONCEPTION = "number-can-be-visited"
_COUNTED = helper("lambda o: range(o) if type(o) is int else o")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for loop in source.nodes("for_statement", "for_in_clause"):
        if field(loop, "left").type == "identifier" and len(loop.children_by_field_name("right")) == 1:
            yield from around(field(loop, "right"), f"{_COUNTED}((", "))")
