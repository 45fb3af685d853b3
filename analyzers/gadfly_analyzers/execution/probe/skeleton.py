"""What all runs of one Python see of the machine, prepared once: links and small files, and places to mount on."""

from __future__ import annotations

import os
import shutil
from typing import Iterator, List, NamedTuple, Sequence, Tuple

MOUNTED = ("/tmp", "/var/tmp", "/proc", "/dev/shm", "/dev/pts")  # noqa: S108 # each run has its own
TEMPORARY = ("/tmp/", "/var/tmp/")  # noqa: S108
DEVICES = "/dev/null /dev/zero /dev/full /dev/random /dev/urandom".split()
_LINKS = (("fd", "/proc/self/fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2"), ("ptmx", "pts/ptmx"))
_MOST_LINKS = 40


class Skeleton(NamedTuple):
    """``folder`` is to become the root; ``shown`` are paths that can be read, ``mounts`` those yet to be mounted."""

    folder: str
    shown: "Tuple[str, ...]"
    mounts: "Tuple[str, ...]"
    temporary: "Tuple[str, ...]"  # those of them that lie among temporary files, of which each run has its own


def make(folder: str, shown: Sequence[str]) -> Skeleton:
    """Make it in a new folder."""
    mounts: List[str] = []
    temporary = tuple(
        path for path in shown if path.startswith(TEMPORARY) or os.path.realpath(path).startswith(TEMPORARY)
    )
    for path in (path for path in shown if path not in temporary):
        add_links(folder, path)
        real = os.path.realpath(path)
        if os.path.isdir(real):
            mounts.append(real)
            place(folder, real, is_folder=True)
        elif os.path.isfile(real):
            copy(real, folder + real)
    for path in MOUNTED:
        place(folder, path, is_folder=True)
    for path in DEVICES:
        place(folder, path, is_folder=False)
    for name, target in _LINKS:
        os.symlink(target, f"{folder}/dev/{name}")
    order = sorted({*mounts, *(path for path in DEVICES if os.path.exists(path))}, key=depth)
    return Skeleton(folder, tuple(shown), tuple(order), temporary)


def depth(path: str) -> int:
    """Count the folders above."""
    return path.count("/")


def add_links(folder: str, path: str) -> None:
    """Make the links that lead to a path, as they are outside."""
    for link, target in links_on(path):
        if not os.path.lexists(folder + link):
            os.makedirs(os.path.dirname(folder + link), exist_ok=True)
            os.symlink(target, folder + link)


def place(folder: str, path: str, is_folder: bool) -> str:
    """Make a place to mount on, below a folder."""
    found = folder + path
    if not os.path.lexists(found):
        os.makedirs(found if is_folder else os.path.dirname(found), exist_ok=True)
        if not is_folder:
            os.close(os.open(found, os.O_CREAT | os.O_WRONLY, 0o644))
    return found


def copy(path: str, target: str) -> None:
    """Copy a small file that everybody may read."""
    os.makedirs(os.path.dirname(target), exist_ok=True)
    try:
        shutil.copyfile(path, target)
    except OSError:
        return


def links_on(path: str) -> "Iterator[Tuple[str, str]]":
    """Give the symbolic links that are passed on the way to a path, with what they lead to."""
    parts = [part for part in path.split("/") if part]
    done, passed = "/", 0
    while parts and passed < _MOST_LINKS:
        done = os.path.join(done, parts.pop(0))
        if os.path.islink(done):
            target = os.readlink(done)
            yield done, target
            joined = os.path.normpath(os.path.join(os.path.dirname(done), target))
            parts, done, passed = [*[part for part in joined.split("/") if part], *parts], "/", passed + 1
