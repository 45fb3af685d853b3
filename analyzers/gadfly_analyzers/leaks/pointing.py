"""Does a text point more precisely than its level allows?"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.leaks.budgets import Budget
from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.reading import Reading
from gadfly_analyzers.leaks.tokens import any_holds, holds, telling
from gadfly_analyzers.leaks.verdict import Kind, Reason

_WHOLE = 3  # tokens from which a piece is more than a name


def pointing(reading: Reading, known: Known, budget: Budget) -> Iterator[Reason]:
    """Give the ways in which a text points too precisely."""
    pieces = [piece.tokens for piece in reading.pieces]
    if not budget.lines:
        if any(sentence.lines for sentence in reading.sentences):
            yield Reason(Kind.POINT, "names a line")
        quoted = (piece for piece in pieces if len(piece) >= _WHOLE and not any_holds(known.tests, piece))
        if any(any_holds(known.program, piece) for piece in quoted):
            yield Reason(Kind.POINT, "quotes a piece of a statement")
    elif not budget.parts:
        parts = (tuple(telling(change.gone)) for change in known.changes)
        if any(
            len(piece) >= _WHOLE and _is_part(piece, known) and holds(tuple(telling(piece)), part)
            for part in parts
            if part
            for piece in pieces
        ):
            yield Reason(Kind.POINT, "quotes the very part of a statement that matters")


def _is_part(piece: tuple[str, ...], known: Known) -> bool:
    """Tell whether a piece is less than a whole line of the program."""
    return piece not in known.program and any_holds(known.program, piece)
