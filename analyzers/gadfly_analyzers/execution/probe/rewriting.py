"""Test files rewritten by pytest, kept from run to run: they change less often than the program does."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from typing import Any, Callable

from gadfly_analyzers.execution.probe import overlay, values


def install(folder: str) -> None:
    """Have pytest rewrite a file only once, and picture failed assertions without the student's ``__repr__``."""
    from _pytest.assertion import rewrite

    rewrite._saferepr = picture
    rewrite._rewrite_test = kept(rewrite._rewrite_test, folder)


def picture(obj: Any) -> str:
    """Picture a value."""
    text: str = values.snapshot(obj)["text"]
    return text


def kept(rewrite: Callable[..., Any], folder: str) -> Callable[..., Any]:
    """Look a file up by its path and contents before rewriting it; its time of change may be too coarse."""

    def rewritten(path: Any, config: Any) -> Any:
        if overlay.covers(path):  # what is held in memory is to stay there
            return rewrite(path, config)
        with open(path, "rb") as file:
            text = file.read()
        key = hashlib.sha256(f"{sys.version}\0{path}\0".encode("utf-8", "surrogateescape") + text).hexdigest()
        place = os.path.join(folder, key)
        try:
            with open(place, "rb") as file:
                return os.stat(path), marshal.loads(file.read())  # noqa: S302 -- written below  # noqa: S302 -- our own
        except (OSError, ValueError, EOFError, TypeError):
            told = rewrite(path, config)
        keep(place, marshal.dumps(told[1]))
        return told

    return rewritten


def keep(place: str, data: bytes) -> None:
    """Write a file that is either whole or not there."""
    part = f"{place}.{os.getpid()}"
    try:
        with open(part, "wb") as file:
            file.write(data)
        os.replace(part, place)
    except OSError:
        pass  # it is rewritten the next time
