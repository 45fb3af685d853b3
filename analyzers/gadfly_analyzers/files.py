"""Read files that somebody else put there: a pipe or a device in their place would never come to an end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def content(path: Path, largest: int) -> bytes:
    """Return the bytes of a regular file, at most one more than the largest number; raises ``OSError``."""
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        kind = os.fstat(opened).st_mode
        if not stat.S_ISREG(kind):
            raise OSError(errno.EINVAL, "it is a folder" if stat.S_ISDIR(kind) else "it is not a file", str(path))
        with os.fdopen(opened, "rb", closefd=False) as stream:
            return stream.read(largest + 1)
    finally:
        os.close(opened)
