"""Typing for hours takes no more memory than typing for a minute."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path

import pytest

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


def test_python_keeps_nothing_of_a_keystroke() -> None:
    checker = Checker()
    source = typed(Source.parse(PROGRAM), checker, 400)
    tracemalloc.start()
    try:
        source = typed(source, checker, 400)
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        source = typed(source, checker, 2_000)
        gc.collect()
        # 20 bytes would be 2 MB, a twentieth of the server, after 100,000 keystrokes.
        assert tracemalloc.get_traced_memory()[0] - before <= 20 * 2_000
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(not STATUS.exists(), reason="needs /proc")
def test_the_process_stays_small_over_many_keystrokes() -> None:
    checker = Checker()
    source = typed(Source.parse(PROGRAM), checker, 2_000)
    before = resident()
    source = typed(source, checker, 20_000)
    assert source.text == PROGRAM
    assert resident() <= before * 1.05


def resident() -> int:
    """Give the pages of memory that this process holds."""
    gc.collect()
    return int(STATUS.read_text().split()[1])
