"""How a run's process ended, in words."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gadfly_analyzers.execution.limits import MEBIBYTE, Limits
from gadfly_analyzers.execution.results import Outcome, Stop

# Exit codes by which a run says that it can report no more.
CLOSED = 71
BROKEN = 72


def seconds(number: float) -> str:
    """Word a duration."""
    return f"{number:g} s"


def ending(told: Mapping[str, Any], late: str, limits: Limits, program: Path) -> tuple[Outcome, Stop]:
    """Word why the process of a run ended in the middle of a test; ``late`` is our own reason for killing it."""
    line = line_of_faults(str(told.get("faults", "")), program)
    if told.get("why") == "processes":
        return Outcome.STOPPED, Stop(f"stopped when it had started more than {limits.processes} processes", line)
    if told.get("why") == "memory":
        size = limits.memory_of_all_bytes // MEBIBYTE
        return Outcome.STOPPED, Stop(f"stopped when it wanted more than {size} MB of memory", line)
    if late:
        return Outcome.STOPPED, Stop(late, line)
    status = int(told.get("status", signal.SIGKILL))
    if os.WIFSIGNALED(status):
        return _by_signal(os.WTERMSIG(status), line, limits)
    return Outcome.ENDED, Stop(_by_exit(os.waitstatus_to_exitcode(status)), line)


def _by_exit(code: int) -> str:
    """Word an exit."""
    if code == CLOSED:
        return "the program closed the files that the test run needs"
    if code == BROKEN:
        return "the program broke the Python that ran it"
    return f"the program ended Python at once, with exit code {code}"


def _by_signal(number: int, line: int | None, limits: Limits) -> tuple[Outcome, Stop]:
    """Word a death by signal."""
    if number == signal.SIGXCPU:
        return Outcome.STOPPED, Stop(f"stopped after {limits.cpu_seconds} s of computing", line)
    if number in (signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT, signal.SIGILL, signal.SIGFPE):
        return Outcome.ENDED, Stop(f"the program crashed Python ({_name(number)})", line)
    if number == signal.SIGKILL:
        memory = f"{limits.memory_bytes // MEBIBYTE} MB"
        return Outcome.ENDED, Stop(f"the program was killed, by itself or for want of memory ({memory})", line)
    return Outcome.ENDED, Stop(f"the program was ended by the signal {_name(number)}", line)


def _name(number: int) -> str:
    """Name a signal."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def line_of_faults(faults: str, program: Path) -> int | None:
    """Find the innermost line of the program in what the interpreter's watchdog wrote, the latest entry first."""
    path = re.escape(str(program).encode("ascii", "backslashreplace").decode())
    dumps = re.split(r"^(?:Timeout|Fatal Python error|Current thread|Thread )", faults, flags=re.MULTILINE)
    for dump in reversed(dumps):
        found = re.search(rf'^  File "{path}", line (\d+)', dump, flags=re.MULTILINE)
        if found:
            return int(found.group(1))
    return None
