"""Programs that read and print, tested by files: ``name.in`` is typed, ``name.out`` is what should be printed."""

from __future__ import annotations

import io
import os
import sys
from typing import Any, Dict, List, Optional

import pytest

from gadfly_analyzers.execution.probe import places

MOST = 1_000_000
_FOLDERS = ("", "tests", "test", "data", "cases")


class PairItem(pytest.Item):
    """Runs the program as a script with the input typed, and compares what it prints."""

    def __init__(self, *, program: str, **options: Any) -> None:
        super().__init__(**options)
        self.program = program
        self.gadfly_line = 1
        self.gadfly_failure: Optional[Dict[str, Any]] = None
        self.given = os.path.join(os.path.dirname(program), self.name)
        self.wanted = os.path.splitext(self.given)[0] + ".out"
        self.gadfly_source = f"input:\n{read(self.given)}\noutput:\n{read(self.wanted)}"

    def reportinfo(self) -> Any:
        """Say where it is written."""
        return self.fspath, 0, self.name

    def runtest(self) -> None:
        """Run the program and compare."""
        printed = Printed(sys.stdout)
        stdin, stdout, argv = sys.stdin, sys.stdout, sys.argv
        sys.stdin, sys.stdout = typed(read(self.given)), printed
        wanted = read(self.wanted)
        self.gadfly_failure = {"line": None, "source": os.path.basename(self.program), "want": wanted, "printed": True}
        try:
            self.execute()
        finally:
            sys.stdin, sys.stdout, sys.argv = stdin, stdout, argv
        if lines_of(printed.getvalue()) != lines_of(wanted):
            self.gadfly_failure["got"] = printed.getvalue()
            raise AssertionError(self.name)

    def execute(self) -> None:
        """Run the program as a script; leaving by ``sys.exit`` is as good as reaching the end."""
        from gadfly_analyzers.execution.probe.program import execute

        sys.argv = [self.program]
        try:
            execute(self.program, places.parsed(self.program), "__main__")
        except SystemExit as error:
            if error.code not in (None, 0):
                raise


def typed(text: str) -> io.TextIOWrapper:
    """Make a standard input out of a text."""
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")


class Printed(io.StringIO):
    """Keeps what is printed, up to a bound, and shows it to the usual output too."""

    def __init__(self, other: Any) -> None:
        super().__init__()
        self.other = other

    def write(self, text: str) -> int:
        """Keep and show."""
        self.other.write(text)
        return super().write(text) if self.tell() < MOST else len(text)

    def close(self) -> None:
        """Stay open, whatever the program closes."""


def pairs_of(program: str) -> List[str]:
    """List the inputs that belong to a program, relative to its folder: those of its name, or all beside it."""
    folder = os.path.dirname(program)
    stem = os.path.splitext(os.path.basename(program))[0]
    found = []
    for place in _FOLDERS:
        path = os.path.join(folder, place)
        names = files_in(path)
        whole = [name for name in names if name.endswith(".in") and name[:-3] + ".out" in names]
        found += [os.path.join(place, name) for name in whole if belongs(name, stem, names if not place else [])]
    return found


def files_in(folder: str) -> List[str]:
    """List the files of a folder, none of one that may not be read; to read a pipe or a device would never end."""
    try:
        return sorted(one.name for one in os.scandir(folder) if one.is_file())
    except OSError:
        return []


def belongs(name: str, stem: str, beside: List[str]) -> bool:
    """Tell whether an input is the program's: by its name, or because there is no other program it could be for."""
    if name.startswith(stem):
        return True
    programs = [one for one in beside if one.endswith(".py") and not one.startswith("test_")]
    return len(programs) == 1


def read(path: str) -> str:
    """Read a small text file."""
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read(MOST)


def lines_of(text: str) -> List[str]:
    """Split into lines without white space at their ends, nor empty lines at the end."""
    return [line.rstrip() for line in text.rstrip().splitlines()]
