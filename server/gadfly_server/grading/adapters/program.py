"""A program on disk with its tests, as a transcript of no turns."""

from __future__ import annotations

from pathlib import Path

from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_server.grading.files import Unreadable, text_of
from gadfly_server.grading.transcript import Transcript


def about(path: Path, tutor: str) -> Transcript:
    """Read a program and the tests that import it; several test files become one. Raises ``Unreadable``."""
    if not path.stem.isidentifier():
        raise Unreadable(f"{path}: tests can import a program only if its name is a Python name, such as program.py.")
    text = text_of(path)
    tests = [text_of(each) for each in find_assignment(path).tests]
    return Transcript(
        id=path.stem,
        tutor=tutor,
        problem=path.stem,
        program=text,
        module=path.stem,
        tests="\n\n".join(tests),
        turns=(),
    )


def needed(program: Path | None, what: str) -> Path:
    """Give the program that was named. Raises ``Unreadable`` if none was."""
    if program is None:
        raise Unreadable(f"{what} does not hold the program: name it with --program FILE.")
    return program
