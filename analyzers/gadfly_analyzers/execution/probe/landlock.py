"""Landlock: this process and all that it starts may use only some folders, and never more again (Linux 5.13)."""

from __future__ import annotations

import os
import struct
from typing import Iterable

from gadfly_analyzers.execution.probe import kernel

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1
EXECUTE, WRITE, READ, LIST = 1, 2, 4, 8
_OF_FILES = EXECUTE | WRITE | READ | 1 << 14 | 1 << 15
_BITS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # how many rights each version knows
_READS = EXECUTE | READ | LIST
_DEVICES = READ | WRITE | 1 << 15
_CONNECT_AND_BIND = 3
_NO_SIGNALS_OUT_NOR_NAMED_SOCKETS = 3


def version() -> int:
    """Give the version of Landlock that the kernel has; 0 for none."""
    try:
        return kernel.call("syscall", CREATE_RULESET, None, 0, _ASK_VERSION)
    except OSError:
        return 0


def confine(shown: "Iterable[str]", written: "Iterable[str]", devices: "Iterable[str]", network: bool) -> bool:
    """Allow reading below ``shown``, everything below ``written``; false where the kernel has no Landlock."""
    known = version()
    if not known:
        return False
    rights = (1 << _BITS.get(known, 16)) - 1
    rules = struct.pack(
        "<QQQ",
        rights,
        0 if network or known < 4 else _CONNECT_AND_BIND,
        0 if known < 6 else _NO_SIGNALS_OUT_NOR_NAMED_SOCKETS,
    )[: 8 if known < 4 else 16 if known < 6 else 24]
    try:
        ruleset = kernel.call("syscall", CREATE_RULESET, rules, len(rules), 0)
    except OSError:
        return False
    try:
        for paths, allowed in ((shown, _READS), (devices, _DEVICES), (written, rights)):
            for path in paths:
                allow(ruleset, path, allowed & rights)
        return kernel.works("syscall", RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def allow(ruleset: int, path: str, rights: int) -> None:
    """Add a file or a folder with all below it; one that is not there needs no rule."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not os.path.isdir(path):
            rights &= _OF_FILES
        kernel.call("syscall", ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("<Qi", rights, place), 0)
    except OSError:
        pass
    finally:
        os.close(place)
