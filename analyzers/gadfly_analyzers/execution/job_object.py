"""A job object of Windows around an interpreter and all that it starts: untested, written to its documentation.

See "Job Objects" and ``JOBOBJECT_EXTENDED_LIMIT_INFORMATION`` in the Windows API reference.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

_EXTENDED_LIMITS = 9
_ACTIVE_PROCESSES, _PROCESS_MEMORY, _DIE_QUIETLY, _KILL_ON_CLOSE = 0x8, 0x100, 0x400, 0x2000
_SET_QUOTA, _TERMINATE = 0x100, 0x1


class _Basic(ctypes.Structure):
    _fields_ = (
        ("per_process_time", ctypes.c_int64),
        ("per_job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limits(processes: int, memory_bytes: int) -> _Extended:
    """Write down the limits; what is left of the job ends when its last handle is closed."""
    told = _Extended()
    told.basic.flags = _ACTIVE_PROCESSES | _PROCESS_MEMORY | _DIE_QUIETLY | _KILL_ON_CLOSE
    told.basic.active_processes = processes
    told.process_memory = memory_bytes
    return told


class Handle:
    """What Windows keeps open for us until it is closed: a process, or a job, whose processes end with its last one."""

    def __init__(self, kernel: Any, handle: ctypes.c_void_p) -> None:
        self._kernel = kernel
        self.handle = handle

    def close(self) -> None:
        """Close it; nothing at the second call."""
        if self.handle.value:
            self._kernel.CloseHandle(self.handle)
            self.handle = ctypes.c_void_p()


def confine(pid: int, processes: int, memory_bytes: int) -> Handle | None:
    """Put a process into a job of its own; ``None`` on other systems, or if it fails."""
    if sys.platform != "win32":
        return None
    return made(ctypes.WinDLL("kernel32", use_last_error=True), pid, limits(processes, memory_bytes))


def made(kernel: Any, pid: int, told: _Extended) -> Handle | None:
    """Make a job with these limits around a process.

    What the process starts from then on is in the job, too; the warm interpreter starts nothing before it has greeted.
    """
    for function in (kernel.CreateJobObjectW, kernel.OpenProcess):
        function.restype = ctypes.c_void_p  # a handle is as long as a pointer
    job = Handle(kernel, ctypes.c_void_p(kernel.CreateJobObjectW(None, None)))
    process = Handle(kernel, ctypes.c_void_p(kernel.OpenProcess(_SET_QUOTA | _TERMINATE, False, pid)))
    good = (
        job.handle.value
        and process.handle.value
        and kernel.SetInformationJobObject(job.handle, _EXTENDED_LIMITS, ctypes.byref(told), ctypes.sizeof(told))
        and kernel.AssignProcessToJobObject(job.handle, process.handle)
    )
    process.close()
    if not good:
        job.close()
    return job if good else None
