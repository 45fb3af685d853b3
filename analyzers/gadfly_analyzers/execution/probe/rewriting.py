"""Test files rewritten by pytest, kept from run to run: they change less often than the program does."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from pathlib import Path
from typing import Any, Callable, Dict, Sequence

from gadfly_analyzers.execution.probe import values


def prepared(paths: Sequence[str], folder: str, tell: Callable[[str], None]) -> "Dict[str, Any]":
    """Rewrite files, or take what was kept of them, before any code of the student's runs in this process.

    Before each file ``tell`` hears of it: one that is long takes its time.
    """
    from _pytest.assertion import rewrite

    found: Dict[str, Any] = {}
    for path in paths:
        tell(path)
        try:
            found[path] = (os.stat(path), kept(path, folder, rewrite._rewrite_test))
        except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
            continue  # pytest will say what is wrong with it
    return found


def install(prepared: "Dict[str, Any]") -> None:
    """Have pytest take the prepared files, and picture failed assertions without the student's ``__repr__``."""
    from _pytest.assertion import rewrite

    usual: Any = rewrite._rewrite_test
    rewrite._saferepr = picture

    def rewritten(path: Any, config: Any) -> Any:
        return prepared.get(str(path)) or usual(path, config)

    rewrite._rewrite_test = rewritten  # type: ignore[assignment] # as it is called


def picture(obj: Any) -> str:
    """Picture a value."""
    text: str = values.snapshot(obj)["text"]
    return text


def kept(path: str, folder: str, rewrite: Callable[..., Any]) -> Any:
    """Look a file up by its path and contents before rewriting it; its time of change may be too coarse.

    Without a folder nothing is kept.
    """
    if not folder:
        return rewrite(Path(path), None)[1]
    with open(path, "rb") as file:
        text = file.read()
    key = hashlib.sha256(f"{sys.version}\0{path}\0".encode("utf-8", "surrogateescape") + text).hexdigest()
    place = os.path.join(folder, key)
    try:
        with open(place, "rb") as file:
            return marshal.loads(file.read())  # noqa: S302 -- written below
    except (OSError, ValueError, EOFError, TypeError):
        code = rewrite(Path(path), None)[1]
    keep(place, marshal.dumps(code))
    return code


def keep(place: str, data: bytes) -> None:
    """Write a file that is either whole or not there."""
    part = f"{place}.{os.getpid()}"
    try:
        with open(part, "wb") as file:
            file.write(data)
        os.replace(part, place)
    except OSError:
        pass  # it is rewritten the next time
