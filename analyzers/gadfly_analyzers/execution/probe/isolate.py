"""A network with nobody in it, for this process and whatever programs it starts (Linux).

The audit hook of ``guards`` refuses what Python itself asks for, in words; this holds for other programs too.
"""

from __future__ import annotations

import os

NEW_NETWORK = 0x40000000  # CLONE_NEWNET of <sched.h>
NEW_USER = 0x10000000  # CLONE_NEWUSER: what others than root need for a network of their own


def leave_network() -> bool:
    """Leave the machine's network for an empty one; false where the system has none to give."""
    try:
        import ctypes

        unshare = ctypes.CDLL(None).unshare
    except (ImportError, OSError, AttributeError, TypeError):
        return False
    if unshare(NEW_NETWORK) == 0:
        return True
    user, group = os.getuid(), os.getgid()
    if unshare(NEW_USER | NEW_NETWORK) != 0:
        return False
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        write(f"/proc/self/{name}", text)
    return True


def write(path: str, text: str) -> None:
    """Tell the kernel who we still are; without an answer we are nobody, which is no danger to others."""
    try:
        with open(path, "w") as file:
            file.write(text)
    except OSError:
        pass
