"""What typing costs in memory, measured in a process of its own."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import tracemalloc
from pathlib import Path

from gadfly_analyzers.check import Checker
from gadfly_analyzers.source import Edit, Position, Source

STATUS = Path("/proc/self/statm")
PROGRAM = "".join(f"def f{number}(a, b=[]):\n    return a + b[{number}]\n\n\n" for number in range(25))


def typed(source: Source, checker: Checker, keystrokes: int) -> Source:
    """Type a text and take it away again, a character at a time."""
    for _ in range(keystrokes // 40):
        for column in range(20):
            source = source.edited([Edit(Position(2, column), Position(2, column), "x")])
            checker.check(source)
        for column in range(20, 0, -1):
            source = source.edited([Edit(Position(2, column - 1), Position(2, column), "")])
            checker.check(source)
    return source


def kept_of_a_keystroke() -> float:
    """Give the bytes that Python still holds for each keystroke."""
    checker = Checker()
    source = typed(Source.parse(PROGRAM), checker, 400)
    tracemalloc.start()
    source = typed(source, checker, 400)
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    source = typed(source, checker, 2_000)
    gc.collect()
    return (tracemalloc.get_traced_memory()[0] - before) / 2_000


def growth_over_many_keystrokes() -> float:
    """Give how many times as big the process is after 20,000 keystrokes."""
    checker = Checker()
    source = typed(Source.parse(PROGRAM), checker, 2_000)
    before = resident()
    source = typed(source, checker, 20_000)
    assert source.text == PROGRAM
    return resident() / before


def resident() -> int:
    """Give the pages of memory that this process holds, without those that it only keeps in store."""
    gc.collect()
    with contextlib.suppress(AttributeError):  # only glibc has it
        ctypes.CDLL(None).malloc_trim(0)
    return int(STATUS.read_text().split()[1])
