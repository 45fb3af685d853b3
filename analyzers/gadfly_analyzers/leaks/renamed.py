"""Is a line of a worked example the very line that a repair has, with other names? Then it is the repair."""

from __future__ import annotations

import builtins
from collections.abc import Iterator

from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.reading import Reading
from gadfly_analyzers.leaks.tokens import Tokens, is_name, split
from gadfly_analyzers.leaks.verdict import Kind, Reason

FEWEST_TOKENS = 4  # fewer say nothing of what a line does


def renamed(reading: Reading, known: Known) -> Iterator[Reason]:
    """Give a reason if a line of code becomes a repair's line when its names are replaced one for one."""
    own = {_shape(line) for line in known.program}
    new = {_shape(line) for change in known.changes for line in change.after} - own
    said = {_shape(split(piece.text.strip())) for sentence in reading.sentences for piece in sentence.pieces}
    if any(len(line) >= FEWEST_TOKENS for line in said & new):
        yield Reason(Kind.SPLICE, "has a line that only a repair has, with other names")


def _shape(line: Tokens) -> Tokens:
    """A line with its names, but for those of Python, numbered in the order in which they come, and texts left out."""
    names: dict[str, str] = {}
    shape = []
    for token in line:
        if is_name(token) and not hasattr(builtins, token):
            shape.append(names.setdefault(token, f"name {len(names)}"))
        else:
            shape.append("text" if token[-1:] in ("'", '"') else token)
    return tuple(shape)
