"""Finding and ending processes that a run left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from typing import Iterator

PR_SET_PDEATHSIG = 1
_NO_FILES = ("RssAnon:", "RssShmem:", "Pss_Anon:", "Pss_Shmem:")
PR_SET_CHILD_SUBREAPER = 36
OF_A_SOCKET = 212_992  # bytes that may wait in one, by what Linux allows unasked
# Has the interpreter write down where it is, even in the middle of a long computation in C.
TELL: int = getattr(signal, "SIGRTMAX", signal.SIGUSR2)


def control(option: int, value: int) -> bool:
    """Call ``prctl`` where there is one."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        import ctypes

        return bool(ctypes.CDLL(None).prctl(option, value, 0, 0, 0) == 0)
    except (ImportError, OSError, AttributeError):
        return False


def become_subreaper() -> None:
    """Let orphaned descendants become children of this process, so that none gets lost."""
    control(PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent() -> None:
    """Have the kernel end this process when its parent ends."""
    control(PR_SET_PDEATHSIG, signal.SIGKILL)


def give_way(nice: int) -> None:
    """Lower the priority of our whole session: where Linux shares processors between sessions, ours counts within it.

    It takes only so many such changes a second; where that was too many, the session has its full share.
    """
    with contextlib.suppress(OSError):
        if nice:
            with open("/proc/self/autogroup", "w") as group:
                group.write(str(nice))


def wake_on_child() -> int:
    """Make a descriptor readable whenever a child ends."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    return reading


def ended_children() -> "Iterator[tuple[int, int]]":
    """Collect the children that have ended, as (pid, status)."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        yield pid, status


def children_of(pid: int) -> "list[int]":
    """Read the children of a process."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [int(child) for child in file.read().split()]
    except (OSError, ValueError):
        return []


def descendants_of(pid: int, most: int = sys.maxsize) -> "list[int]":
    """Read all processes below a process, or a few more than so many of them."""
    found: "list[int]" = []
    waiting = children_of(pid)
    while waiting and len(found) <= most:
        child = waiting.pop()
        found.append(child)
        waiting += children_of(child)
    return found


def take_more_than(pids: "list[int]", most: int) -> bool:
    """Tell whether processes have more memory together; what several share counts once, which is slower to find.

    What waits in sockets is the kernel's memory, which no limit of the system counts.
    """
    waiting = len(sockets_of(pids)) * OF_A_SOCKET
    return waiting + memory_in("status", pids) > most and waiting + memory_in("smaps_rollup", pids) > most


def sockets_of(pids: "list[int]") -> "set[str]":
    """Name the sockets that processes have, each once."""
    found: "set[str]" = set()
    for pid in pids:
        with contextlib.suppress(OSError), os.scandir(f"/proc/{pid}/fd") as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    found.add(os.readlink(entry.path))
    return {name for name in found if name.startswith("socket:")}


def memory_in(table: str, pids: "list[int]") -> int:
    """Add up, in bytes, what a table of ``/proc`` says of the memory of processes that no file stands for."""
    found = 0
    for pid in pids:
        with contextlib.suppress(OSError), open(f"/proc/{pid}/{table}") as file:
            lines = [line.split() for line in file if line.startswith(_NO_FILES)]
            found += sum(int(line[1]) for line in lines)
    return found * 1024


def kill_tree(pid: int) -> None:
    """Stop a process and all below it, then kill them: stopped ones cannot fork on."""
    doomed = [pid, *descendants_of(pid)]
    for number in (signal.SIGSTOP, signal.SIGKILL):
        for one in doomed:
            send(one, number)
    send(-pid, signal.SIGKILL)  # its session, where there is no /proc to look into


def kill_children(spared: int = 0) -> None:
    """Kill the children of this process but one: with the first one of a namespace the kernel ends all that is in it.

    No flood of processes outruns that, while to look for each of them takes longer the more there are.
    """
    for child in children_of(os.getpid()):
        if child != spared:
            send(child, signal.SIGKILL)


def end_below(spared: "set[int]", seconds: float) -> None:
    """Kill all that is below this process, apart from some, until nothing is left or the time is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        doomed = [pid for pid in descendants_of(os.getpid()) if pid not in spared]
        if not doomed:
            break
        for number in (signal.SIGSTOP, signal.SIGKILL):
            for pid in doomed:
                send(pid, number)
        for pid in doomed:
            try:
                os.waitpid(pid, os.WNOHANG)
            except ChildProcessError:
                pass  # a child of another one of them


def send(pid: int, number: int) -> None:
    """Send a signal to a process that may be gone."""
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        pass
