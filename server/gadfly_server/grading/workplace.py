"""A transcript's program with its tests, written where they can run."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.python_text import module_of
from gadfly_server.grading.transcript import Transcript


@contextmanager
def workplace(transcript: Transcript, program: str, around: Path | None = None) -> Iterator[Assignment]:
    """Write one version of the program beside its tests; both are gone afterwards.

    Versions that are written one after another into the same folder ``around`` them have the same paths, so that what
    was prepared of their tests serves all of them.
    """
    with _fresh(around / "version") if around else TemporaryDirectory(prefix="gadfly-grading-") as place:
        folder = Path(place)
        for name, text in transcript.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8", errors="surrogatepass")
        path, tests = folder / f"{transcript.module}.py", folder / f"test_of_{transcript.module}.py"
        path.write_text(program, "utf-8", errors="surrogatepass")
        tests.write_text(transcript.tests, "utf-8", errors="surrogatepass")
        yield Assignment(path, (tests,) if transcript.tests.strip() else (), folder)


@contextmanager
def _fresh(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def also(assignment: Assignment, name: str, text: str) -> Assignment:
    """Give an assignment with other tests in its place, which are written beside the program."""
    path = assignment.root / name
    path.write_text(text, "utf-8", errors="surrogatepass")
    return Assignment(assignment.program, (path,), assignment.root)


def parsed(text: str) -> ast.Module | None:
    """Give a text as Python reads it, if it can."""
    try:
        return module_of(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
