"""What keeps a program or its tests from being run as they are, known before anything of them runs."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator, Sequence
from pathlib import Path

from gadfly_analyzers.execution.assignment import LARGEST_BYTES, Assignment
from gadfly_analyzers.execution.results import Problem, ProblemKind
from gadfly_analyzers.files import content

MOST_TESTS = 500  # files: to load more takes longer than tests may take


def unreadable(program: Path) -> Problem | None:
    """Tell why a program cannot be run at all."""
    try:
        data = content(program, LARGEST_BYTES)
    except OSError as error:
        message = f"`{program.name}` cannot be read: {error.strerror}."
        return Problem(ProblemKind.UNREADABLE, message, program)
    if len(data) > LARGEST_BYTES:
        message = f"`{program.name}` is larger than 1 MB, too large to work with here."
        return Problem(ProblemKind.TOO_LARGE, message, program)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"`{program.name}` is not UTF-8 text: line {line} has a letter that cannot be read."
        return Problem(ProblemKind.UNREADABLE, message, program, line)
    return _read_as_another_text(program, data, text)


def _read_as_another_text(program: Path, data: bytes, text: str) -> Problem | None:
    """Tell of a program of which Python would read another text than everybody sees, for it names an encoding."""
    try:
        named, lines = tokenize.detect_encoding(io.BytesIO(data).readline)
        if data.decode(named) in (text, text.removeprefix("\ufeff")):
            return None
    except SyntaxError:  # Python itself says what is wrong with it
        return None
    except (LookupError, ValueError):
        pass
    message = f"`{program.name}` says on line {len(lines)} that it is {named} text. Please take that out: it is UTF-8."
    return Problem(ProblemKind.UNREADABLE, message, program, len(lines))


def overshadowed(assignment: Assignment) -> Problem | None:
    """Tell of a package or a compiled module that tests would import in place of the program."""
    program = assignment.program
    folder, name = program.parent, program.stem
    try:
        compiled = (one for end in ("so", "pyd") for one in folder.iterdir() if _is_compiled(one.name, name, end))
        found = next(compiled, None)
        package = folder / name / "__init__.py"
        found = package if package.is_file() else found
    except OSError:
        return None
    if found is None or not assignment.tests:
        return None
    other = found.relative_to(folder)
    message = f"`import {name}` takes `{other}`, not `{program.name}`. Please rename one of the two."
    return Problem(ProblemKind.PROGRAM_DOES_NOT_LOAD, message, program)


def _is_compiled(file: str, name: str, ending: str) -> bool:
    """Tell whether a file may be a module of that name in machine code, such as ``name.cpython-311-x86_64.so``."""
    return file.startswith(f"{name}.") and file.endswith(f".{ending}")


def within_reason(tests: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """Leave out files of tests that nobody could load in time, and tell of them."""
    large = [test for test in tests if _is_large(test)]
    others = [test for test in tests if test not in large]
    return others[:MOST_TESTS], [*_told_of(large, others)]


def _told_of(large: list[Path], others: list[Path]) -> Iterator[Problem]:
    for test in large:
        message = f"`{test.name}` is larger than 1 MB, too large to work with here."
        yield Problem(ProblemKind.TESTS_DO_NOT_LOAD, message, test)
    if len(others) > MOST_TESTS:
        message = f"There are {len(others)} files with tests. The first {MOST_TESTS} of them were run, and no others."
        yield Problem(ProblemKind.TESTS_DO_NOT_LOAD, message, others[MOST_TESTS])


def _is_large(test: Path) -> bool:
    try:
        return test.stat().st_size > LARGEST_BYTES
    except OSError:
        return False
