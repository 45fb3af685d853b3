"""“`items.append(x)` gives the longer list”: so one may write `items = items.append(x)`.

Calls of methods that change a list or set are rewritten whose value is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit
from gadfly_analyzers.predictions.rewrites.methods import giving_back
from gadfly_analyzers.source import Source

MISCONCEPTION = "append-returns"
_METHODS = ("add", "append", "extend", "insert", "remove", "update")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    yield from giving_back(source, *_METHODS)
