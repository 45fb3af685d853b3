"""“`input` gives a number when somebody types one.”

All calls of `input` are rewritten; they differ where what was typed is a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper
from gadfly_analyzers.predictions.rewrites.tree import calls
from gadfly_analyzers.source import Source

MISCONCEPTION = "input-is-number"
_NUMBER = helper(
    "(lambda d: lambda t: t if type(t) is not str or not d(t).replace('.', '', 1).isdigit() "
    "else int(t) if d(t).isdigit() else float(t))(lambda t: t.strip().lstrip('-'))"
)


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for call in calls(source, "input"):
        yield from around(call, f"{_NUMBER}(")
