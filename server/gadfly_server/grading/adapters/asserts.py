"""Makes a pytest module of loose statements, as data sets have them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Literal

from gadfly_analyzers.python_text import module_of

Statement = tuple[Literal["setup", "test"], str]


def pytest_module(statements: Sequence[Statement], imports: Sequence[str] = ("program",)) -> str:
    """Write one test for each statement that is one, after what it needs from the statements before it."""
    heads = [f"from {name} import *" for name in imports]
    tests = [
        "\n".join([f"def test_{number}():", *(f"    {line}" for one in body for line in one.splitlines())])
        for number, body in enumerate(_bodies(statements), 1)
    ]
    return "\n\n\n".join(["\n".join(heads), *tests]) + "\n"


def statements_of(text: str) -> list[Statement]:
    """Split loose Python into statements: assertions are tests, all else prepares them. Raises ``SyntaxError``."""
    return [("test" if isinstance(node, ast.Assert) else "setup", ast.unparse(node)) for node in module_of(text).body]


def _bodies(statements: Sequence[Statement]) -> list[list[str]]:
    defined: dict[str, int] = {}
    found = []
    for index, (kind, text) in enumerate(statements):
        if kind == "setup":
            defined |= dict.fromkeys(_set_by(text), index)
            continue
        start = _start(statements, index, defined)
        before = [_without_assert(one) if sort == "test" else one for sort, one in statements[start:index]]
        found.append([*before, text])
    return found


def _start(statements: Sequence[Statement], index: int, defined: dict[str, int]) -> int:
    """Find the first statement that a test needs, also for what the statements in between need."""
    start, before = index, index + 1
    while start < before:
        before = start
        used = {name for _, text in statements[start : index + 1] for name in _used_by(text)}
        start = min([start, *(defined[name] for name in used if name in defined)])
    return start


def _used_by(text: str) -> set[str]:
    return {
        node.id for node in ast.walk(module_of(text)) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def _set_by(text: str) -> set[str]:
    tree = module_of(text)
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    return named | imported


def _without_assert(text: str) -> str:
    """Give what an assertion evaluates, so that its effects still happen."""
    statement = module_of(text).body[0]
    return ast.unparse(statement.test) if isinstance(statement, ast.Assert) else text
