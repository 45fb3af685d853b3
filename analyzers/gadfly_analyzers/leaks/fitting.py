"""Could a piece of code of a text do anything in the student's program?"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterator

from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.reading import Piece, Reading
from gadfly_analyzers.leaks.tokens import is_operator, statements_of, telling
from gadfly_analyzers.python_text import literal_of

_BUILTINS = frozenset(dir(builtins))
# What is typed elsewhere, or put in: "Open the Python shell and type …", "Did you try it for `n >= 2`?"
_ELSEWHERE = re.compile(
    r"\b(?:shell|interpreter|console)\b|"
    r"\b(?:try|tried|test|tested|run|ran) (?:it|this|that)(?: again)? (?:for|with|on)\b"
)


def fresh_pieces(reading: Reading, known: Known) -> list[Piece]:
    """Give the pieces of a text that are fresh, and not what is to be tried elsewhere or put in."""
    return [
        piece
        for sentence in reading.sentences
        if not _ELSEWHERE.search(sentence.prose)
        for piece in sentence.pieces
        if is_fresh(piece, known)
    ]


def is_fresh(piece: Piece, known: Known) -> bool:
    """Tell whether a piece says more than the student has at hand, and speaks of the same things.

    A mere value or a call with values is what runs are spoken of with; what has no name in common with the student's
    program is of another one.
    """
    said = tuple(telling(piece.tokens))
    if not said or known.has(piece.tokens) or _is_value(piece.text) or _is_input(piece.text, known):
        return False
    if len(said) == 1 and (is_operator(said[0]) or keyword.iskeyword(said[0]) or piece.text.strip().startswith(".")):
        return True
    return bool(statements_of(piece.text)) and not (
        _is_of_another(piece.text, known) or _is_of_another(piece.whole, known)
    )


def _is_of_another(code: str, known: Known) -> bool:
    names = frozenset(_names(ast.Module(statements_of(code), []))) - _BUILTINS
    return bool(names) and names.isdisjoint(known.given)


def _names(tree: ast.Module) -> Iterator[str]:
    """Give the names that a piece shares with what is around it, not those that live in one expression of it."""
    inner = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    for node in ast.walk(tree):
        if isinstance(node, ast.comprehension):
            inner |= {name.id for name in ast.walk(node.target) if isinstance(name, ast.Name)}
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
    yield from (node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id not in inner)


def _is_input(text: str, known: Known) -> bool:
    """Tell whether a piece only says what is put in: "try it with `n = 2`", "your program calls `half(3)`"."""
    name, _, value = text.partition("=")
    parameters = {each for function in known.source.functions() for each in function.parameters}
    if name.strip() in parameters and _is_value(value):
        return True
    called, bracket, values = text.partition("(")
    return bool(bracket) and called in known.words and text.endswith(")") and _is_value(f"({values[:-1]},)")


def _is_value(text: str) -> bool:
    try:
        literal_of(text)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return False
    return True
