"""Does a text hold a line of the program, written otherwise?"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from difflib import SequenceMatcher

from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.reading import Piece, Reading
from gadfly_analyzers.leaks.tokens import Tokens, is_name, read, telling
from gadfly_analyzers.leaks.verdict import Kind, Reason

_ALIKE, _SHORTEST = 0.6, 3
_HEADERS = ("if", "elif", "for", "while", "return")


def rewritten(reading: Reading, known: Known) -> Iterator[Reason]:
    """Give one reason if some piece is a statement much like one of the program's, and yet another."""
    if any(_is_rewritten(piece, known) for piece in reading.pieces):
        yield Reason(Kind.TOKEN, "writes a line of the program otherwise")


def _is_rewritten(piece: Piece, known: Known) -> bool:
    said = tuple(telling(piece.tokens))
    if len(said) < _SHORTEST or known.has(piece.tokens) or not _is_statement(piece):
        return False
    fresh_names = [token for token in said if is_name(token) and token not in known.given]
    return not fresh_names and any(_alike(said, tuple(telling(line))) for line in known.program)


def _is_statement(piece: Piece) -> bool:
    """Tell whether a piece is a whole statement; an assignment of a mere value only says what something is."""
    if piece.tokens[0] in _HEADERS:
        return True
    tree = read(piece.text)
    if tree is None or len(tree.body) != 1:
        return False
    statement = tree.body[0]
    if isinstance(statement, (ast.Assign, ast.AugAssign)):
        return any(isinstance(node, ast.Name) for node in ast.walk(statement.value))
    return not isinstance(statement, ast.Expr)


def _alike(piece: Tokens, line: Tokens) -> bool:
    return (
        piece[0] == line[0] and SequenceMatcher(None, piece, line, autojunk=False).ratio() >= _ALIKE if line else False
    )
