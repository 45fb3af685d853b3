"""Which ``conftest.py`` has a say: those around the tests, and none that lies with the program alone."""

from __future__ import annotations

import os
from types import ModuleType
from typing import Any, Iterator, Sequence

from gadfly_analyzers.execution.probe.view import under


def around(folder: str, tests: Sequence[str]) -> bool:
    """Tell whether a test lies in a folder or below it."""
    return any(under(test, folder) or under(os.path.realpath(test), os.path.realpath(folder)) for test in tests)


def above(path: str) -> "Iterator[str]":
    """Name each ``conftest.py`` that may have a say in a file, the nearest first."""
    folder = os.path.dirname(path)
    while folder != os.path.dirname(folder):
        yield os.path.join(folder, "conftest.py")
        folder = os.path.dirname(folder)


def install(tests: Sequence[str]) -> None:
    """Leave out others from now on, where there are files of tests: a program is not to say how it is tested."""
    from _pytest.config import PytestPluginManager

    usual: Any = getattr(PytestPluginManager, "_importconftest", None)
    if usual is None or not tests:
        return

    def load(self: Any, path: Any, *more: Any, **named: Any) -> Any:
        if around(os.path.dirname(str(path)), tests):
            return usual(self, path, *more, **named)
        return ModuleType("conftest")

    PytestPluginManager._importconftest = load  # type: ignore[method-assign, assignment] # as it is called
