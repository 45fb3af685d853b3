"""Does a text hold a piece of code that a known repair has and the student's program has not, at that place?"""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from gadfly_analyzers.leaks.changes import Change
from gadfly_analyzers.leaks.frames import is_norm
from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.reading import Piece, Reading, Sentence
from gadfly_analyzers.leaks.tokens import any_holds, is_literal, is_name, is_operator, telling
from gadfly_analyzers.leaks.verdict import Kind, Reason

_VALUES = ("True", "False", "None")  # what runs give, too
_SORTS = {
    "operator": "names an operator that only a repair has",
    "name": "has a name that only a repair has there",
    "literal": "has a value that only a repair has there",
    "piece": "has a piece of code that only a repair has",
}


def foreign(reading: Reading, known: Known) -> Iterator[Reason]:
    """Give one reason for each sort of such a piece."""
    found = (
        sort for sentence in reading.sentences for piece in sentence.pieces for sort in _sorts(piece, sentence, known)
    )
    for sort in dict.fromkeys(found):
        yield Reason(Kind.TOKEN, _SORTS[sort])


def _sorts(piece: Piece, sentence: Sentence, known: Known) -> Iterator[str]:
    for change in known.changes:
        if sort := _sort(piece, sentence, known, change):
            yield sort


def _sort(piece: Piece, sentence: Sentence, known: Known, change: Change) -> str | None:
    said = tuple(telling(piece.tokens))
    if not said:
        return "operator" if _is_mark(piece, change) and is_norm(sentence.prose) else None
    if len(said) == 1:
        return _single(said[0], piece, sentence, known, change)
    fresh = set(change.new) - known.given
    if any(token in fresh and _counts(token) for token in said):
        return "piece"
    if known.has(piece.tokens) or not any_holds(change.after, piece.tokens):
        return None
    return "piece" if set(said) & set(change.new) else None


def _is_mark(piece: Piece, change: Change) -> bool:
    """Tell whether a piece is the very mark that a text lacks which cannot be read."""
    return change.unreadable and len(piece.tokens) == 1 and piece.tokens[0] in change.new


def _counts(token: str) -> bool:
    return is_operator(token) or is_name(token) or keyword.iskeyword(token)


def _single(token: str, piece: Piece, sentence: Sentence, known: Known, change: Change) -> str | None:
    """Judge a single token: what the program has elsewhere counts only as what should be at the place."""
    if token not in change.new or (token in _VALUES and not _ought(sentence)):
        return None
    if is_operator(token) or keyword.iskeyword(token):
        sort = "operator"
    else:
        sort = "name" if is_name(token) else "literal" if is_literal(token) else "piece"
    if token not in known.given:
        return sort
    if any(token in line for line in known.heard):
        return None
    here = bool(sentence.lines & change.lines)
    if sort == "operator" and (piece.set_off or len(token) > 1):
        fresh_here = not known.stands(token, change.lines)
        return sort if fresh_here and (here or is_norm(sentence.prose)) and token not in change.gone else None
    if sort == "name":
        swapped = any(is_name(gone) for gone in change.gone) and is_norm(sentence.prose) and _ought(sentence)
        return sort if swapped else None
    return sort if sort == "literal" and _ought(sentence) and here else None


def _ought(sentence: Sentence) -> bool:
    """Tell whether it says what ought to stand there."""
    ought = (
        "should",
        "instead",
        "rather than",
        "supposed",
        "use",
        "using",
        "replace",
        "what if",
        "meant",
        "ought",
        "must",
    )
    return any(f" {word} " in f" {sentence.prose} " for word in ought)
