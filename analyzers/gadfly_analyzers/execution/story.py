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
SILENT = "The Python that runs the tests did not come to them within {time}. Saving the file tries again."
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
        self.found: list[Message] = []
        self.written: dict[str, Message] | None = None
        self.results: dict[str, TestResult] = {}
        self.unended: set[str] = set()  # of these, the ids of those that did not end
        self.problems: list[Problem] = []
        self.had_to_fail: set[str] = set()  # the ids of tests that passed, and are marked as ones that have to fail
        self.loaded: frozenset[int] = frozenset()
        self.current: str | None = None
        self.partial: Message = {}
        self.done = False
        self.late = ""
        self.awaited: str | None = None  # the test that was late
        self.between = ""  # how the process ended, after loading and beside any test
        self.cut = False  # the time of the whole run was over, in the middle of a test
        self.collecting = False
        self.preparing: Path | None = None  # a test file, before any code runs
        self.at: Path | None = None  # the file whose tests are being found, as far as is known
        self.tampered = False
        self.begun = 0  # tests in the process that runs
        self.again: set[str] = set()  # tests in the middle of which a process ended that had run others before
        self.answers: dict[str, list[Message] | None] = {}  # what tests got of the program; nothing if it was too much
        self.heard = False  # what tests got was noted: the program has means to reach for what tests it
        self.defences: tuple[str, ...] = ()
        self._heard: dict[str, Callable[[Message], None]] = {
            "preparing": self._preparing,
            "defended": self._defended,
            "collecting": self._collecting,
            "found": self._found,
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
        limits = self.limits
        return min(limits.test_seconds, limits.hurried_seconds) if self.unended else limits.test_seconds

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
        if self.preparing is not None:
            return self.limits.wall_seconds  # no code runs yet that might never end
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
            self.cut, self.awaited = all_over, self.current
            self.late = f"stopped after {seconds(self._allowed(all_over=all_over))}"
            if all_over and self.current is not None:
                self.late = f"stopped, since all tests together took {seconds(self.limits.wall_seconds)}"

    def _allowed(self, *, all_over: bool) -> float:
        """Say how many seconds there were for what has just gone over its time."""
        if self.current is not None:
            return self.test_seconds
        return self.limits.wall_seconds if all_over else load_seconds(self.limits)

    def over(self) -> None:
        """Note that the time of the whole run is over: what has not run will not."""
        total = seconds(self.limits.wall_seconds)
        for id_ in self.remaining or ():
            reason = f"not started, since all tests together took {total}"
            unrun = {"id": id_, "outcome": Outcome.UNRUN, "stop": {"reason": reason, "line": None}}
            self._finish(unrun, hurried=True)

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
        marked = (test for test in tests if test.id in self.had_to_fail and test.outcome is Outcome.SKIPPED)
        problems = list(dict.fromkeys((*self.problems, *map(had_to_fail, marked))))
        if not tests and not problems:
            problems.append(no_tests(self.assignment))
        return RunResult(self.assignment.program, tests, tuple(problems), elapsed, self.loaded, self.defences)

    def _preparing(self, message: Message) -> None:
        """Take in which test file is being prepared."""
        self.preparing = Path(message["path"])

    def _defended(self, message: Message) -> None:
        """Take in what stands between the process and the machine."""
        self.preparing = self.at = None
        self.found = []
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

    def _found(self, message: Message) -> None:
        """Take in some of what there is to run."""
        if self.written is None:
            for test in message["tests"]:
                decode.result(test, tampered(test["id"]))  # whatever comes, each can be told of
            self.found += message["tests"]

    def _collected(self, message: Message) -> None:
        """Take in that this is all there is to run, the first time."""
        if self.written is None:
            loaded = frozenset(message["lines"])
            self.written, self.loaded = {test["id"]: test for test in self.found}, loaded

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
        if hurried and result.outcome in (Outcome.STOPPED, Outcome.UNRUN) and result.stop:
            result = replace(result, stop=replace(result.stop, hurried=True))
        self.results[result.id] = result
        if result.outcome is Outcome.STOPPED:
            self.unended.add(result.id)
        if self.on_result:
            self.on_result(result)

    def _forget(self, id_: str) -> None:
        """Take back what was told of a test."""
        self.results.pop(id_, None)
        self.unended.discard(id_)

    def _result(self, message: Message) -> None:
        """Take in a test's end as the test run tells it; of another test than the one that runs, it cannot come."""
        if message["id"] == self.current:
            self.answers[message["id"]] = decode.answers(message.get("answers", ()))
            self._finish(self._without_wrong_mark(message))
        else:
            self._tampered()

    def _without_wrong_mark(self, message: Message) -> Message:
        """Give the end of a test as one that tells nothing, if it passed and is marked as one that has to fail."""
        if not message.get("had_to_fail") or message["outcome"] != Outcome.PASSED.value:
            return message
        self.had_to_fail.add(message["id"])
        return {**message, "outcome": Outcome.SKIPPED}

    def _tampered(self, _message: Message | None = None) -> None:
        """Note that the program has spoken in the name of the test run: what is said of this test does not count.

        If no test has run yet, that holds for all of them.
        """
        id_ = self.current or next(reversed(self.results), None)
        self.tampered = id_ is None
        if id_ is not None:
            self._forget(id_)
            self._finish(tampered(id_))

    def _spoil(self) -> None:
        """Note that somebody has told the end before it came: nothing that was told counts."""
        self.done, self.tampered = False, True
        for id_ in self.written or ():
            self._forget(id_)
            self._finish(tampered(id_))

    def _ended(self, message: Message) -> None:
        """Take in the end of the process; in the middle of a test, it is that test's outcome."""
        outcome, stop = ending(message, self.late, self.limits, self.assignment.program)
        late, self.late = self.late, ""
        if late and self.current not in (None, self.awaited):
            self.current = None  # what was late ended after all, and this had no time: it runs again, if there is any
        elif outcome is Outcome.ENDED and self.begun > 1 and self.current and self.current not in self.again:
            self.again.add(self.current)  # what an earlier test has left may have ended it: it runs again, as the first
            self.current = None
        elif self.current is not None:
            line = self.partial.get("line") or stop.line
            lines = {*self.partial.get("lines", ()), *([line] if line else [])}
            told = {**self.partial, "id": self.current, "outcome": outcome, "lines": lines}
            self._finish({**told, "stop": {"reason": stop.reason, "line": line}})
        elif self.written is None and not self.done:
            self._died_loading(stop.reason, self.partial.get("line") or stop.line, was_late=late == stop.reason)
        elif not self.results:
            self.between = BROKEN if self.done else stop.reason
        self._restored(message.get("restored", ()))
        self.heard = self.heard or bool(message.get("heard"))

    def _restored(self, paths: Sequence[str]) -> None:
        """Note which of the student's files the run deleted."""
        for path in map(Path, paths):
            message = f"The run deleted your file `{path.name}`. Gadfly put it back as it was."
            self.problems.append(Problem(ProblemKind.FILES_DELETED, message, path))

    def _died_loading(self, reason: str, line: int | None, *, was_late: bool) -> None:
        """Note that loading the program or a test ended the process, or was ended for taking too long."""
        program = self.assignment.program
        path = program if line else self._loading()
        if was_late and not line and path == program:  # nobody has seen it there: the machine may be busy
            path = self.at or path
        if was_late and not line and path == program:
            time = reason.removeprefix("stopped after ")
            self.problems.append(Problem(ProblemKind.WORKER_DIED, SILENT.format(time=time)))
        else:
            self._unloaded(path, line, f"{reason}.")

    def _loading(self) -> Path:
        """Give the file that was loading when the process ended: the program, unless it was seen elsewhere."""
        program, tests = self.assignment.program, self.assignment.tests
        if self.preparing is not None:
            return self.preparing
        if isinstance(seen := self.partial.get("path"), str):
            return Path(seen)
        folders = dict.fromkeys((*(test.parent for test in tests), self.assignment.root))
        early = () if self.collecting else (folder / "conftest.py" for folder in folders)
        before = next((path for path in early if path.exists()), None)
        return before or (next(iter(tests), program) if "path" in self.partial else program)

    def _collecting(self, message: Message) -> None:
        """Note that what lies around the tests is loaded by now, and which file's turn it is."""
        self.collecting = True
        if message["path"] is not None:
            self.at = Path(message["path"])

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


def had_to_fail(test: TestResult) -> Problem:
    """Word that a test passes whose mark says that it must not."""
    message = f"`{brief(test.name)}` is marked as one that has to fail, and it passes. Is that mark still right?"
    return Problem(ProblemKind.HAD_TO_FAIL, message, test.path, test.line)


def no_tests(assignment: Assignment) -> Problem:
    """Word that there are no tests."""
    program = assignment.program
    if assignment.glob and not assignment.tests:
        message = f"No file matches `{brief(assignment.glob)}`, where the tests of `{program.name}` should be."
        return Problem(ProblemKind.NO_TESTS, message, program)
    message = f"There are no tests for `{program.name}` yet. Which call could you check first, and what should it give?"
    return Problem(ProblemKind.NO_TESTS, message, program)
