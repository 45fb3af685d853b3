"""Memory that came and went is given back, so that a server is as small after a day as after an hour."""

from __future__ import annotations

import contextlib
import sys

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # as malloc.h of glibc numbers them
_LARGE = 1 << 18  # bytes; those of less are too many to fetch each from the system


def tidy() -> None:
    """Keep large blocks apart from small ones, and those of all threads together; does nothing without glibc.

    By itself glibc puts blocks of up to 32 MiB among the small ones as soon as one of that size was freed, and small
    ones of each thread in a heap of its own; where one small block stays, the pages of what was around it may stay, too
    (mallopt(3), "M_MMAP_THRESHOLD" and "M_ARENA_MAX").
    """
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 - only where it is of use

    with contextlib.suppress(OSError, AttributeError):  # musl has no such thing
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, _LARGE)
        mallopt(_ARENA_MAX, 1)
