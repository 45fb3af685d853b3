"""What the messages of one run add up to, whatever became of the processes that sent them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from gadfly_analyzers.execution import decode
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.endings import ending, seconds
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome, Problem, ProblemKind, RunResult, TestResult, brief

Message = Mapping[str, Any]

BROKEN = "the program broke the Python that ran it"
TAMPERED = "the program changed how it is tested, so its result does not count"
GRACE_SECONDS = 0.4  # for a test that has heard the alarm, before its process is killed


class Story:
    """Collects messages; several processes may tell it in turn, each going on where the last one ended.

    ``only`` are the ids of the tests to run, ``None`` for all of them.
    """

    def __init__(
        self,
        assignment: Assignment,
        limits: Limits,
        on_result: Callable[[TestResult], None] | None = None,
        only: Collection[str] | None = None,
    ) -> None:
        self.assignment = assignment
        self.limits = limits
        self.on_result = on_result
        self.only = only
        self.written: dict[str, Message] | None = None
        self.results: dict[str, TestResult] = {}
        self.problems: list[Problem] = []
        self.loaded: frozenset[int] = frozenset()
        self.current: str | None = None
        self.partial: Message = {}
        self.done = False
        self.late = ""
        self.between = ""  # how the process ended, after loading and beside any test
        self.cut = False  # the time of the whole run was over, in the middle of a test
        self.collecting = False
        self.tampered = False
        self.begun = 0  # tests in the process that runs
        self.again: set[str] = set()  # tests in the middle of which a process ended that had run others before
        self.wary = False  # the program has means to reach for what tests it
        self.defences: tuple[str, ...] = ()
        self._heard: dict[str, Callable[[Message], None]] = {
            "defended": self._defended,
            "collecting": self._collecting,
            "collected": self._collected,
            "start": self._started,
            "partial": self._partial,
            "result": self._result,
            "problem": self._problem,
            "done": self._done,
            "tampered": self._tampered,
            "ended": self._ended,
        }

    @property
    def remaining(self) -> list[str] | None:
        """The ids of the tests that have no result yet; ``None`` for all, if it is not known what there is to run."""
        if self.written is None:
            return None if self.only is None else list(self.only)
        return [id_ for id_ in self.written if id_ not in self.results]

    @property
    def finished(self) -> bool:
        """Tell whether nothing is left to run, or nothing can be."""
        return bool(self.problems) if self.written is None else not self.remaining

    @property
    def enough(self) -> bool:
        """Tell whether the rest of a process is of no interest."""
        return False

    @property
    def test_seconds(self) -> float:
        """How long the next test may take: less, once one was stopped."""
        stopped = any(result.outcome is Outcome.STOPPED for result in self.results.values())
        return min(self.limits.test_seconds, self.limits.hurried_seconds) if stopped else self.limits.test_seconds

    @property
    def progress(self) -> int:
        """A number that grows whenever something came of a process."""
        return len(self.results)

    def wanted(self) -> dict[str, Any]:
        """Word what a process has to do."""
        return {"selected": self.remaining, "trace": False, "text": None}

    def patience(self) -> float:
        """How many seconds may pass from the last message to the next."""
        if self.current is not None:
            return self.test_seconds + self.limits.lag_seconds + GRACE_SECONDS
        return load_seconds(self.limits) + GRACE_SECONDS

    def hear(self, message: Message) -> None:
        """Take in one message; the test run itself sends none that cannot be read."""
        try:
            self._hear(message)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            self._tampered()

    def _hear(self, message: Message) -> None:
        kind = message["kind"]
        if self.done and kind not in ("ended", "tampered"):
            self._spoil()
        elif kind in self._heard:
            self._heard[kind](message)

    def lost(self) -> None:
        """Note that the messages ended; if nobody said how the process ended, it took its keeper with it."""
        if self.current is not None:
            self._ended({"kind": "ended", "status": signal.SIGKILL})

    def out_of_time(self, *, all_over: bool) -> None:
        """Note that a test, the loading or the whole run went over its time and is about to be killed."""
        if not self.late:
            self.cut = all_over
            allowed = load_seconds(self.limits) if self.current is None else self.test_seconds
            self.late = f"stopped after {seconds(allowed)}"
            if all_over and self.current is not None:
                self.late = f"stopped, since all tests together took {seconds(self.limits.wall_seconds)}"

    def over(self) -> None:
        """Note that the time of the whole run is over: what has not run will not."""
        total = seconds(self.limits.wall_seconds)
        for id_ in self.remaining or ():
            reason = f"not started, since all tests together took {total}"
            stopped = {"id": id_, "outcome": Outcome.STOPPED, "stop": {"reason": reason, "line": None}}
            self._finish(stopped, hurried=True)

    def died(self) -> None:
        """Note that there is no interpreter to go on with: the program has ended or broken it, if that was seen."""
        if self.between:
            self._unloaded(self.assignment.program, None, f"{self.between}.")
            return
        message = "The Python that runs the tests ended twice without a result. Saving the file tries again."
        self.problems.append(Problem(ProblemKind.WORKER_DIED, message))

    def told(self, elapsed: float) -> RunResult:
        """Give the result."""
        tests = tuple(self.results[id_] for id_ in self.written or () if id_ in self.results)
        problems = list(dict.fromkeys(self.problems))
        if not tests and not problems:
            problems.append(no_tests(self.assignment))
        return RunResult(self.assignment.program, tests, tuple(problems), elapsed, self.loaded, self.defences)

    def _defended(self, message: Message) -> None:
        """Take in what stands between the process and the machine."""
        self.defences = tuple(message["by"])
        self.begun = 0

    def _started(self, message: Message) -> None:
        """Take in a test's start."""
        if not isinstance(message["id"], str):
            raise TypeError("the id of a test is text")
        self.begun += 1
        self.current, self.partial = message["id"], {}

    def _partial(self, message: Message) -> None:
        """Take in what a test has shown so far, if that can be read: it may be the last that is heard."""
        decode.line(message)
        written = (self.written or {}).get(self.current or "")
        if written:
            decode.result(written, {**message, "outcome": Outcome.STOPPED, "lines": {*message.get("lines", ())}})
        self.partial = message

    def _done(self, _message: Message) -> None:
        """Take in that all tests have run."""
        self.done = True

    def _collected(self, message: Message) -> None:
        """Take in what there is to run, the first time."""
        if self.written is None:
            loaded = frozenset(message["lines"])
            for test in message["tests"]:
                decode.result(test, tampered(test["id"]))  # whatever comes, each can be told of
            self.written, self.loaded = {test["id"]: test for test in message["tests"]}, loaded

    def _finish(self, message: Message, *, hurried: bool = False) -> None:
        """Take in a test's end."""
        hurried = hurried or self.cut or self.test_seconds < self.limits.test_seconds
        written = (self.written or {}).get(message["id"])
        self.current = None
        if written is None or message["id"] in self.results:
            return
        if self.tampered:
            message = tampered(message["id"])
        result = decode.result(written, message)
        if hurried and result.outcome is Outcome.STOPPED and result.stop:
            result = replace(result, stop=replace(result.stop, hurried=True))
        self.results[result.id] = result
        if self.on_result:
            self.on_result(result)

    def _result(self, message: Message) -> None:
        """Take in a test's end as the test run tells it; of another test than the one that runs, it cannot come."""
        if message["id"] == self.current:
            self._finish(message)
        else:
            self._tampered()

    def _tampered(self, _message: Message | None = None) -> None:
        """Note that the program has spoken in the name of the test run: what is said of this test does not count.

        If no test has run yet, that holds for all of them.
        """
        id_ = self.current or next(reversed(self.results), None)
        self.tampered = id_ is None
        if id_ is not None:
            self.results.pop(id_, None)
            self._finish(tampered(id_))

    def _spoil(self) -> None:
        """Note that somebody has told the end before it came: nothing that was told counts."""
        self.done, self.tampered = False, True
        for id_ in self.written or ():
            self.results.pop(id_, None)
            self._finish(tampered(id_))

    def _ended(self, message: Message) -> None:
        """Take in the end of the process; in the middle of a test, it is that test's outcome."""
        outcome, stop = ending(message, self.late, self.limits, self.assignment.program)
        self.late = ""
        if outcome is Outcome.ENDED and self.begun > 1 and self.current and self.current not in self.again:
            self.again.add(self.current)  # what an earlier test has left may have ended it: it runs again, as the first
            self.current = None
        elif self.current is not None:
            line = self.partial.get("line") or stop.line
            lines = {*self.partial.get("lines", ()), *([line] if line else [])}
            told = {**self.partial, "id": self.current, "outcome": outcome, "lines": lines}
            self._finish({**told, "stop": {"reason": stop.reason, "line": line}})
        elif self.written is None and not self.done:
            self._died_loading(stop.reason, self.partial.get("line") or stop.line)
        elif not self.results:
            self.between = BROKEN if self.done else stop.reason
        self._restored(message.get("restored", ()))
        self.wary = self.wary or bool(message.get("wary"))

    def _restored(self, paths: Sequence[str]) -> None:
        """Note which of the student's files the run deleted."""
        for path in map(Path, paths):
            message = f"The run deleted your file `{path.name}`. Gadfly put it back as it was."
            self.problems.append(Problem(ProblemKind.FILES_DELETED, message, path))

    def _died_loading(self, reason: str, line: int | None) -> None:
        """Note that loading the program or a test ended the process."""
        self._unloaded(self._loading(), line, f"{reason}.")

    def _loading(self) -> Path:
        """Give the file that was loading when the process ended: the program, unless it was seen elsewhere."""
        program, tests = self.assignment.program, self.assignment.tests
        if self.partial.get("line"):
            return program
        if isinstance(seen := self.partial.get("path"), str):
            return Path(seen)
        folders = dict.fromkeys((*(test.parent for test in tests), self.assignment.root))
        early = () if self.collecting else (folder / "conftest.py" for folder in folders)
        before = next((path for path in early if path.exists()), None)
        return before or (next(iter(tests), program) if "path" in self.partial else program)

    def _collecting(self, _message: Message) -> None:
        """Note that what lies around the tests is loaded by now."""
        self.collecting = True

    def _problem(self, message: Message) -> None:
        """Take in a file that did not load."""
        self._unloaded(Path(message["path"]), decode.line(message), message["what"])

    def _unloaded(self, path: Path, line: int | None, what: str) -> None:
        own = path == self.assignment.program
        kind = ProblemKind.PROGRAM_DOES_NOT_LOAD if own else ProblemKind.TESTS_DO_NOT_LOAD
        self.problems.append(Problem(kind, does_not_load(path, line, what), path, line))


def tampered(id_: str) -> Message:
    """Word the end of a test that the program has kept from telling anything."""
    return {"id": id_, "outcome": Outcome.TAMPERED, "stop": {"reason": TAMPERED, "line": None}}


def load_seconds(limits: Limits) -> float:
    """How long one file may take to load: libraries are slow the first time."""
    return max(limits.test_seconds, limits.wall_seconds / 2)


def does_not_load(path: Path, line: int | None, what: str) -> str:
    """Word that a file does not load, and where."""
    place = f" (line {line})" if line and f"line {line}" not in what else ""
    return f"`{path.name}` does not load{place}: {what}"


def no_tests(assignment: Assignment) -> Problem:
    """Word that there are no tests."""
    program = assignment.program
    if assignment.glob and not assignment.tests:
        message = f"No file matches `{brief(assignment.glob)}`, where the tests of `{program.name}` should be."
        return Problem(ProblemKind.NO_TESTS, message, program)
    message = f"There are no tests for `{program.name}` yet. Which call could you check first, and what should it give?"
    return Problem(ProblemKind.NO_TESTS, message, program)
