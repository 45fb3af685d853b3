"""Pieces of code as tokens, written the same whatever their spacing, quotes and needless parentheses."""

from __future__ import annotations

import ast
import keyword
import re
import warnings
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from gadfly_analyzers.python_text import module_of

Tokens = tuple[str, ...]
_TOKEN = re.compile(
    r"""(?P<string>[rbfuRBFU]{0,2}(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))|\d+\.?\d*(?:e[+-]?\d+)?|[^\W\d]\w*"""
    r"""|\*\*=|//=|>>=|<<=|\.\.\.|[-+*/%=<>!&|^@:]=|=!|\*\*|//|->|<>|&&|\|\||\+\+|--|\S"""
)
LONGEST = 2_000  # bytes of a piece that is read as code
_OPERATORS = frozenset(
    [
        "+",
        "-",
        "*",
        "/",
        "//",
        "%",
        "**",
        "<",
        "<=",
        ">",
        ">=",
        "==",
        "!=",
        "=!",
        "and",
        "or",
        "not",
        "in",
        "is",
        "&",
        "|",
        "^",
        "+=",
        "-=",
        "*=",
        "/=",
        "//=",
        "%=",
        "**=",
        "=",
    ]
)
_LAYOUT = frozenset("()[]{},:.;`")
# What a piece may need around it to be a program: a block, a colon with a block, an `if` above its `else`.
_HEADS = ("{}", "{}\n    pass", "{}:\n    pass", "if x: pass\n{}", "if x: pass\n{}:\n    pass")


@lru_cache(maxsize=4096)
def tokens(text: str) -> Tokens:
    """Give the tokens of a piece of code, of any text at all."""
    return split(written_plainly(text))


def split(text: str) -> Tokens:
    """Cut a text into tokens as it is written."""
    return tuple(_plain(found.group()) if found["string"] else found.group() for found in _TOKEN.finditer(text))


def written_plainly(text: str) -> str:
    """Write a piece of code as Python itself would, where it can be read; other pieces stay as they are."""
    piece = text.strip()
    found = _as_part(piece)
    if found is None:
        return piece
    head, tree = found
    lines = ast.unparse(tree).split("\n")[2 if head.startswith("if x") else 0 :]
    return "\n".join(line for line in lines if line.strip() != "pass" or piece == "pass")


def statements_of(text: str) -> list[ast.stmt]:
    """Read a piece of code as a part of a program; nothing if it is none."""
    head, tree = _as_part(text.strip()) or ("", None)
    first = tree.body[0] if tree and tree.body else None
    if head.startswith("if x") and isinstance(first, ast.If):
        return first.orelse
    return tree.body if tree else []


@lru_cache(maxsize=512)
def _as_part(piece: str) -> tuple[str, ast.Module] | None:
    """Read a piece with what it may need around it."""
    heads = _HEADS if len(piece) <= LONGEST else ()
    trees = ((head, read(head.format(piece))) for head in heads)
    return next(((head, tree) for head, tree in trees if tree is not None), None)


def read(text: str) -> ast.Module | None:
    """Read a program; ``None`` for what is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return module_of(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def plain_lines(text: str) -> list[str]:
    """Give the lines of a program as Python would write them, without comments and docstrings."""
    tree = read(text)
    if tree is None:
        return [line.split("#")[0].rstrip() for line in text.split("\n")]
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Module, ast.AsyncFunctionDef)):
            told = ast.get_docstring(node, clean=False)
            if told is not None:
                node.body[:1] = [ast.Pass()] if len(node.body) == 1 else []
    return [line for line in ast.unparse(tree).split("\n") if line.strip()]


def holds(tokens: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether tokens hold others side by side, in their order."""
    length = len(part)
    return any(tuple(tokens[at : at + length]) == tuple(part) for at in range(len(tokens) - length + 1))


def any_holds(lines: Collection[Tokens], part: Sequence[str]) -> bool:
    """Tell whether one of several lines holds tokens."""
    return any(holds(line, part) for line in lines)


def is_operator(token: str) -> bool:
    """Tell whether a token joins or compares or assigns."""
    return token in _OPERATORS


def is_name(token: str) -> bool:
    """Tell whether a token is a name that somebody chose, or that of something built in."""
    return token.isidentifier() and not keyword.iskeyword(token)


def is_literal(token: str) -> bool:
    """Tell whether a token is a number or a text."""
    return token[:1].isdigit() or token[-1:] in ("'", '"')


def telling(part: Sequence[str]) -> Iterator[str]:
    """Give the tokens that are more than layout."""
    return (token for token in part if token not in _LAYOUT)


def _plain(string: str) -> str:
    try:
        return repr(ast.literal_eval(string))
    except (SyntaxError, ValueError):
        return string
