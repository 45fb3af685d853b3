"""“A loop over a dictionary gives keys with their values.”

Loops and comprehensions with two variables are rewritten; they differ where they visit a dictionary.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper
from gadfly_analyzers.predictions.rewrites.tree import field, written
from gadfly_analyzers.source import Source

MISCONCEPTION = "dict-gives-pairs"
_PAIRS = helper("lambda o: o.items() if isinstance(o, dict) else o")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for loop in source.nodes("for_statement", "for_in_clause"):
        variables = field(loop, "left")
        if variables.type in ("pattern_list", "tuple_pattern") and len(written(variables)) == 2:
            yield from around(field(loop, "right"), f"{_PAIRS}(")
