"""The files of an assignment, kept while programs run that may delete them."""

from __future__ import annotations

import os
import stat
from typing import Dict, List, NamedTuple, Sequence


class Keepsake(NamedTuple):
    """A file's bytes and permissions."""

    data: bytes
    mode: int


def kept(paths: "Sequence[str]") -> "Dict[str, Keepsake]":
    """Read the files."""
    found: Dict[str, Keepsake] = {}
    for path in paths:
        try:
            with open(path, "rb") as file:
                found[path] = Keepsake(file.read(), stat.S_IMODE(os.fstat(file.fileno()).st_mode))
        except OSError:
            continue
    return found


def restore(files: "Dict[str, Keepsake]") -> "List[str]":
    """Put back those that are gone, never over one that is there; return which."""
    return [path for path, keepsake in files.items() if not os.path.lexists(path) and put_back(path, keepsake)]


def put_back(path: str, keepsake: Keepsake) -> bool:
    """Write a file that must not be there yet."""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, keepsake.mode)
        with open(descriptor, "wb") as file:
            file.write(keepsake.data)
        os.chmod(path, keepsake.mode)
    except OSError:
        return False
    return True
