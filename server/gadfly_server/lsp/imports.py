"""The files around a program that its run reads too: what it and its tests import, as far as that lies beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_analyzers.execution.assignment import LARGEST_BYTES
from gadfly_analyzers.files import content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from gadfly_analyzers.execution.assignment import Assignment

MOST_FILES = 200
# Names too many, such as those in a string, do no harm: only files that are there count.
_IMPORT = re.compile(
    rb"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import\b[ \t]*(\([^)]*|[^#\r\n]*)|import[ \t]+([^#\r\n]+))", re.MULTILINE
)
_NAME = re.compile(rb"[\w.]+")


def files_beside(assignment: Assignment, program: bytes) -> list[Path]:
    """The test files, each ``conftest.py`` around them, and all that these and the program import from the folder."""
    folders = list(dict.fromkeys([assignment.root, *(path.parent for path in (assignment.program, *assignment.tests))]))
    found = dict.fromkeys([*assignment.tests, *(folder / "conftest.py" for folder in folders)])
    todo = [path for name in _imported(program) for path in _files(name, folders)] + list(found)
    looked_at: set[Path] = {assignment.program}
    while todo and len(found) < MOST_FILES:
        path = todo.pop(0)
        if path in looked_at:
            continue
        looked_at.add(path)
        if (text := _read(path)) is not None:
            found[path] = None
            todo.extend(each for name in _imported(text) for each in _files(name, [*folders, path.parent]))
    return list(found)


def _imported(text: bytes) -> Iterator[tuple[str, ...]]:
    """The dotted names that a text imports; what follows ``from x import`` may be a module of its own."""
    for module, names, modules in _IMPORT.findall(text):
        around = _parts(module)
        if around:
            yield around
        for name in _NAME.findall(names or modules):
            yield (*around, *_parts(name))


def _parts(name: bytes) -> tuple[str, ...]:
    return tuple(part for part in name.decode("utf-8", "replace").split(".") if part)


def _files(name: tuple[str, ...], folders: list[Path]) -> Iterator[Path]:
    """Where a module may lie, its packages first."""
    for folder in folders:
        place = folder
        for part in name:
            yield place / f"{part}.py"
            place /= part
            yield place / "__init__.py"


def _read(path: Path) -> bytes | None:
    try:
        return content(path, LARGEST_BYTES)
    except (OSError, ValueError):
        return None
