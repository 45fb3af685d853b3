"""A text that stands for the program's file in this process, held in memory: whoever reads the file reads the text."""

from __future__ import annotations

import _io
import builtins
import errno
import io
import os
import pathlib
import sys
import tokenize
from typing import Any, Callable, Optional

_LETTERS = frozenset("rbtU")  # of modes that only read
_shown: "Optional[Overlay]" = None


class Overlay:
    """One file and what it seems to hold; programs that are started from here read the file itself."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = os.path.realpath(path)
        self.data = data
        with open(path, "rb") as file:
            self.usual = file.read()
        folder, name = os.path.split(self.path)
        self.compiled = os.path.join(folder, "__pycache__", os.path.splitext(name)[0] + ".")

    def covers(self, file: Any) -> bool:
        """Tell whether something that can be opened is the file; what was compiled from it before is not there."""
        try:
            path = os.path.realpath(os.fsdecode(file))
        except (TypeError, ValueError):  # a descriptor
            return False
        if path.startswith(self.compiled):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return path == self.path

    def opening(self, usual: Callable[..., Any]) -> Callable[..., Any]:
        """Make the function that opens files."""

        def opened(file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
            if not _LETTERS.issuperset(mode) or not self.covers(file):
                return usual(file, mode, *args, **options)
            return self.reader(mode, *args, **options)

        return opened

    def reader(
        self,
        mode: str,
        buffering: int = -1,
        encoding: Any = None,
        errors: Any = None,
        newline: Any = None,
        *_: Any,
        **__: Any,
    ) -> Any:
        """Make the open file."""
        data = io.BytesIO(self.data)
        return data if "b" in mode else io.TextIOWrapper(data, encoding, errors, newline)

    def opening_code(self, usual: Callable[..., Any]) -> Callable[..., Any]:
        """Make the function that opens files to run what they hold."""
        return lambda path: io.BytesIO(self.data) if self.covers(path) else usual(path)


def install(path: str, data: bytes) -> None:
    """Show the text instead of the file from now on, also where Python would take what it compiled before."""
    global _shown
    _shown = Overlay(path, data)
    shown: Any = _shown.opening(open)
    builtins.open = io.open = _io.open = shown
    tokenize._builtin_open = shown  # type: ignore[attr-defined] # its own name for it
    if sys.version_info[:2] == (3, 10):
        pathlib._NormalAccessor.open = staticmethod(shown)  # type: ignore[attr-defined,unused-ignore] # likewise
    io.open_code = _io.open_code = _shown.opening_code(io.open_code)


def covers(path: Any) -> bool:
    """Tell whether a text stands for the file."""
    return _shown is not None and _shown.path == os.path.realpath(path)


def usual(path: str) -> Optional[bytes]:
    """Give what the file really holds, if a text stands for it."""
    return _shown.usual if _shown is not None and covers(path) else None
