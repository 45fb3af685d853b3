"""The files that a classroom file names, which its signature covers, too."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from gadfly_server.classroom.checking import keys_of
from gadfly_server.classroom.reading import UnreadableError, content, inside

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LARGEST = 4 * 1024 * 1024  # bytes of a file


def digest(folder: Path, table: Mapping[str, Any]) -> str:
    """The hash of the names and the contents of the misconceptions and of the bundle that a file names."""
    keys = keys_of(dict(table))
    names = sorted({*(each.file for each in keys.misconceptions), *([keys.tests.hidden] if keys.tests.hidden else ())})
    whole = sha256()
    for name in names:
        whole.update(sha256(name.encode()).digest() + _hash(folder, name))
    return whole.hexdigest()


def _hash(folder: Path, name: str) -> bytes:
    """The hash of one; what cannot be read has one, too, but for what is elsewhere no signature ever holds."""
    try:
        path = inside(folder, name)
    except UnreadableError:
        return os.urandom(32)
    try:
        return sha256(content(path, LARGEST)).digest()
    except UnreadableError:
        return bytes(32)
