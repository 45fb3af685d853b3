"""Which tests belong to a program, and where they run."""

from __future__ import annotations

import ast
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from glob import glob
from itertools import dropwhile, islice
from pathlib import Path

from gadfly_analyzers.files import content
from gadfly_analyzers.python_text import module_of

_PATTERNS = ("test_*.py", "*_test.py")
_TEST_FOLDERS = ("tests", "test")
_DEPTHS = ("", "*/", "*/*/")  # how deep tests lie in such a folder
_PROJECT = (".git", "pyproject.toml", "pytest.ini", "setup.cfg", "setup.py", "tox.ini")
_HIGHEST = 6  # folders above the program's
LARGEST_BYTES = 1_000_000
MOST_DEPTHS = 2  # times that ``**`` may stand in a glob
_ANY_DEPTH, _MOST_FOLDERS = "**", 3_000  # of a glob: so many folders are looked into


@dataclass(frozen=True, slots=True)
class Assignment:
    """A program, the test files that touch it, and the folder in which they run.

    The program's own tests (doctests, asserts under ``if __name__ == "__main__"``, ``name.in`` beside ``name.out``)
    are found when it runs and need no mention; ``glob`` is the one that was to find the test files.
    ``hidden`` tells that nothing of the tests may be kept on disk.
    """

    program: Path
    tests: tuple[Path, ...]
    root: Path
    glob: str | None = None
    hidden: bool = False


def find_assignment(
    program: Path,
    tests_glob: str | tuple[str, ...] | None = None,
    root: Path | None = None,
    *,
    within: Path | None = None,
    ours: Path | None = None,
) -> Assignment:
    """Find the tests that import the program, beside it or in the project's ``tests`` folders, or those of the globs.

    A relative glob counts from ``root``, else from the first folder in which it finds something:
    that of the program, then those above it up to the project's.
    Nothing outside of ``within`` counts, also if a link leads to it; ``within`` itself is not followed any more.
    What is below ``ours`` counts all the same: we made it of files that lie within.
    """
    program = program.absolute()
    globs = (tests_glob,) if isinstance(tests_glob, str) else tests_glob or ()
    if any(globs):
        folders = [root.absolute()] if root else _folders(program.parent)
        matching = (
            next((found for folder in folders if (found := matches(one, folder, program))), ()) for one in globs
        )
        tests = tuple(dict.fromkeys(path for found in matching for path in found))
    else:
        tests = _tests_of(program)
    named = ", ".join(globs) or None
    tests = tuple(path for path in tests if _lies(path, within) or (ours and _lies(path, ours)))
    return Assignment(program, tests, root.absolute() if root else _root(program, tests), named)


def _lies(path: Path, within: Path | None) -> bool:
    return within is None or path.resolve().is_relative_to(within)


def _tests_of(program: Path) -> tuple[Path, ...]:
    """Find the test files that import the program: near it, or else farther up in its project."""
    folders = _folders(program.parent)
    near = (path for path in _test_files(folders[:2]) if _imports(path, program, by_name=True))
    far = (path for path in _test_files(folders[2:]) if _imports(path, program, by_name=False))
    for found in (near, far):
        tests = tuple(path for path in found if path != program and not _is_of_namesake(path, program))
        if tests:
            return tests
    return ()


def _is_of_namesake(test: Path, program: Path) -> bool:
    """Tell whether another program of the same name lies nearer to a test."""
    tested = next((one.parent for one in test.parents if one.name in _TEST_FOLDERS), test.parent)
    bases = (test.parent, tested)
    return program.parent not in bases and any((base / program.name).exists() for base in bases)


def matches(pattern: str, folder: Path, program: Path) -> tuple[Path, ...]:
    """List the files that match a glob, absolute or counted from the folder; none for what is no glob at all.

    Nor for one with more than ``MOST_DEPTHS`` times ``**``: the time grows with a power of the depth.
    """
    if pattern.count("**") > MOST_DEPTHS:
        return ()
    try:
        found = _matching(Path(pattern).expanduser().parts, folder)
        paths = sorted({Path(os.path.normpath(one)) for one in found})
        return tuple(path for path in paths if path != program and path.suffix == ".py" and path.is_file())
    except (ValueError, RuntimeError, OSError):
        return ()


