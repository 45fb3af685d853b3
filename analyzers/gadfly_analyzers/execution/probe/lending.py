"""The student's pytest, or ours lent to an interpreter that has none that works."""

from __future__ import annotations

import importlib
import importlib.metadata
import site
import sys
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, Optional, Sequence

LENT = frozenset(
    "pytest _pytest py pluggy iniconfig packaging pygments exceptiongroup tomli typing_extensions colorama".split()
)
# Plugins that give tests what they may need. Others start processes, reorder tests, take the alarm signal, measure
# lines, or do not expect tests of kinds that they do not know.
WANTED = frozenset(
    "anyio asyncio check django flask freezer lazy-fixture pytest_mock pytest-mock requests_mock subtests trio".split()
)


class Lender:
    """Finds the packages that we lend, and nothing else; stands last in ``sys.meta_path``."""

    def __init__(self, folders: Sequence[str]) -> None:
        self.folders = list(folders)

    def find_spec(
        self, name: str, path: Optional[Sequence[str]] = None, target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        """Serve a top-level package of the list; its submodules follow from its own path."""
        if path is not None or name not in LENT:
            return None
        return PathFinder.find_spec(name, self.folders, target)


def load_pytest(folders: Sequence[str]) -> Any:
    """Import the student's pytest if it is one that works, else ours; raise ``ImportError`` if there is neither."""
    add_user_site()
    try:
        return checked(importlib.import_module("pytest"))
    except Exception:  # theirs may be broken in any way at all
        forget()
    theirs = list(sys.meta_path)
    sys.meta_path[:] = [Lender(folders), *theirs]  # first while loading: a broken one of theirs must not shadow it
    try:
        return checked(importlib.import_module("pytest"))
    except Exception as error:
        raise ImportError(f"{type(error).__name__}: {error}") from error
    finally:
        sys.meta_path[:] = [*theirs, Lender(folders)]


def checked(module: Any) -> Any:
    """Return pytest if it is one that we can drive."""
    if int(module.__version__.split(".")[0]) < 6:
        raise ImportError(f"pytest {module.__version__} is too old")
    return module


def forget() -> None:
    """Drop what a failed import left behind."""
    for name in [name for name in sys.modules if name.split(".")[0] in LENT]:
        del sys.modules[name]


def add_user_site() -> None:
    """Add the user's own packages, which ``-I`` leaves out, as a plain ``python`` would."""
    if sys.prefix == sys.base_prefix and site.ENABLE_USER_SITE is not True:
        try:
            site.addsitedir(site.getusersitepackages())
        except OSError:
            pass


def installed_plugins() -> "list[Any]":
    """Load the pytest plugins of the student's environment that a run may use."""
    loaded = []
    for entry in entry_points():
        if entry.name not in WANTED:
            continue
        try:
            loaded.append(entry.load())
        except Exception:  # a broken plugin must not keep tests from running
            continue
    return loaded


def entry_points() -> "list[Any]":
    """Read the plugins' entry points, whichever form this Python gives them in."""
    found: Any = importlib.metadata.entry_points()
    entries = found.select(group="pytest11") if hasattr(found, "select") else found.get("pytest11", ())
    return list({entry.name: entry for entry in entries}.values())
