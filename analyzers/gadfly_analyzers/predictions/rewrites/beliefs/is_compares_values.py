"""“`is` asks whether two things are equal”: two lists with the same items are the same.

All `is` and `is not` are rewritten but those that ask for `None`, `True` or `False`.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, replaced
from gadfly_analyzers.predictions.rewrites.tree import written
from gadfly_analyzers.source import Source

MISCONCEPTION = "is-compares-values"
_SIGNS = {"is": "==", "is not": "!="}


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for each in source.nodes("comparison_operator"):
        if not any(side.type in ("none", "true", "false") for side in written(each)):
            for sign in each.children:
                if sign.type in _SIGNS:
                    yield replaced(sign, _SIGNS[sign.type])
