"""Which tests belong to a program, and where they run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PATTERNS = ("test_*.py", "*_test.py")
_TEST_FOLDERS = ("tests", "test")
LARGEST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Assignment:
    """A program, the test files that touch it, and the folder in which they run.

    The program's own tests (doctests, asserts under ``if __name__ == "__main__"``, ``name.in`` beside ``name.out``)
    are found when it runs and need no mention.
    """

    program: Path
    tests: tuple[Path, ...]
    root: Path


def find_assignment(program: Path, tests_glob: str | None = None, root: Path | None = None) -> Assignment:
    """Find the tests that import the program: beside it, in ``tests`` there or one folder above, or by the glob."""
    program = program.absolute()
    if tests_glob:
        base = root.absolute() if root else program.parent
        tests = tuple(sorted(path for path in base.glob(tests_glob) if path.is_file() and path != program))
    else:
        tests = tuple(path for path in _test_files(program.parent) if path != program and _imports(path, program))
    return Assignment(program, tests, root.absolute() if root else _root(program, tests))


def _root(program: Path, tests: tuple[Path, ...]) -> Path:
    """Return the folder that holds the program and all its tests, at most one above the program's."""
    above = program.parent.parent
    inside = all(program.parent in test.parents for test in tests)
    return program.parent if inside or not all(above in test.parents for test in tests) else above


def _test_files(folder: Path) -> Iterator[Path]:
    """List test files, nearest first."""
    places = [folder, *(base / name for base in (folder, folder.parent) for name in _TEST_FOLDERS)]
    seen: set[Path] = set()
    for place in places:
        for path in sorted({path for pattern in _PATTERNS for path in place.glob(pattern)}):
            if path.is_file() and path not in seen:
                seen.add(path)
                yield path


def _imports(path: Path, program: Path) -> bool:
    """Tell whether a test file imports the program; one that does not parse counts if it names it."""
    name = program.stem
    try:
        text = path.read_bytes()[: LARGEST_BYTES + 1]
    except OSError:
        return False
    if name.encode() not in text:
        return False
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return True
    return any(_names(node, name) for node in ast.walk(tree))


def _names(node: ast.AST, name: str) -> bool:
    """Tell whether a piece of a test names the program: in an import, or as a string such as a file's name."""
    if isinstance(node, ast.Import):
        return any(name in alias.name.split(".") for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return name in (node.module or "").split(".") or any(alias.name == name for alias in node.names)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value in (name, f"{name}.py")
    return False
