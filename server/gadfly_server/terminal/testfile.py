"""A file of tests that was named in the place of the program that they are for."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

from gadfly_analyzers.python_text import module_of
from gadfly_server.terminal.programs import Unusable
from gadfly_server.wording import say


def is_test(name: str) -> bool:
    """Whether a file holds tests by its name."""
    return name.startswith("test_") or name.endswith("_test.py")


def refuse_tests(path: Path) -> None:
    """Raise ``Unusable`` with what to name instead, if a file is called a test file and holds nothing but tests."""
    if not is_test(path.name):
        return
    try:
        module = module_of(path.read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return  # whoever reads the program says what is wrong with it
    if not _has_only_tests(module):
        return
    if program := next(_programs(module, path.parent), None):
        raise Unusable(
            say("{file} holds tests. Name the program that they are for: {program}.", file=path, program=program)
        )
    raise Unusable(say("{file} holds tests. Name the program that they are for.", file=path))


def _has_only_tests(module: ast.Module) -> bool:
    """Tell whether there are tests, and beside them no function or class that could be what is studied."""
    defined = [node for node in module.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))]
    return any(_is_test(node) for node in defined) and all(_is_test(node) or _is_fixture(node) for node in defined)


def _is_test(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    if isinstance(node, ast.ClassDef):
        return node.name.startswith("Test") or any("TestCase" in ast.unparse(base) for base in node.bases)
    return node.name.startswith("test")


def _is_fixture(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    return any("fixture" in ast.unparse(decorator) for decorator in node.decorator_list)


def _programs(module: ast.Module, folder: Path) -> Iterator[Path]:
    """Give the files that the tests import, beside them or in the folder above."""
    folders = (folder, Path(os.path.normpath(folder / "..")))
    for node in ast.walk(module):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        for name in names:
            places = [place / f"{name.replace('.', '/')}.py" for place in folders]
            yield from (place for place in places if place.is_file())
