"""What Python and pytest rest on, put back where the program has broken it, so that no other test ends for that.

Only what is gone, or can no longer be what it was, is put back: a function that is none any more, ``sys.flags`` that is
``None``. What the program has replaced by something of its kind stays, as it would where pytest alone runs the tests.
"""

from __future__ import annotations

import sys
from importlib.machinery import SourceFileLoader
from operator import is_
from typing import Any, Dict, List, Tuple

import pytest

_MODULES = (
    "sys os posixpath io re inspect ast linecache traceback tokenize types functools collections contextlib importlib "
    "importlib.util importlib.machinery importlib._bootstrap importlib._bootstrap_external json signal threading time "
    "warnings weakref tempfile pathlib stat enum dataclasses copy operator itertools gc fnmatch typing codecs errno "
    "logging platform reprlib keyword token string textwrap math random decimal subprocess unittest unittest.case "
    "pytest _pytest.outcomes"
).split()
_STREAMS = {f"{mark}{name}{mark}" for mark in ("", "__") for name in ("stdin", "stdout", "stderr")}  # made anew anyway
_MARKS = tuple(getattr(pytest, name, None) for name in ("skip", "exit", "fail", "xfail"))  # each has its exception
_GONE = object()
# As they are now: what the program puts in their places does not reach us.
_callable, _map, _all, _type, _zip, _setattr = callable, map, all, type, zip, setattr


class Foundations:
    """Remembers how things were when it was made."""

    def __init__(self) -> None:
        self.owners: List[Tuple[Any, Dict[str, Any], List[str], List[Any]]] = [
            part(owner) for owner in (*(sys.modules.get(name) for name in _MODULES), *_MARKS) if owner is not None
        ]
        self.loaded: Dict[str, Any] = dict(sys.modules)
        self.modules: Dict[str, Any] = sys.modules

    def install(self) -> None:
        """Put back also whenever a file was loaded: who imports the program goes on in the next line."""
        usual: Any = SourceFileLoader.exec_module

        def exec_module(loader: Any, module: Any) -> None:
            try:
                usual(loader, module)
            finally:
                self.put_back()

        SourceFileLoader.exec_module = exec_module  # type: ignore[method-assign, assignment]

    def put_back(self) -> None:
        """Put back what is broken; quick where nothing was touched."""
        for owner, names, known, values in self.owners:
            if not _all(_map(is_, _map(names.get, known), values)):
                for name, value in _zip(known, values):
                    now = names.get(name, _GONE)
                    if now is not value and is_broken(now, value):
                        _setattr(owner, name, value)
        if _all(_map(is_, _map(self.modules.get, self.loaded), self.loaded.values())):
            return
        for name, module in self.loaded.items():
            if module is not None and self.modules.get(name, _GONE) is None:
                self.modules[name] = module


def part(owner: Any) -> "Tuple[Any, Dict[str, Any], List[str], List[Any]]":
    """List the names of a module or of a function, and what they stand for."""
    names = vars(owner)
    known = [name for name, value in names.items() if value is not None and name not in _STREAMS]
    return owner, names, known, [names[name] for name in known]


def is_broken(now: Any, before: Any) -> bool:
    """Tell whether something can no longer be what it was."""
    if now is _GONE:
        return True
    return not _callable(now) if _callable(before) else _type(now) is not _type(before)
