"""What pytest hands to a test, such as ``capsys``: nothing that a student has to know to say what should come out."""

from __future__ import annotations

import ast
from collections.abc import Collection
from textwrap import dedent

from gadfly_analyzers.python_text import expression_of, module_of

_FIXTURES = frozenset({"capsys", "capsysbinary", "capfd", "capfdbinary", "caplog", "monkeypatch", "request"})
_PRINTED = frozenset({"capsys.readouterr().out", "capfd.readouterr().out"})
_READ = "readouterr"


def fixtures_of(test: str) -> frozenset[str]:
    """The names in the head of a test, given by its text, for which pytest hands it something of its own."""
    try:
        heads = (node.args for node in module_of(dedent(test)).body if isinstance(node, ast.FunctionDef))
        return frozenset(each.arg for head in heads for each in head.args) & _FIXTURES
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()


def is_all_printed(text: str, test: str) -> bool:
    """Whether an expression of a test is all that was printed in it: who reads that twice gets what came in between."""
    return text in _PRINTED and test.count(_READ) == 1


def names_any(text: str, fixtures: Collection[str]) -> bool:
    """Whether an expression speaks of what pytest hands to a test."""
    tree = _read(text)
    return tree is not None and any(_is_one_of(fixtures, node) for node in ast.walk(tree))


def without(text: str, fixtures: Collection[str]) -> str:
    """The expression with calls that are not given any: ``run(capsys, 3)`` is ``run(3)``."""
    tree = _read(text)
    if tree is None or not names_any(text, fixtures):
        return text
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        call.args = [each for each in call.args if not _is_one_of(fixtures, each)]
        call.keywords = [each for each in call.keywords if not _is_one_of(fixtures, each.value)]
    return ast.unparse(tree)


def _read(text: str) -> ast.expr | None:
    try:
        return expression_of(text)
    except (SyntaxError, ValueError, RecursionError):
        return None


def _is_one_of(fixtures: Collection[str], node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in fixtures
