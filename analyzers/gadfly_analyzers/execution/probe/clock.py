"""The wall clock of one test: rings in the middle of the student's code, and goes on ringing while it is ignored."""

from __future__ import annotations

import signal
import time
from types import FrameType
from typing import Callable, Optional

AGAIN_SECONDS = 0.1
BUSY = 0.8  # of its time on a processor, from which on a test has had it


class Stopped(BaseException):
    """Raised inside the student's code when its time is over."""


class Clock:
    """Gives each test its seconds; ``on_ring`` is told the frame before the test is interrupted."""

    def __init__(self) -> None:
        self.on_ring: Callable[[Optional[FrameType]], None] = lambda frame: None
        self.seconds = 0.0
        self.lag = 0.0
        self.used = 0.0
        self.deadline = 0.0
        self.rang = False
        self.armed = False

    def begin(self, seconds: float, lag: float = 0.0) -> None:
        """Start the time of a test, and how much longer it may take if others have the processor."""
        self.seconds = seconds
        self.lag = lag
        self.used = time.process_time()
        self.deadline = time.monotonic() + seconds
        self.rang = False

    def extend(self, seconds: float) -> None:
        """Leave at least this much time from now on."""
        self.deadline = max(self.deadline, time.monotonic() + seconds)

    def end(self) -> None:
        """Forget the test."""
        self.disarm()

    def arm(self) -> None:
        """Let the alarm ring from now on."""
        self.armed = True
        signal.signal(signal.SIGALRM, self.ring)
        signal.setitimer(signal.ITIMER_REAL, max(self.deadline - time.monotonic(), 0.02), AGAIN_SECONDS)

    def disarm(self) -> None:
        """Keep it from ringing outside the student's code."""
        self.armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)

    def ring(self, number: int, frame: Optional[FrameType]) -> None:
        """Interrupt whatever runs."""
        if not self.armed or self.waited():
            return
        if not self.rang:
            self.rang = True
            self.on_ring(frame)
        raise Stopped

    def waited(self) -> bool:
        """Tell whether the test still has time, for it has had little of a processor; it rings again soon."""
        had = time.process_time() - self.used
        return not self.rang and had < BUSY * self.seconds and time.monotonic() < self.deadline + self.lag


def words(seconds: float) -> str:
    """Word a duration."""
    return f"{seconds:g} s"
