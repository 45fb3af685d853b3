"""What changed versions of a program may not do, beyond what no run may: nobody has asked for what they do."""

from __future__ import annotations

import io
import os
import signal
import sys
import time
import types
import unittest.case
import warnings
from typing import Any

from gadfly_analyzers.execution.probe import guards, output

MEMORY_BYTES = 128 * 1024 * 1024


def install(guard: guards.Guards) -> None:
    """Let a version write nowhere, start nothing, end nothing, and wait for nothing."""
    guard.writable = ["/dev", guard.temporary[0]]
    guard.makes_folders = False
    guard.most = 0
    guard.limited = True  # threads may start
    for module, name in ((os, "_exit"), (os, "abort"), (os, "kill"), (os, "killpg"), (signal, "raise_signal")):
        setattr(module, name, ends)
    vars(signal).update(dict.fromkeys(("signal", "alarm", "setitimer", "pthread_sigmask"), ignores))
    vars(time).update(sleep=sleep)
    warnings.simplefilter("ignore")
    nothing: Any = types.SimpleNamespace(ndiff=lambda *_: (), pformat=lambda *_, **__: "")
    vars(unittest.case).update(difflib=nothing, pprint=nothing)  # the words of failures are not needed


def ends(*_args: Any) -> None:
    """Stand for what would end the process."""
    raise SystemExit(1)


def ignores(*_args: Any) -> None:
    """Stand for what would take away the signals that end a test."""


def sleep(seconds: float) -> None:
    """Take no time."""


class Nothing(io.RawIOBase):
    """Where everything that is printed goes."""

    def __init__(self, number: int) -> None:
        self.number = number

    def writable(self) -> bool:
        """Say yes."""
        return True

    def fileno(self) -> int:
        """Name the descriptor that a standard stream has."""
        return self.number

    def write(self, data: Any) -> int:
        """Forget; everything counts as written."""
        return len(data)


def is_open(stream: Any) -> bool:
    """Tell whether a stream is there and can be used."""
    try:
        return stream is not None and not stream.closed
    except ValueError:  # it was taken apart
        return False


class Streams:
    """Standard streams, made anew where a version has closed or replaced them."""

    def __init__(self) -> None:
        self.made: "dict[str, Any]" = {}

    def renew(self) -> None:
        """Put usable streams in place."""
        for name, number in (("stdin", 0), ("stdout", 1), ("stderr", 2)):
            stream = self.made.get(name)
            if not is_open(stream):
                made: Any = Nothing(number)
                stream = io.TextIOWrapper(made, encoding="utf-8", errors="backslashreplace") if number else None
                stream = self.made[name] = stream or output.no_input()
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
