"""Which Python the student's program runs in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from gadfly_analyzers.execution.results import Problem, ProblemKind, brief

_FOLDERS = (".venv", "venv", "env")


def find_interpreter(folder: Path, configured: str | Path | None = None, *, here: Path | None = None) -> Path | Problem:
    """Return the configured interpreter, that of a virtual environment around the folder, or the machine's.

    A ``Path`` was laid down for the student: it is taken as it is, and looked for nowhere else.
    ``here`` is where somebody stands: an environment farther down came with the program, and starting it would start
    whatever its author put into it.
    """
    if isinstance(configured, Path):
        return _laid_down(configured)
    if configured:
        return _configured(folder, configured)
    return next(_candidates(folder, here), Path(sys.executable))


def environment_passed_over(folder: Path, here: Path) -> Path | None:
    """Return the virtual environment that would come first, if it is not taken for lying farther down than ``here``."""
    first = next((one for one in _environments(folder) if _python_of(one)), None)
    return first if first and first not in _environments(folder, here) else None


def broken_environment(folder: Path) -> Path | None:
    """Return the virtual environment that would come first, if the Python it was made from is gone."""
    first = next((one for one in _environments(folder) if _python_of(one) or _was_python(one)), None)
    return first if first and not _python_of(first) else None


def about(interpreter: Path) -> tuple[str, bool]:
    """Ask an interpreter for its version (empty if it does not start) and whether it has pytest."""
    code = "import sys, importlib.util as u; print(sys.version.split()[0], u.find_spec('pytest') is not None)"
    command = [str(interpreter), "-I", "-c", code]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)  # noqa: S603 - the user's own Python
        version, found = ran.stdout.split()
    except (OSError, subprocess.SubprocessError, ValueError):
        return "", False
    return version, found == "True"


def _laid_down(path: Path) -> Path | Problem:
    if path.is_absolute() and path.is_file() and os.access(path, os.X_OK):
        return path
    message = f"There is no Python at `{path}`. Please ask your teacher: it is chosen for your class."
    return Problem(ProblemKind.NO_INTERPRETER, message)


def _configured(folder: Path, configured: str) -> Path | Problem:
    """Resolve what the settings name: a file, a command, or the folder of a virtual environment."""
    try:
        path = folder / Path(configured).expanduser()
        if path.is_dir():
            inside = _python_of(path)
            return inside or _missing(configured)
        if path.is_file() and os.access(path, os.X_OK):
            return path
        found = shutil.which(configured)
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, the home of nobody
        found = None
    return Path(found) if found else _missing(configured)


def _missing(configured: str) -> Problem:
    """Word that there is no such interpreter."""
    message = f"There is no Python at `{brief(configured)}`. Please choose another one in the settings."
    return Problem(ProblemKind.NO_INTERPRETER, message)


def _candidates(folder: Path, here: Path | None) -> Iterator[Path]:
    """Give the interpreters that there are, the student's most likely one first."""
    for environment in _environments(folder, here):
        python = _python_of(environment)
        if python:
            yield python
    for name in ("python3", "python"):
        found = shutil.which(name)
        if found:
            yield Path(found)


def _environments(folder: Path, here: Path | None = None) -> list[Path]:
    """List where virtual environments may be, the active one first, then the nearest."""
    active = os.environ.get("VIRTUAL_ENV")
    parents = [one for one in (folder, *folder.parents) if here is None or one in (here, *here.parents)]
    around = [parent / name for parent in parents for name in _FOLDERS]
    return [Path(active), *around] if active else around


def _was_python(environment: Path) -> bool:
    """Tell whether a virtual environment has a Python by name only: a link to one that is gone."""
    return any((environment / one).is_symlink() for one in ("bin/python", "bin/python3"))


def _python_of(environment: Path) -> Path | None:
    """Return the interpreter of a virtual environment; its path is kept as it is, since it names the environment."""
    inside = ("Scripts/python.exe",) if os.name == "nt" else ("bin/python", "bin/python3")
    return next((environment / one for one in inside if os.access(environment / one, os.X_OK)), None)
