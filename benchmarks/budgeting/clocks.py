"""What processes have taken of the processor and hold of memory; others on the machine hardly change these (Linux)."""

from __future__ import annotations

import contextlib
import resource
import time

import psutil

_READINGS = 3


def cpu(process: int) -> float:
    """Seconds of processor time of all threads of a process, in nanoseconds exactly; see clock_getcpuclockid(3)."""
    return time.clock_gettime((~process << 3) | 2)


def cpu_of_family() -> float:
    """Seconds of processor time of this process and of all that came of it, in hundredths.

    Who ends between the reading of its parent and its own is in neither; so the most of several readings counts.
    """
    return max(_read_family() for _ in range(_READINGS))


def _read_family() -> float:
    ours, spent = psutil.Process(), 0.0
    for each in [ours, *ours.children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):
            times = each.cpu_times()
            spent += times.user + times.system + times.children_user + times.children_system
    return spent


def cpu_of_ended() -> float:
    """Seconds of processor time of all children of this process that have ended, exactly."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def resident(process: int) -> float:
    """MiB of memory that a process holds."""
    return float(psutil.Process(process).memory_info().rss) / 2**20
