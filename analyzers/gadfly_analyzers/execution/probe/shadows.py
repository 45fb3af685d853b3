"""Programs that bear the name of a module of Python's: ``random.py``, ``types.py``, ``unittest.py``."""

from __future__ import annotations

import ast
import builtins
import importlib
import importlib.util
import os
import sys
from contextlib import suppress
from types import ModuleType
from typing import Any, Dict, Iterator, List, Sequence, Set

LOADED: "Dict[str, ModuleType]" = {}
BUILT_IN = frozenset(sys.builtin_module_names)
_FILES = (os.path.splitext(name)[0] for name in os.listdir(os.path.dirname(os.__file__)))
STANDARD: "frozenset[str]" = getattr(sys, "stdlib_module_names", BUILT_IN.union(_FILES))  # 3.9 tells no names


def install(folders: Sequence[str], root: str, program: str, tests: Sequence[str]) -> None:
    """Give the assignment's files their own modules of such names, and everything else the usual ones.

    Tests get no other module for one of Python's than the program that they test: whoever puts a ``unittest.py``
    beside a program would else decide what holds. To be called before modules are found in the folders.
    """
    found, own = beside(folders), stem(program)
    names = ((found.keys() | packages(folders)) & STANDARD) - {own}
    for name in sorted(names & imported(tests)) if names else ():
        usual(name)
    local = {name: path for name, path in found.items() if name in sys.modules or name in BUILT_IN}
    if local:
        judges = {*tests, *(os.path.join(folder, "conftest.py") for folder in folders)}
        builtins.__import__ = importer(local, os.path.join(root, ""), own, judges)


def beside(folders: Sequence[str]) -> "Dict[str, str]":
    """Find the Python files in folders by the name under which each is imported; the first folder's come first."""
    found: Dict[str, str] = {}
    for folder in folders:
        for name in names_in(folder):
            if name.endswith(".py"):
                found.setdefault(stem(name), os.path.join(folder, name))
    return found


def packages(folders: Sequence[str]) -> "Set[str]":
    """Name the packages in folders."""
    inside = ((folder, name) for folder in folders for name in names_in(folder))
    return {name for folder, name in inside if os.path.isfile(os.path.join(folder, name, "__init__.py"))}


def names_in(folder: str) -> "List[str]":
    """List what is in a folder; nothing where there is none, or one that may not be read."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def stem(path: str) -> str:
    """Give the name under which a file is imported."""
    return os.path.splitext(os.path.basename(path))[0]


def imported(files: Sequence[str]) -> "Set[str]":
    """Name the modules that files import; none of one that cannot be read."""
    return {name for path in files for name in imports_of(path)}


def imports_of(path: str) -> "Iterator[str]":
    """Give the first parts of the names that a file imports."""
    from gadfly_analyzers.execution.probe import places

    for node in ast.walk(places.tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def usual(name: str) -> None:
    """Load a module of Python's own, so that no other one is found in its place."""
    with suppress(Exception):  # some of them want what is not there, such as a display
        importlib.import_module(name)


def importer(local: "Dict[str, str]", inside: str, own: str, judges: "Set[str]") -> Any:
    """Make the function behind the ``import`` statement."""
    original = builtins.__import__
    loaded = LOADED

    def load(
        name: str, globals: Any = None, locals: Any = None, fromlist: Sequence[str] = (), level: int = 0
    ) -> ModuleType:
        asking = str((globals or {}).get("__file__") or "")
        if level or name not in local or not asking.startswith(inside) or "site-packages" in asking:
            return original(name, globals, locals, fromlist, level)
        if asking in judges and name != own:
            module = original(name, globals, locals, fromlist, level)
            if all(one == "*" or hasattr(module, one) for one in fromlist or ()):
                return module  # else they mean the student's, which has what Python's has not
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
