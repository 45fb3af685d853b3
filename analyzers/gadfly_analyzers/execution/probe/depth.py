"""How deep a program lets Python go: what it asks for counts from where its test begins, for pytest needs room too."""

from __future__ import annotations

import builtins
import sys
from types import FrameType
from typing import Any, Optional

globals()["__builtins__"] = dict(vars(builtins))  # what the student's code puts in their place does not reach us

_set, _get, _frame = sys.setrecursionlimit, sys.getrecursionlimit, sys._getframe


class Depth:
    """Stands between the program and ``sys.setrecursionlimit``."""

    def __init__(self) -> None:
        self.usual = _get()
        self.wanted: Optional[int] = None  # less than is usual, asked for by what is no test
        self.below: Optional[int] = None  # frames below the test that runs

    def install(self) -> None:
        """Be asked from now on."""
        sys.setrecursionlimit = self.ask

    def ask(self, limit: Any, /) -> None:
        """Do what the program asks for; less than is usual only in tests, where nothing but them suffers."""
        if not isinstance(limit, int) or not 0 < limit < self.usual:
            _set(limit)
        elif self.below is None:
            self.wanted = limit
        else:
            _set(limit + self.below)

    def begin(self) -> None:
        """Let a test go as deep as the program wants."""
        self.below = frames()
        if self.wanted is not None:
            _set(self.wanted + self.below)

    def end(self) -> None:
        """Leave room for all that is no test."""
        self.below = None
        _set(max(self.usual, _get()))


def frames() -> int:
    """Count the frames that are at work."""
    count = 0
    frame: Optional[FrameType] = _frame(1)
    while frame is not None:
        count, frame = count + 1, frame.f_back
    return count
