"""What runs is what can be read: code that was compiled before and lies beside a program is not taken for it."""

from __future__ import annotations

import importlib._bootstrap_external as loading  # type: ignore[import-not-found,unused-ignore] # Python's own
import sys
from typing import Any, Sequence

from gadfly_analyzers.execution.probe.view import under


def install(folders: Sequence[str]) -> None:
    """Have Python and pytest compile anew what is in folders; the interpreter's own packages may be there too."""
    from _pytest.assertion import rewrite

    own = [*{sys.prefix, sys.base_prefix}]
    usual: Any = loading.cache_from_source

    def place(path: Any, *more: Any, **named: Any) -> Any:
        if is_in(folders, path) and not is_in(own, path):
            raise NotImplementedError  # by which Python is told that there is no such place
        return usual(path, *more, **named)

    loading.cache_from_source = place
    rewrite._read_pyc = lambda *_, **__: None


def is_in(folders: "Sequence[str]", path: Any) -> bool:
    """Tell whether a path is below one of the folders."""
    return any(under(str(path), folder) for folder in folders)
