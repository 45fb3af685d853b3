"""What a program says in its names and texts: things that may be told, and what another one says at the same place."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Collection, Iterator

_VALUES = (ast.List, ast.Tuple, ast.Set)
_NAMES = ("id", "name", "arg", "attr")
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])")
_SIGN = re.compile(r"[^A-Za-z_ ]")


def says_the_same(tree: ast.Module, other: ast.Module, things: Collection[str]) -> bool:
    """Tell whether all words of a program are things, or stand at that place in the other one, which has its shape.

    "Second" may not stand where the other one has "First", and letters may not be strung to words.
    """
    pairs = zip(_places(tree), _places(other), strict=False)
    return all(_fits(said, theirs, things) for mine, theirs in pairs for said in mine)


def is_written_plainly(program: str, tree: ast.Module) -> bool:
    """Tell whether numbers and texts are written as Python writes them: ``0xADD``, escapes and pieces may talk."""
    return _literals(program) == _literals(ast.unparse(tree))


def _places(node: ast.AST) -> Iterator[tuple[str, ...]]:
    """Give the names and texts of each place; a list of values is one, however many there are."""
    if isinstance(node, _VALUES) and all(isinstance(each, ast.Constant) for each in node.elts):
        yield tuple(text for each in node.elts for text in _text(each))
        return
    names = (getattr(node, field, None) for field in _NAMES)
    yield (*(name for name in names if isinstance(name, str) and len(name) > 1), *_text(node))
    for child in ast.iter_child_nodes(node):
        yield from _places(child)


def _text(node: ast.AST) -> tuple[str, ...]:
    return (node.value,) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ()


def _fits(said: str, theirs: tuple[str, ...], things: Collection[str]) -> bool:
    """Tell whether each sign stands at the place in the other program, and each word is a thing or stands there too."""
    if not _signs(said) <= {sign for each in theirs for sign in _signs(each)}:
        return False
    words, before = _words(said), [_words(each) for each in theirs]
    return all(word in things for word in words) or any(
        len(words) == len(each) and all(word in things or word == same for word, same in zip(words, each, strict=True))
        for each in before
    )


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _signs(text: str) -> set[str]:
    """The signs of a text beside its letters; one digit is as good as another."""
    return {"0" if sign in "0123456789" else sign for sign in _SIGN.findall(text)}


def _literals(program: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(program).readline)
    return [each.string.replace('"', "'") for each in tokens if each.type in (tokenize.NUMBER, tokenize.STRING)]
