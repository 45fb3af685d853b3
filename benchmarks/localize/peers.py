"""FauxPy beside us, in an environment of its own: M. R. Rezaalipour and C. A. Furia, "FauxPy: A Fault Localization
Tool for Python" (2024). It needs what a project should not carry, so the benchmark installs it into ``build/peers``.
"""

from __future__ import annotations

import csv
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import environments
from localize.programs import ROOT
from localize.ranks import Keys

PLACE = ROOT / "build" / "peers"
VERSION = "0.7.0"
WANTED = (f"fauxpy=={VERSION}", "pytest", "pytest-timeout", "matplotlib")
TEST_SECONDS = 2  # as in the editor
NAMES = {"Dstar": "DStar"}
COVERAGE = ("FauxPy Tarantula", "FauxPy Ochiai", "FauxPy DStar")
MUTATION = ("FauxPy Muse", "FauxPy Metallaxis")

Scores = Mapping[int, float]  # by line


@dataclass(frozen=True)
class Report:
    """The scores of each technique of a family, and the seconds that it took."""

    scores: Mapping[str, Scores]
    seconds: float


def environment() -> Path | None:
    """Give the interpreter beside which FauxPy and matplotlib are; ``None`` if they cannot be had."""
    return environments.environment(PLACE, WANTED)


def run(python: Path, folder: Path, family: str, seconds: float) -> Report | None:
    """Run one family (``sbfl``, ``mbfl``) on a program; ``None`` if it did not end in time or told nothing."""
    with TemporaryDirectory() as place:
        inside = Path(place) / folder.name
        shutil.copytree(folder, inside)
        command = [str(python), "-m", "pytest", "-q", "--tb=short", "--src", "program.py", "--family", family]
        limit = ["--timeout", str(TEST_SECONDS), "--timeout-method", "signal"]
        path = f"{python.parent}{os.pathsep}{os.environ.get('PATH', '')}"  # it starts `python` for each mutant
        began = time.perf_counter()
        if not _ends([*command, *limit], inside, {**os.environ, "PATH": path}, seconds):
            return None
        taken = time.perf_counter() - began
        scores = scores_in(Path(place))
    return Report(scores, taken) if any(scores.values()) else None


def scores_in(place: Path) -> dict[str, Scores]:
    """Read the report that a run has left in a folder: the scores of lines of the program, by technique."""
    return {_technique(file): _scores(file) for file in sorted(place.glob("FauxPyReport_*/Scores_*.csv"))}


def keys(units: Sequence[range], scores: Scores) -> Keys:
    """Rank the units of a program: each has the best score of its lines; those without share the last place."""
    return [max((scores[line] for line in lines if line in scores), default=-float("inf")) for lines in units]


def _ends(command: Sequence[str], folder: Path, variables: Mapping[str, str], seconds: float) -> bool:
    """Run a command and tell whether it ended in time; what it started ends with it."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, cwd=folder, env=variables, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False
    return True


def _technique(file: Path) -> str:
    name = file.stem.removeprefix("Scores_")
    return f"FauxPy {NAMES.get(name, name)}"


def _scores(file: Path) -> dict[int, float]:
    """Read one table: its rows name a line of a file and its score."""
    with file.open(encoding="utf-8", newline="") as rows:
        places = [(row["Entity"].rpartition("::"), float(row["Score"])) for row in csv.DictReader(rows)]
    return {int(line): score for (path, _, line), score in places if Path(path).name == "program.py"}
