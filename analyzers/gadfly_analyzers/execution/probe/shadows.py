"""Programs that bear the name of a module already loaded: ``random.py``, ``types.py``."""

from __future__ import annotations

import builtins
import importlib.util
import os
import sys
from types import ModuleType
from typing import Any, Dict, Sequence

LOADED: "Dict[str, ModuleType]" = {}


def install(folders: Sequence[str], root: str) -> None:
    """Give the assignment's files their own modules of such names, and everything else the usual ones."""
    local = shadowed(folders)
    if local:
        builtins.__import__ = importer(local, os.path.join(root, ""))


def shadowed(folders: Sequence[str]) -> "Dict[str, str]":
    """Find the Python files whose name is taken by a loaded module from elsewhere."""
    found: Dict[str, str] = {}
    for folder in folders:
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            stem, ending = os.path.splitext(name)
            if ending == ".py" and (stem in sys.modules or stem in sys.builtin_module_names):
                found.setdefault(stem, os.path.join(folder, name))
    return found


def importer(local: "Dict[str, str]", inside: str) -> Any:
    """Make the function behind the ``import`` statement."""
    usual = builtins.__import__
    loaded = LOADED

    def load(
        name: str, globals: Any = None, locals: Any = None, fromlist: Sequence[str] = (), level: int = 0
    ) -> ModuleType:
        asking = str((globals or {}).get("__file__") or "")
        if level or name not in local or not asking.startswith(inside) or "site-packages" in asking:
            return usual(name, globals, locals, fromlist, level)
        if name not in loaded:
            spec = importlib.util.spec_from_file_location(name, local[name])
            if spec is None or spec.loader is None:
                raise ImportError(name)
            module = loaded[name] = importlib.util.module_from_spec(spec)
            try:
                spec.loader.exec_module(module)
            except BaseException:
                del loaded[name]
                raise
        return loaded[name]

    return load
