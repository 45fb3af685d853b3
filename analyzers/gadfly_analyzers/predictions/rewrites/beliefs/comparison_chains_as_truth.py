"""“`x == 3 == True` asks whether `x == 3` is true”: comparisons go from left to right, each with the last answer.

Comparisons with two signs are rewritten whose last side is `True` or `False`.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, inserted
from gadfly_analyzers.predictions.rewrites.tree import written
from gadfly_analyzers.source import Source

MISCONCEPTION = "comparison-chains-as-truth"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("comparison_operator"):
        sides = written(each)
        if len(sides) == 3 and sides[2].type in ("true", "false"):
            yield inserted(sides[0].start_byte, "(")
            yield inserted(sides[1].end_byte, ")")
