"""The operating system's limits for one run."""

from __future__ import annotations

import os
import resource
from typing import Any

OPEN_FILES = 512
RESERVE_BYTES = 64 * 1024 * 1024
TASKS = 256  # threads and processes; long before that, the keeper counts too many processes
MAPPED_BYTES = 512 * 1024 * 1024  # of address space, for libraries and files that take no memory of their own


def confine(limits: "dict[str, Any]") -> None:
    """Set the limits of this process and all that it starts."""
    lower_memory(limits["memory_bytes"])
    lower(
        resource.RLIMIT_CPU, limits["cpu_seconds"], 1
    )  # a second between the signal that tells and the one that kills
    lower(resource.RLIMIT_FSIZE, limits["file_bytes"])
    lower(resource.RLIMIT_CORE, 0)
    lower(resource.RLIMIT_NOFILE, OPEN_FILES)  # the channel has a higher number, so nothing can be put in its place


def lower_memory(more: int) -> None:
    """Allow this process only so much memory beyond what it has now."""
    size, data = memory_in_use()
    lower(resource.RLIMIT_DATA, more + data, RESERVE_BYTES)
    lower(resource.RLIMIT_AS, more + size + MAPPED_BYTES, RESERVE_BYTES)


def use_reserve() -> None:
    """Allow a little more memory than the student's code had, to tell that it had too little."""
    for kind in (resource.RLIMIT_DATA, resource.RLIMIT_AS):
        try:
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (hard, hard))
        except (ValueError, OSError):
            pass


def lower(kind: int, wanted: int, margin: int = 0) -> None:
    """Lower one limit as far as the system lets us; a platform without it goes without."""
    _, hard = resource.getrlimit(kind)
    bound = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    try:
        resource.setrlimit(kind, (bound, bound + margin if hard == resource.RLIM_INFINITY else hard))
    except (ValueError, OSError):
        pass


def memory_in_use() -> "tuple[int, int]":
    """Read how much address space the warm parent brought along, and how much data."""
    try:
        with open("/proc/self/statm") as file:
            size, _, _, _, _, data, *_ = (int(pages) * os.sysconf("SC_PAGE_SIZE") for pages in file.read().split())
            return size, data
    except (OSError, ValueError):
        return 0, 0


def limit_processes(more: int) -> None:
    """Allow this user only so many processes beyond those that run now; root is not bound by it."""
    try:
        numbers = [name for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        return
    lower(resource.RLIMIT_NPROC, sum(map(threads_of_ours, numbers)) + more)


def threads_of_ours(pid: str) -> int:
    """Count the threads of a process that is this user's, for the limit counts them, too."""
    try:
        return len(os.listdir(f"/proc/{pid}/task")) if os.stat(f"/proc/{pid}").st_uid == os.getuid() else 0
    except OSError:  # it ended meanwhile
        return 0