def _matching(parts: tuple[str, ...], folder: Path) -> Iterator[Path]:
    """Find what matches the parts of a glob; ``**`` stands for the nearest folders, so that no disk is searched."""
    at = parts.index(_ANY_DEPTH) if _ANY_DEPTH in parts else len(parts)
    found = (folder / one for one in glob(str(Path(*parts[:at])), root_dir=folder))  # noqa: PTH207 - may be absolute
    if at == len(parts):
        yield from found
        return
    rest = tuple(dropwhile(_ANY_DEPTH.__eq__, parts[at:])) or ("*",)
    for below in islice(_below(found), _MOST_FOLDERS):
        yield from _matching(rest, below)


def _below(folders: Iterable[Path]) -> Iterator[Path]:
    """Give folders and those in them that are not hidden, the nearest first; links to folders are not followed."""
    waiting = deque(folders)
    while waiting:
        folder = waiting.popleft()
        if folder.is_dir():
            yield folder
            with suppress(OSError), os.scandir(folder) as inside:
                names = sorted(each.name for each in inside if each.is_dir(follow_symlinks=False))
                waiting.extend(folder / name for name in names if not name.startswith("."))


def _folders(folder: Path) -> list[Path]:
    """List a folder and those above it that may belong to the same project: up to its root, else just one."""
    above = [folder, *list(folder.parents)[:_HIGHEST]]
    for number, one in enumerate(above):
        if any((one / mark).exists() for mark in _PROJECT):
            return above[: max(number + 1, 2)]
    return above[:2]


def _root(program: Path, tests: tuple[Path, ...]) -> Path:
    """Return the nearest folder of the project that holds the program and all its tests; if none does, its own."""
    holding = (one for one in _folders(program.parent) if all(_shows(one, test) for test in tests))
    return next(holding, program.parent)


def _shows(folder: Path, test: Path) -> bool:
    """Tell whether a test is below a folder, and in no hidden one there, such as that of a cache."""
    return folder in test.parents and not any(part.startswith(".") for part in test.relative_to(folder).parts)


def _test_files(folders: Sequence[Path]) -> Iterator[Path]:
    """List the test files in folders and in their folders for tests, the first folder's first."""
    places = [*folders[:1], *(base / name for base in folders for name in _TEST_FOLDERS), *folders[1:]]
    seen: set[Path] = set()  # as they are without links, which may lead round in circles
    for place in places:
        depths = _DEPTHS if place.name in _TEST_FOLDERS else _DEPTHS[:1]
        found = {path for depth in depths for name in _PATTERNS for path in place.glob(depth + name) if path.is_file()}
        nearest_last = sorted(found, key=lambda path: (len(path.parts), path), reverse=True)
        nearest = {path.resolve(): path for path in nearest_last}
        for path in sorted(path for real, path in nearest.items() if real not in seen):
            seen.add(path.resolve())
            yield path


def _imports(path: Path, program: Path, *, by_name: bool) -> bool:
    """Tell whether a test file imports the program; one that does not parse counts ``by_name``, if it names it."""
    name = program.stem
    try:
        text = content(path, LARGEST_BYTES)
    except OSError:
        return False
    if name.encode() not in text:
        return False
    try:
        tree = module_of(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return by_name
    if by_name:
        return any(_names(node, name) for node in ast.walk(tree))
    modules = {module for node in ast.walk(tree) for module in _modules(node)}
    parts = program.with_suffix("").parts
    return any(parts[-len(module) :] == module for module in modules)


def _modules(node: ast.AST) -> Iterator[tuple[str, ...]]:
    """Give the parts of each module's name that an import may mean."""
    if isinstance(node, ast.Import):
        yield from (tuple(alias.name.split(".")) for alias in node.names)
    if isinstance(node, ast.ImportFrom) and node.module:
        module = tuple(node.module.split("."))
        yield from (module, *((*module, alias.name) for alias in node.names))


def _names(node: ast.AST, name: str) -> bool:
    """Tell whether a piece of a test names the program: in an import, or as a string such as a file's name."""
    if isinstance(node, ast.Import):
        return any(name in alias.name.split(".") for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return name in (node.module or "").split(".") or any(alias.name == name for alias in node.names)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value in (name, f"{name}.py")
    return False
