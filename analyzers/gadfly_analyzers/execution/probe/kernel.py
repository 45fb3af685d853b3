"""System calls for which Python has no function (Linux)."""

from __future__ import annotations

import os
import re
import signal
import sys
from typing import Any, Optional

try:
    import ctypes

    libc: Any = ctypes.CDLL(None, use_errno=True) if sys.platform.startswith("linux") else None
except (ImportError, OSError, TypeError):  # a Python without it, or a system without shared libraries
    libc = None

NEW_MOUNTS = 0x00020000
NEW_IPC = 0x08000000
NEW_USER = 0x10000000
NEW_PROCESSES = 0x20000000
NEW_NETWORK = 0x40000000

PR_SET_DUMPABLE = 4
PR_SET_NO_NEW_PRIVS = 38
_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE = 47, 2
_CLONE_VM = 0x100
_STACK_BYTES = 16 * 1024
_CAPABILITY_VERSION = 0x20080522
_MOUNT_SETATTR = 442
_AT_FDCWD = -100
_AT_RECURSIVE = 0x8000
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}

MS_NOSUID, MS_NODEV, MS_BIND, MS_REC, MS_PRIVATE = 2, 4, 4096, 16384, 1 << 18
MOUNT_READ_ONLY, MOUNT_NOSUID = 1, 2
MNT_DETACH = 2


def call(name: str, *arguments: Any) -> int:
    """Call a function of the C library that reports by ``errno``; raise ``OSError`` where it fails."""
    function = getattr(libc, name, None)
    if function is None:
        raise OSError(f"no {name} here")
    told = int(function(*map(_plain, arguments)))
    if told < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), name)
    return told


def _plain(value: Any) -> Any:
    """Give a value as C takes it: texts as bytes, numbers as long ones."""
    if isinstance(value, str):
        return os.fsencode(value)
    return ctypes.c_long(value) if isinstance(value, int) else value


def version() -> "tuple[int, ...]":
    """Give the first two numbers of this kernel's version."""
    return tuple(int(part) for part in re.findall(r"\d+", os.uname().release)[:2])


def works(name: str, *arguments: Any) -> bool:
    """Call a function; tell whether it went well."""
    try:
        call(name, *arguments)
    except OSError:
        return False
    return True


def mount(source: str, target: str, kind: str = "none", flags: int = 0, data: Optional[str] = None) -> None:
    """Mount something."""
    call("mount", source, target, kind, flags, data)


def bind(source: str, target: str) -> None:
    """Show a file or a folder, with all that is mounted below, at a second place."""
    mount(source, target, flags=MS_BIND | MS_REC)


def freeze(path: str, recursive: bool = True) -> None:
    """Make a mount, and those below it, one that nothing can be written to; needs Linux 5.12."""
    set_attributes(path, MOUNT_READ_ONLY | MOUNT_NOSUID, 0, _AT_RECURSIVE if recursive else 0)


def thaw(path: str) -> None:
    """Let a mount be written to again, and not those below it."""
    set_attributes(path, 0, MOUNT_READ_ONLY, 0)


def set_attributes(path: str, given: int, taken: int, flags: int) -> None:
    """Change what may be done with a mount."""
    attributes = (ctypes.c_uint64 * 4)(given, taken, 0, 0)
    call("syscall", _MOUNT_SETATTR, _AT_FDCWD, path, flags, ctypes.byref(attributes), ctypes.sizeof(attributes))


def enter_root(path: str) -> None:
    """Make a mounted folder the root of this process, and let go of the old one."""
    os.chdir(path)
    call("syscall", PIVOT_ROOT[os.uname().machine], ".", ".")  # puts the old root on top of the new one
    call("umount2", ".", MNT_DETACH)
    os.chdir("/")


def waiting_process() -> int:
    """Start a process that only waits; it shares our memory, so it costs next to nothing. Returns its id."""
    stack = ctypes.create_string_buffer(_STACK_BYTES)
    _stacks.append(stack)
    top = (ctypes.addressof(stack) + _STACK_BYTES) & ~15
    pause = ctypes.cast(libc.pause, ctypes.c_void_p)
    usual = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())  # else our handlers would run there
    of_children = signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # what ends as its child is gone, though it never waits
    try:
        return call("clone", pause, ctypes.c_void_p(top), _CLONE_VM | signal.SIGCHLD, None)
    finally:
        signal.signal(signal.SIGCHLD, of_children)
        signal.pthread_sigmask(signal.SIG_SETMASK, usual)


_stacks: "list[Any]" = []  # in use as long as the processes that wait


def keep_capabilities(*kept: int) -> bool:
    """Give up all rights of the superuser but some, for good."""
    mask = sum(1 << number for number in kept)
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0) if libc else None
    if header is None:
        return False
    held = (ctypes.c_uint32 * 6)()
    if not works("capget", header, held):
        return False
    low, high = held[1] & mask, held[4] & (mask >> 32)
    wanted = (ctypes.c_uint32 * 6)(low, low, low, high, high, high)
    if not works("capset", header, wanted):
        return False
    for number in kept:  # so that the programs it starts have them as well, whoever it is
        works("prctl", _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, number, 0, 0)
    return True
