"""What pytest hands to a test, such as ``capsys``: nothing that a student has to know to say what should come out."""

from __future__ import annotations

import ast

from gadfly_analyzers.python_text import expression_of

_FIXTURES = frozenset(
    {"capsys", "capsysbinary", "capfd", "capfdbinary", "caplog", "monkeypatch", "request", "tmp_path", "tmpdir"}
)
_PRINTED = frozenset({"capsys.readouterr().out", "capfd.readouterr().out"})


def is_printed(text: str) -> bool:
    """Whether an expression of a test is all that was printed."""
    return text in _PRINTED


def names_fixture(text: str) -> bool:
    """Whether an expression speaks of what pytest hands to a test."""
    tree = _read(text)
    return tree is not None and any(_is_fixture(node) for node in ast.walk(tree))


def without_fixtures(text: str) -> str:
    """The expression with calls that are not given any: ``run(capsys, 3)`` is ``run(3)``."""
    tree = _read(text)
    if tree is None or not names_fixture(text):
        return text
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        call.args = [each for each in call.args if not _is_fixture(each)]
        call.keywords = [each for each in call.keywords if not _is_fixture(each.value)]
    return ast.unparse(tree)


def _read(text: str) -> ast.expr | None:
    try:
        return expression_of(text)
    except (SyntaxError, ValueError, RecursionError):
        return None


def _is_fixture(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in _FIXTURES
