"""“Where one path gives `True`, the others give `False`”: no path ends without an answer.

Only functions are rewritten whose answers are all `True` or all `False`: for others people believe different things.
They have to be followed by an empty line or a simple statement, to begin with one or with a loop or `if`, and not to
be decorated.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit
from gadfly_analyzers.predictions.rewrites.functions import believed_to_give, wrapped
from gadfly_analyzers.predictions.rewrites.tree import FUNCTION, is_plain, returns
from gadfly_analyzers.source import Source

MISCONCEPTION = "every-path-returns"
_OTHER = {"True": "False", "False": "True"}


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    for function in source.nodes(FUNCTION):
        answers = {text_of(each.named_children[0]) if each.named_children else "" for each in returns(function)}
        other = _OTHER.get(answers.pop()) if len(answers) == 1 else None
        if other is not None and is_plain(function):
            beginning = believed_to_give(function, other)
            wrapping = wrapped(source, function, f"(lambda r: {other} if r is None else r)(f(*a, **k))")
            if beginning and wrapping:
                yield from (*beginning, *wrapping)
