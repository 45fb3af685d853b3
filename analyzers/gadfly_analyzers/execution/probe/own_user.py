"""A user of its own for a run that the superuser starts where processes have no namespace.

The system bounds how many processes a user has, the superuser's not at all; and whoever is another user can be ended
with all that he started in one step, which no flood of processes outruns.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal

from gadfly_analyzers.execution.probe import confine, kernel

FIRST, LAST = 61184, 65519  # what systemd, too, takes for users that are there for a while
_PR_SET_KEEPCAPS = 8


def chosen() -> int:
    """Choose the number of a user who has no process; keepers at the same time begin to look at other places."""
    taken, many = set(users()), LAST - FIRST + 1
    numbers = (FIRST + (os.getpid() + step) % many for step in range(many))
    return next((number for number in numbers if number not in taken), 0)


def users() -> "list[int]":
    """List to whom the processes of this machine belong."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            with contextlib.suppress(OSError):
                found.append(os.stat(f"/proc/{name}").st_uid)
    return found


def become(user: int) -> bool:
    """Be this user from now on, with rights that can still be given up, and with so many processes at most."""
    try:
        kernel.call("prctl", _PR_SET_KEEPCAPS, 1, 0, 0, 0)
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    except OSError:  # where only one user is known, as in the namespace of an ordinary one
        return False
    kernel.works("prctl", kernel.PR_SET_DUMPABLE, 1, 0, 0, 0)  # else it may not look at its own descriptors
    confine.lower(resource.RLIMIT_NPROC, confine.TASKS)
    return True


def end(user: int) -> None:
    """Kill all processes of this user in one step."""
    pid = os.fork()
    if pid == 0:
        try:
            os.setresuid(user, user, user)
            if kernel.keep_capabilities() and os.getresuid() == (user, user, user):
                os.kill(-1, signal.SIGKILL)
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
