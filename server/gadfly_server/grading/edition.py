"""Which edition of the grader this is, so that nobody takes results of another one for its own.

A digest of its code tells that without anybody's thinking of it: what a score is depends on much besides the scores,
on the leak check and the search for repairs, too.  So does the Python in which students' programs run.
"""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from pathlib import Path

import gadfly_analyzers
import gadfly_server

_PACKAGES = (gadfly_analyzers, gadfly_server)
_LEFT_OUT = {".pyc", ".mo", ".po"}  # what Python makes of the code, and how things are said in other languages


@cache
def edition() -> str:
    """Name this edition: the version of Gadfly, that of Python, and a digest of the code."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        room = Path(package.__file__ or "").parent
        for path in sorted(each for each in room.rglob("*") if each.suffix not in _LEFT_OUT and each.is_file()):
            text = path.read_bytes().replace(b"\r\n", b"\n")
            digest.update(b"%s %d\n%s" % (path.relative_to(room).as_posix().encode(), len(text), text))
    return f"{gadfly_server.__version__} on Python {_python()}, code {digest.hexdigest()[:12]}"


def _python() -> str:
    return ".".join(platform.python_version_tuple()[:2])
