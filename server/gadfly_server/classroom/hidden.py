"""Hidden tests run like all others, and nothing but how their results are wrong comes back.

Their texts are written to a private folder in memory for the time of the run, which only this user may enter, and
to no disk; where there is no such place they do not run.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.results import Outcome, ProblemKind
from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.naming import symptoms_of
from gadfly_server.classroom.bundle import Bundle, ClosedError
from gadfly_server.classroom.bundle import read as read_bundle
from gadfly_server.classroom.reading import UnreadableError, inside
from gadfly_server.tutor.facts import Hidden
from gadfly_server.wording import say

if TYPE_CHECKING:
    from gadfly_analyzers.execution.limits import Limits
    from gadfly_analyzers.execution.results import TestResult
    from gadfly_analyzers.execution.runner import Runner

MEMORY = Path("/dev/shm")  # noqa: S108 - a file system in memory; each run makes a folder of its own there
_PREFIX = "gadfly-hidden-"  # then the number of the process
_ENDING = (signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))


class Verdicts(NamedTuple):
    """How each hidden test went, and for people why none ran, or what is wrong with one of them."""

    tests: tuple[Hidden, ...] = ()
    problem: str = ""


def opened(folder: Path, name: str, keys: tuple[str, ...]) -> tuple[Bundle | None, str]:
    """The bundle of a classroom file, or why it cannot be opened."""
    try:
        return read_bundle(inside(folder, name), keys), ""
    except ClosedError as error:
        return None, say(
            "The hidden tests in {name} do not run: {reason}. Please tell your teacher.", name=name, reason=error
        )
    except UnreadableError as error:
        told = say("The hidden tests in {name} do not run: the file cannot be read.", name=name)
        return None, f"{told} ({error})"


async def verdicts(bundle: Bundle, program: Path, runner: Runner, interpreter: Path, limits: Limits) -> Verdicts:
    """Run all hidden tests on a program."""
    if not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK):
        told = say("The hidden tests do not run: there is no file system in memory at {place}.", place=MEMORY)
        return Verdicts(problem=told)
    with _in_memory(bundle.tests) as paths:
        assignment = Assignment(program.absolute(), paths, paths[0].parent if paths else program.parent, hidden=True)
        run = await runner.run(assignment, interpreter=interpreter, limits=limits)
    doubtful = [problem for problem in run.problems if problem.kind is ProblemKind.HAD_TO_FAIL]
    if len(run.problems) > len(doubtful) or not run.tests:
        return Verdicts(problem=say("The hidden tests could not run with this program."))
    tests = [test for test in run.tests if test.path.parent == assignment.root]
    told = say("A hidden test passes, but it is marked as one that has to fail. Please tell your teacher.")
    found = tuple(_verdict(number, test, run.tests) for number, test in enumerate(tests, 1))
    return Verdicts(found, told if doubtful else "")


def _verdict(number: int, test: TestResult, others: tuple[TestResult, ...]) -> Hidden:
    if test.outcome in (Outcome.PASSED, Outcome.SKIPPED):
        return Hidden(number)
    first = symptoms_of(Evidence(test, others=others))[0]
    return Hidden(number, first.family, first.text)


@contextlib.contextmanager
def _in_memory(texts: Mapping[str, str]) -> Iterator[tuple[Path, ...]]:
    """Write files to a folder of their own in memory, and take them away again; what was killed leaves it to the next.

    A signal that would end this process at once ends it in an orderly way as long as there is such a folder.
    """
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=MEMORY))  # only its owner may enter it
    with _orderly():
        try:
            yield _written(folder, texts)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _written(folder: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    paths = [folder / name for name in texts]
    for path in paths:
        path.write_text(texts[path.name], encoding="utf-8")
    return tuple(path for path in paths if path.name.startswith("test_") or path.stem.endswith("_test"))


def _sweep() -> None:
    """Take away what processes of this user left that were killed."""
    for folder in MEMORY.glob(f"{_PREFIX}*-*"):
        number = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if number.isdigit() and not Path(f"/proc/{number}").exists():
            shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _orderly() -> Iterator[None]:
    """Leave by ``SystemExit`` at a signal for which nobody does anything."""
    ours = threading.current_thread() is threading.main_thread()
    numbers = [each for each in _ENDING if ours and signal.getsignal(each) is signal.SIG_DFL]
    for number in numbers:
        signal.signal(number, _leave)
    try:
        yield
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_DFL)


def _leave(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)
