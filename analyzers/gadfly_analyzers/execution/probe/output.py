"""What a test prints: bounded, in the order of writing, whichever way it is written."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from typing import Any, List, Optional

from gadfly_analyzers.execution.probe import channel


class Sink:
    """A hidden file that descriptors 1 and 2 lead to; what exceeds the bound is counted as written and dropped."""

    def __init__(self, descriptor: int, bound: int) -> None:
        self.descriptor = descriptor
        self.bound = bound
        self.room = bound
        self.streams: List[Any] = []  # all that there were: a thread may still be printing to one

    def begin(self) -> None:
        """Start afresh for a test, with streams that work even if the last test broke them."""
        os.ftruncate(self.descriptor, 0)
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        self.room = self.bound
        streams = {"stdout": stream(self, 1), "stderr": stream(self, 2), "stdin": no_input()}
        self.streams += streams.values()
        for name, text in streams.items():
            setattr(sys, name, text)
            setattr(sys, f"__{name}__", text)

    def write(self, data: bytes) -> None:
        """Keep as much as there is room for."""
        if self.room > 0:
            kept = data[: self.room]
            self.room -= len(kept)
            try:
                os.write(self.descriptor, kept)
            except OSError:  # the student's code closed every file
                self.room = 0

    def text(self) -> str:
        """Give what was written since the beginning, bounded."""
        for name in ("stdout", "stderr"):
            try:
                getattr(sys, name).flush()
            except Exception:  # the student's code may have closed or replaced it
                continue
        try:
            data = os.pread(self.descriptor, self.bound, 0)
        except OSError:  # the student's code closed every file
            return ""
        return data.decode("utf-8", "backslashreplace").replace("\r\n", "\n")


class Tap(io.RawIOBase):
    """The raw end of a text stream into the sink."""

    def __init__(self, sink: Sink, number: int) -> None:
        self.sink = sink
        self.number = number

    def writable(self) -> bool:
        """Say yes."""
        return True

    def fileno(self) -> int:
        """Name the descriptor that a standard stream has."""
        return self.number

    def write(self, data: Any) -> int:
        """Hand on; everything counts as written."""
        octets = bytes(data)
        self.sink.write(octets)
        return len(octets)


class NoInput(io.RawIOBase):
    """Standard input of a test: nothing is ever there."""

    def readable(self) -> bool:
        """Say yes."""
        return True

    def fileno(self) -> int:
        """Name the descriptor that standard input has."""
        return 0

    def readinto(self, buffer: Any) -> int:
        """Be at the end."""
        return 0


def no_input() -> io.TextIOWrapper:
    """Make a standard input that is at its end."""
    return io.TextIOWrapper(NoInput(), encoding="utf-8")  # type: ignore[arg-type] # raw is enough


def stream(sink: Sink, number: int) -> io.TextIOWrapper:
    """Make a text stream like ``sys.stdout``."""
    return io.TextIOWrapper(Tap(sink, number), encoding="utf-8", errors="backslashreplace", write_through=True)  # type: ignore[arg-type] # raw is enough


def redirect(bound: int, folder: Optional[str] = None) -> Sink:
    """Lead the standard descriptors away from whatever they were."""
    descriptor = channel.high_copy(hidden_file(folder))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    return Sink(descriptor, bound)


def hidden_file(folder: Optional[str]) -> int:
    """Open a file without a name."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("output")
    with tempfile.TemporaryFile(dir=folder) as file:
        return os.dup(file.fileno())
