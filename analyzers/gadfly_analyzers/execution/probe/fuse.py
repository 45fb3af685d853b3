"""Ends what no counter of steps sees: long work inside one operation, and waiting for what never comes."""

from __future__ import annotations

import signal
from types import FrameType
from typing import Callable, Optional

from gadfly_analyzers.execution.probe.clock import Stopped

COMPUTING_SECONDS = 0.05  # of the processor's time, so that a busy machine does not matter
STUCK_SECONDS = 0.25  # of the processor's time; an operation that Python cannot interrupt ends the process
WAITING_SECONDS = 1.0  # of the clock
AGAIN_SECONDS = 0.02
_set = signal.setitimer


class Fuse:
    """Is lit for each test of a candidate; ``burned`` tells that it has interrupted the test."""

    def __init__(self, on_burn: Callable[[], None]) -> None:
        self.on_burn = on_burn
        self.computing = COMPUTING_SECONDS
        self.lit = False
        self.burned = False

    def prepare(self) -> None:
        """Take the signals."""
        signal.signal(signal.SIGVTALRM, self.burn)
        signal.signal(signal.SIGALRM, self.burn)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)

    def light(self) -> None:
        """Let it burn from now on."""
        self.burned = False
        self.lit = True
        _set(signal.ITIMER_VIRTUAL, self.computing, AGAIN_SECONDS)
        _set(signal.ITIMER_PROF, self.computing + STUCK_SECONDS)
        _set(signal.ITIMER_REAL, WAITING_SECONDS + self.computing, AGAIN_SECONDS)

    def quench(self) -> None:
        """Interrupt nothing any more."""
        self.lit = False
        for timer in (signal.ITIMER_PROF, signal.ITIMER_VIRTUAL, signal.ITIMER_REAL):
            _set(timer, 0)

    def burn(self, number: int, frame: Optional[FrameType]) -> None:
        """Interrupt the test, again and again while it goes on."""
        if not self.lit:
            return
        self.burned = True
        self.on_burn()
        raise Stopped
