"""Signed lines from the run to its keeper; what else the student's code writes there is noticed."""

from __future__ import annotations

import fcntl
import json
import os
import resource
from typing import Any

from gadfly_analyzers.execution.probe.seal import Seal

LONGEST_LINE = 4 * 1024 * 1024
CLOSED = 71  # exit code: nobody listens any more, or the student's code closed every file
BROKEN = 72  # exit code: the student's code broke what runs it


class Channel:
    """Writes messages to a file descriptor, only in the process that opened it."""

    def __init__(self, descriptor: int, seal: Seal) -> None:
        self.descriptor = descriptor
        self.seal = seal
        self.owner = _who()

    def send(self, message: "dict[str, Any]") -> None:
        """Send one message; a process that the student's code forked ends here instead."""
        if _who() != self.owner:
            leave(0)
        data = encoded(message)
        if len(data) > LONGEST_LINE:
            return
        view = memoryview(b"\n" + self.seal.sign(data) + data + b"\n")
        try:
            while view:
                view = view[_write(self.descriptor, view) :]
        except OSError:
            leave(CLOSED)

    def check(self) -> None:
        """End the process if the student's code has closed every file."""
        try:
            _status(self.descriptor)
        except OSError:
            leave(CLOSED)


# As they are now: what the student's code puts in their places does not reach us.
leave, _who, _write, _status = os._exit, os.getpid, os.write, os.fstat
_words: Any = getattr(json.encoder, "c_make_encoder", None)
_parts: Any = _words and _words(
    None, json.JSONEncoder().default, json.encoder.encode_basestring_ascii, None, ": ", ", ", False, False, True
)


def encoded(message: "dict[str, Any]") -> bytes:
    """Write a message as JSON."""
    return ("".join(_parts(message, 0)) if _parts else json.dumps(message)).encode()


def high_descriptor(descriptor: int) -> int:
    """Move a descriptor to where loops over all small numbers do not find it; closed on exec."""
    moved = high_copy(descriptor)
    os.close(descriptor)
    return moved


def high_copy(descriptor: int) -> int:
    """Copy a descriptor to where loops over all small numbers do not find it; closed on exec."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    lowest = max(min(4096, soft if soft > 0 else 4096) - 32, 64)
    return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, lowest)
