"""How much of a student's program is in another one, whatever the names and values are."""

from __future__ import annotations

import io
import keyword
import tokenize
from collections.abc import Iterator
from difflib import SequenceMatcher

_CALLED = frozenset({"abs", "append", "enumerate", "len", "max", "min", "print", "range", "sorted", "sum", "zip"})
_FEWEST = 3  # tokens in a row: fewer of them are in every program
_KINDS = {tokenize.NUMBER: "number", tokenize.STRING: "string"}


def resemblance(text: str, program: str) -> float:
    """Give the share of the shorter one that both have, as runs of tokens in the same order: 0.0 to 1.0."""
    one, other = list(_tokens(text)), list(_tokens(program))
    matching = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in matching if block.size >= _FEWEST)
    return shared / max(1, min(len(one), len(other)))


def _tokens(text: str) -> Iterator[str]:
    """Give the tokens of a program that Python can read, names and values as what kind they are."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.NAME:
                yield token.string if keyword.iskeyword(token.string) or token.string in _CALLED else "name"
            elif token.type == tokenize.OP or token.type in _KINDS:
                yield _KINDS.get(token.type, token.string)
    except (tokenize.TokenError, SyntaxError):  # of a program that cannot be read, what comes before that
        return
