"""“A function works on its own copy”: what it does to a list that it was given does not show outside.

Functions are rewritten that are followed by an empty line or by a simple statement, and are not decorated.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.copies import COPY
from gadfly_analyzers.predictions.rewrites.edit import Edit
from gadfly_analyzers.predictions.rewrites.functions import wrapped
from gadfly_analyzers.predictions.rewrites.tree import FUNCTION, changes_something, field, is_plain, written
from gadfly_analyzers.source import Source

MISCONCEPTION = "parameters-are-copies"


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    if not changes_something(source):
        return
    for function in source.nodes(FUNCTION):
        if written(field(function, "parameters")) and is_plain(function):
            yield from wrapped(source, function, "f(*s(a), **s(k))", COPY)
