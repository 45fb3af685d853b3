"""Run the tests with every Python and every editor that is here, and tell what is not.

    python .ci/matrix.py [ROW …] [-- PYTEST'S ARGUMENTS …]

``make check-all`` sets up the editors first. Nothing is fetched but packages: a Python that is absent stays so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
MADE = ROOT / "build" / "matrix"
SERVER = range(10, 15)  # minor versions of Python that the server runs on; students' programs one more
TESTS = (
    "tests/server/lsp",
    "tests/server/test_cli.py",
    "tests/server/test_sessions.py",
    "tests/server/tutor",
    "tests/analyzers/execution/test_runner.py",
    "tests/analyzers/patterns",
    "tests/e2e/test_lsp_story.py",
    "tests/e2e/test_lsp_process.py",
)
STUDENTS = ("tests/analyzers/execution/test_runner.py", "tests/analyzers/execution/test_trials.py")
AT_ONCE = ("-n", "2", "--dist", "loadgroup")
STORY = ("node", "--test", "tests/e2e/vscode/story.test.mjs")
THEIA = ("node", "--test", "tests/e2e/theia/story.test.mjs")


class Row(NamedTuple):
    """One line of the matrix: what is tried, how, and what speaks against it here."""

    name: str
    command: tuple[str, ...]
    setting: Mapping[str, str] = {}
    absent: str = ""
    python: Path | None = None  # for which an environment is made


def main(arguments: list[str]) -> int:
    """Run the rows whose names hold a word that was given, or all; 1 if one failed."""
    words, _, more = (" ".join(arguments)).partition("--")
    known = list(rows(more.split()))
    chosen = [row for row in known if not words or any(word in row.name for word in words.split())]
    if not chosen:
        print(f"There is no such row. The rows are: {', '.join(row.name for row in known)}.")
        return 2
    told = [(row.name, f"absent: {row.absent}" if row.absent else run(row)) for row in chosen]
    width = max(len(name) for name, _ in told)
    print("\n".join(f"{name:{width}}  {outcome}" for name, outcome in told))
    return 1 if any(outcome == "FAILED" for _, outcome in told) else 0


def rows(more: list[str]) -> Iterator[Row]:
    """List everything that could be tried."""
    pythons = found()
    for minor in SERVER:
        command = (str(MADE / f"3.{minor}/bin/python"), "-m", "pytest", "-q", *AT_ONCE, *TESTS, *more)
        absent = "" if minor in pythons else "no such Python"
        yield Row(f"server-on-3.{minor}", command, {}, absent, pythons.get(minor))
    missing = [f"3.{minor}" for minor in range(9, SERVER.stop) if minor not in pythons]
    path = os.pathsep.join([os.environ["PATH"], *(str(each.parent) for each in pythons.values())])
    name = f"students-on-3.9-to-3.{SERVER.stop - 1}{'-without-' if missing else ''}{'-'.join(missing)}"
    yield Row(name, (sys.executable, "-m", "pytest", "-q", *AT_ONCE, *STUDENTS, *more), {"PATH": path})
    yield Row("oldest-dependencies", ("make", "--no-print-directory", "test-oldest"))
    yield Row("vscode-oldest", STORY, {"GADFLY_HOST": "oldest"}, without(ROOT / "build/host-oldest/.installed"))
    yield Row("vscode-current", STORY, {}, without(ROOT / "build/host/.installed"))
    yield Row("theia", THEIA, {"GADFLY_HOST": "theia"}, without(ROOT / "build/host-theia/.installed"))
    yield from (editor("neovim", "nvim", more), editor("emacs", "emacs", more))
    newer = ROOT / "build/neovim/bin"
    told = {"PATH": os.pathsep.join([str(newer), os.environ["PATH"]])}
    row = editor("neovim", "nvim", more)
    yield row._replace(name="neovim-current", setting=told, absent=without(newer / "nvim"))


def editor(name: str, command: str, more: list[str]) -> Row:
    """The story in an editor that can be driven from its command line."""
    test = (sys.executable, "-m", "pytest", "-q", f"tests/e2e/test_{name}.py", *more)
    return Row(name, test, {}, "" if shutil.which(command) else "make system installs it on Debian")


def without(path: Path) -> str:
    """Say that something was not set up."""
    return "" if path.exists() else "make check-all sets it up"


def found() -> dict[int, Path]:
    """Find for each minor version of Python one that starts: on the PATH, or one of pyenv's."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    pythons: dict[int, Path] = {}
    for minor in range(9, SERVER.stop):
        folders = [
            *os.get_exec_path(),
            *(str(each / "bin") for each in sorted(kept.glob(f"3.{minor}.*"), reverse=True)),
        ]
        named = [shutil.which(f"python3.{minor}", path=folder) for folder in folders]
        starting = [Path(each) for each in named if each and starts(each)]
        pythons |= {minor: starting[0]} if starting else {}
    return pythons


def starts(python: str) -> bool:
    """Tell whether a command is there in earnest: a shim of pyenv may not be."""
    return subprocess.run([python, "-I", "-c", ""], capture_output=True, check=False).returncode == 0


def run(row: Row) -> str:
    """Run a row, and say what came of it."""
    print(f"== {row.name}", flush=True)
    try:
        if row.python:
            environment(row.python, Path(row.command[0]).parents[1])
        subprocess.run(row.command, cwd=ROOT, env={**os.environ, **row.setting}, check=True)
    except subprocess.CalledProcessError:
        return "FAILED"
    return "passed"


def environment(python: Path, folder: Path) -> None:
    """Make an environment with what the lock file says, unless it is there; with Gadfly itself from this checkout."""
    lock = (ROOT / "requirements.lock").read_bytes()
    stamp = folder / "requirements.lock"
    if stamp.exists() and stamp.read_bytes() == lock:
        return
    shutil.rmtree(folder, ignore_errors=True)
    pip = (
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(folder / "bin/python"),
        "--disable-pip-version-check",
        "install",
    )
    for command in (
        (str(python), "-m", "venv", "--without-pip", str(folder)),
        (*pip, "--quiet", "--require-hashes", "--requirement", "requirements.lock"),
        (*pip, "--quiet", "--no-build-isolation", "--no-deps", "--editable", "."),
    ):
        subprocess.run(command, cwd=ROOT, check=True)
    stamp.write_bytes(lock)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
