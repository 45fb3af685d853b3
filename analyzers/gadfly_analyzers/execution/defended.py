"""What stands between a run and the machine, in words: what each defence is called, and what its lack means."""

from __future__ import annotations

from collections.abc import Collection, Iterator

_NAMES = {
    "bubblewrap": "bubblewrap",
    "user namespace": "user namespace",
    "files": "mount namespace (own view of files)",
    "process namespace": "pid namespace",
    "network namespace": "network namespace",
    "ipc namespace": "IPC namespace",
    "landlock": "Landlock",
    "seccomp": "seccomp",
    "rights": "no rights of the superuser",
    "own user": "a user of its own for each run",
    "seatbelt": "sandbox of macOS (untested)",
    "job object": "job object of Windows (untested)",
}
_ALWAYS = ("limits of time, memory, processes, descriptors, output and file size", "private temporary folder")
_LACKS = (
    (("files", "landlock", "seatbelt"), "a program can read whatever you can read, other people's files too"),
    (("files", "seatbelt"), "what a program writes to its folder stays there, over its tests too"),
    (
        ("process namespace", "bubblewrap"),
        "a program can see your other processes and, before Linux 6.12, end them; a hidden one may outlive the run",
    ),
    (("network namespace", "seccomp", "seatbelt"), "a program that starts other programs can reach the network"),
    (
        ("files", "seccomp", "seatbelt"),
        "a program can talk to your other programs by sockets that are files, such as that of the agent of SSH",
    ),
    (("ipc namespace", "bubblewrap"), "shared memory that a program makes may stay"),
    (("seccomp",), "a program may use any system call, also those by which sandboxes were left before"),
)
# Whoever else runs it, the system bounds how many processes he has.
_LACKS_OF_ROOT = (
    (("process namespace", "bubblewrap", "own user"), "a flood of processes may outrun the one that counts them"),
)


def named(defences: Collection[str]) -> list[str]:
    """Name what is in force, the usual limits last."""
    return [*(name for key, name in _NAMES.items() if key in defences), *_ALWAYS]


def lacking(defences: Collection[str], *, root: bool) -> Iterator[str]:
    """Say what may happen here, for want of what would prevent it."""
    for any_of, what in (*_LACKS, *(_LACKS_OF_ROOT if root else ())):
        if not set(any_of) & set(defences):
            yield f"not in force: {' or '.join(_NAMES[one] for one in any_of)}. So {what}."
