"""A filter of system calls: what no program of a student needs, and what has let programs out of sandboxes (Linux)."""

from __future__ import annotations

import errno
import os
import struct
from typing import Any, Dict, List, Tuple

from gadfly_analyzers.execution.probe import kernel

# The number of each call on x86_64 and on aarch64.
_REFUSED: "Dict[str, Tuple[int, int]]" = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "reboot": (169, 142),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "init_module": (175, 105),
    "delete_module": (176, 106),
    "finit_module": (313, 273),
    "kexec_load": (246, 104),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "syslog": (103, 116),
    "personality": (135, 92),
    # Memory that counts for no process, and what stays when a program has ended.
    "memfd_create": (319, 279),
    "shmget": (29, 194),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
}
# What changes limits and priorities, also of other processes; the last two say in their second argument of which.
_OF_PROCESSES: "Dict[str, Tuple[int, int]]" = {
    "prlimit64": (302, 261),
    "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119),
    "sched_setaffinity": (203, 122),
    "sched_setattr": (314, 274),
}
_OF_KINDS: "Dict[str, Tuple[int, int, int]]" = {"setpriority": (141, 140, 0), "ioprio_set": (251, 30, 1)}
# The same number everywhere: io_uring, new ways to mount, to look into other processes, and to have memory for none.
_ANYWHERE = {
    "io_uring_setup": 425,
    "io_uring_enter": 426,
    "io_uring_register": 427,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsconfig": 431,
    "fsmount": 432,
    "fspick": 433,
    "pidfd_getfd": 438,
    "process_madvise": 440,
    "mount_setattr": 442,
    "memfd_secret": 447,
    "process_mrelease": 448,
    "open_tree_attr": 467,
}
# What changes who may use a file and when it was changed: Landlock does not ask about these, wherever the file lies.
_ATTRIBUTES: "Dict[str, Tuple[int, int]]" = {
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "setxattrat": (463, 463),
    "removexattrat": (466, 466),
    "file_setattr": (469, 469),
}
_ATTRIBUTES_OF_OLD = (90, 92, 94, 132, 235, 261)  # chmod, chown, lchown, utime, utimes, futimesat: x86_64 alone
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_CLONE3 = 435
_OTHERS = {"x86_64": (56, 41, 16, 62), "aarch64": (220, 198, 29, 129)}  # clone, socket, ioctl, kill
_NAMESPACES = 0x7E020000
_TYPE_INTO_TERMINAL = 0x5412  # TIOCSTI
_EVERYBODY = 0xFFFFFFFF  # -1: whom a signal reaches without a namespace of processes, all of the user's
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _ERROR, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCHITECTURE, _FIRST, _SECOND = 0, 4, 16, 24
_FILTER_MODE, _SPARE_THE_CACHES = 1, 4
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_LOCAL_SOCKETS = 1


def forbid(network: bool, own_files: bool) -> bool:
    """Refuse such calls from now on; false where it cannot be done.

    Sockets that lead out are refused unless ``network``; unless the run sees only files of its own, those that are
    files, too, and nothing is done to the attributes of files.
    """
    machine = os.uname().machine
    if machine not in _MACHINES or kernel.libc is None:
        return False
    import ctypes

    code = b"".join(struct.pack("<HBBI", *one) for one in program(machine, network, own_files))
    held = ctypes.create_string_buffer(code, len(code))
    told = struct.pack("@HP", len(code) // 8, ctypes.addressof(held))
    return kernel.works("syscall", _SECCOMP[machine], _FILTER_MODE, _SPARE_THE_CACHES, told)


def program(machine: str, network: bool, own_files: bool) -> "List[Tuple[int, int, int, int]]":
    """Write the filter, as (code, jump if true, jump if false, number)."""
    column, architecture = _MACHINES[machine]
    numbers = [each[column] for each in _REFUSED.values()]
    clone, socket, ioctl, kill = _OTHERS[machine]
    lines: Any = [(_LOAD, 0, 0, _ARCHITECTURE), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL)]
    lines += [(_LOAD, 0, 0, _NUMBER)]
    if machine == "x86_64":  # the calls of 32-bit programs have numbers of their own
        lines += [(_AT_LEAST, 0, 1, 0x40000000), refuse(errno.ENOSYS)]
    for number in [*numbers, *_ANYWHERE.values()]:
        lines += [(_EQUAL, 0, 1, number), refuse(errno.EPERM)]
    for number in () if own_files else untouched(machine):
        lines += [(_EQUAL, 0, 1, number), refuse(0)]  # which succeeds: copying a file ends with such a call
    lines += [(_EQUAL, 0, 1, _CLONE3), refuse(errno.ENOSYS)]  # the C library falls back to what can be looked into
    lines += argument(clone, _FIRST, [(_ANY_BIT, 0, 1, _NAMESPACES), refuse(errno.EPERM)])
    lines += argument(ioctl, _SECOND, [(_EQUAL, 0, 1, _TYPE_INTO_TERMINAL), refuse(errno.EPERM)])
    lines += argument(kill, _FIRST, [(_EQUAL, 0, 1, _EVERYBODY), refuse(errno.EPERM)])
    own = [(_EQUAL, 2, 0, 0), (_EQUAL, 1, 0, os.getpid()), refuse(errno.EPERM)]
    for call in _OF_PROCESSES.values():
        lines += argument(call[column], _FIRST, own)
    for *numbers, kind in _OF_KINDS.values():
        lines += argument(
            numbers[column], _FIRST, [(_EQUAL, 1, 0, kind), refuse(errno.EPERM), (_LOAD, 0, 0, _SECOND), *own]
        )
    if not network:
        leads_nowhere = [(_EQUAL, 1, 0, _LOCAL_SOCKETS)] if own_files else []
        lines += argument(socket, _FIRST, [*leads_nowhere, refuse(errno.EACCES)])
    elif not own_files:
        lines += argument(socket, _FIRST, [(_EQUAL, 0, 1, _LOCAL_SOCKETS), refuse(errno.EACCES)])
    return [*lines, (_RETURN, 0, 0, _ALLOW)]


def untouched(machine: str) -> "List[int]":
    """List the calls that change attributes of files."""
    column, _ = _MACHINES[machine]
    return [*(each[column] for each in _ATTRIBUTES.values()), *(_ATTRIBUTES_OF_OLD if machine == "x86_64" else ())]


def argument(number: int, place: int, test: "List[Tuple[int, int, int, int]]") -> "List[Tuple[int, int, int, int]]":
    """Test an argument of one call."""
    inner = [(_LOAD, 0, 0, place), *test, (_RETURN, 0, 0, _ALLOW)]
    return [(_EQUAL, 0, len(inner), number), *inner]


def refuse(number: int) -> "Tuple[int, int, int, int]":
    """Have a call fail."""
    return (_RETURN, 0, 0, _ERROR | number)
