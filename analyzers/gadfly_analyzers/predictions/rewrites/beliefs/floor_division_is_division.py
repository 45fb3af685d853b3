"""“`//` divides”: `7 // 2` is 3.5.

All `//` are rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, replaced
from gadfly_analyzers.predictions.rewrites.tree import field
from gadfly_analyzers.source import Source

MISCONCEPTION = "floor-division-is-division"
_SIGNS = {"//": "/", "//=": "/="}


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("binary_operator", "augmented_assignment"):
        sign = field(each, "operator")
        if sign.type in _SIGNS:
            yield replaced(sign, _SIGNS[sign.type])
