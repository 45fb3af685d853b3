"""The wall clock of one test: rings in the middle of the student's code, and goes on ringing while it is ignored."""

from __future__ import annotations

import builtins
import os
import signal
from time import monotonic
from types import FrameType
from typing import Callable, Optional

globals()["__builtins__"] = dict(vars(builtins))  # what the student's code puts in their place does not reach us

AGAIN_SECONDS = 0.1
EARLY_SECONDS = 0.005
QUEUE = "/proc/self/schedstat"  # nanoseconds on a processor, and of waiting for one


class Stopped(BaseException):
    """Raised inside the student's code when its time is over."""


class Clock:
    """Gives each test its seconds; ``on_ring`` is told the frame before the test is interrupted."""

    def __init__(self) -> None:
        self.on_ring: Callable[[Optional[FrameType]], None] = lambda frame: None
        self.seconds = 0.0
        self.lag = 0.0
        self.queue = -1
        self.queued = 0.0
        self.deadline = 0.0
        self.rang = False
        self.armed = False

    def begin(self, seconds: float, lag: float = 0.0) -> None:
        """Start the time of a test, and how much longer it may take if others have the processor."""
        self.seconds = seconds
        self.lag = lag
        if lag and self.queue < 0:
            self.queue = opened(QUEUE)
        self.queued = waiting(self.queue)
        self.deadline = monotonic() + seconds
        self.rang = False

    def extend(self, seconds: float) -> None:
        """Leave at least this much time from now on."""
        self.deadline = max(self.deadline, monotonic() + seconds)

    def end(self) -> None:
        """Forget the test."""
        self.disarm()

    def arm(self) -> None:
        """Let the alarm ring from now on."""
        self.armed = True
        signal.signal(signal.SIGALRM, self.ring)
        signal.setitimer(signal.ITIMER_REAL, max(self.deadline - monotonic(), 0.02), AGAIN_SECONDS)

    def disarm(self) -> None:
        """Keep it from ringing outside the student's code."""
        self.armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)

    def ring(self, number: int, frame: Optional[FrameType]) -> None:
        """Interrupt whatever runs."""
        if not self.armed or self.waited():
            return
        if not self.rang and monotonic() < self.deadline - EARLY_SECONDS:  # the program has set an alarm of its own
            self.arm()
            return
        if not self.rang:
            self.rang = True
            self.on_ring(frame)
        raise Stopped

    def waited(self) -> bool:
        """Tell whether the test still has time, for it waited for a processor meanwhile; it rings again soon."""
        if self.rang or not self.lag:
            return False
        return monotonic() < self.deadline + min(self.lag, waiting(self.queue) - self.queued)


def opened(path: str) -> int:
    """Open a file of the system; -1 where there is none."""
    try:
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return -1


def waiting(queue: int) -> float:
    """Give the seconds that this process has waited for a processor; 0 where nobody counts them."""
    try:
        return int(os.pread(queue, 64, 0).split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def words(seconds: float) -> str:
    """Word a duration."""
    return f"{seconds:g} s"
