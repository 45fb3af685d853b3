"""What the messages of processes that try candidates add up to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome, RunResult, TestResult
from gadfly_analyzers.execution.story import GRACE_SECONDS, Story, load_seconds
from gadfly_analyzers.execution.trial import Budget, Candidate, Trials, Verdict

SILENT_SECONDS = 3.0  # a process that tries candidates speaks every tenth of a second


@dataclass
class End:
    """The first candidate that is not worth trying, as far as is known; the same for all processes of a search."""

    number: int


class Trying(Story):
    """Collects verdicts on a share of the candidates; a process that dies is followed by one that goes on after it."""

    def __init__(  # noqa: PLR0913 # all by name
        self,
        assignment: Assignment,
        limits: Limits,
        *,
        run: RunResult,
        candidates: Sequence[tuple[int, Candidate]],
        steps: int,
        asked: Collection[int],
        on_verdict: Callable[[Verdict], None],
        end: End,
        suffices: Mapping[int, int],
        baseline: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(assignment, limits, None)
        self.end = end
        self.suffices = suffices
        self.run = run
        self.waiting = list(candidates)
        self.given = len(self.waiting)
        self.steps_allowed = steps
        self.asked = sorted(asked)
        self.on_verdict = on_verdict
        self.verdicts: list[Verdict] = []
        self.baseline = baseline
        self.deadly: set[str] = set()
        self.checking: str | None = None
        self.tried = self.steps = 0
        self.complete = False
        self.hurried = False
        self.deaths = 0

    @property
    def finished(self) -> bool:
        """Tell whether there is nothing left to try, or no way to."""
        return self.done or not self.waiting or self.is_at_the_end

    @property
    def is_at_the_end(self) -> bool:
        """Tell whether none of the candidates that are left is worth trying."""
        return bool(self.waiting) and self.waiting[0][0] >= self.end.number

    @property
    def enough(self) -> bool:
        """Tell whether a process has nothing left to try; how it ends is of no interest then."""
        return self.done

    @property
    def progress(self) -> int:
        """A number that grows whenever something came of a process."""
        return self.tried + self.deaths

    def patience(self) -> float:
        """How many seconds may pass from the last message to the next."""
        if self.written is None:
            return load_seconds(self.limits) + GRACE_SECONDS
        allowed = self.limits.test_seconds if self.baseline is None else self.baseline["computing"]
        return SILENT_SECONDS + 2 * allowed

    def hear(self, message: Mapping[str, Any]) -> None:
        """Take in one message."""
        kind = message["kind"]
        if kind == "trial":
            self._trial(message)
        elif kind == "checking":
            self.checking = message["id"]
        elif kind == "baseline":
            self.checking = None
            self.baseline = {key: told for key, told in message.items() if key != "kind"}
        elif kind == "tried":
            self.done, self.complete = "all" in message, message.get("all", False)
            if self.done:
                self._count(message["reached"])
            elif message["number"] >= self.end.number:
                self.done = self.complete = True
        else:
            super().hear(message)

    def over(self) -> None:
        """Note that the time is over."""
        self.hurried = not self.finished
        self.done = True

    def lost(self) -> None:
        """Note that the messages ended."""

    def wanted(self) -> dict[str, Any]:
        """Word what a process has to try."""
        failing = sorted(self.run.failing, key=_size)
        passed = sorted((test for test in self.run.tests if test.outcome is Outcome.PASSED), key=_size)
        trials = {
            "candidates": [
                (
                    number,
                    [(start, end, text.decode("utf-8", "replace")) for start, end, text in candidate],
                    self.suffices.get(number),
                )
                for number, candidate in self.waiting
                if number < self.end.number
            ],
            "failed": [test.id for test in failing],
            "passed": [test.id for test in passed],
            "stopped": [test.id for test in failing if test.outcome is Outcome.STOPPED],
            "deadly": sorted(self.deadly),
            "steps": self.steps_allowed - self.steps,
            "test_seconds": self.limits.test_seconds,
            "baseline": self.baseline,
            "asked": self.asked,
        }
        return {"selected": None, "trace": False, "text": None, "trials": trials}

    def _trial(self, message: Mapping[str, Any]) -> None:
        """Take in what one candidate did."""
        verdict = Verdict(
            message["number"],
            frozenset(message["passed"]),
            frozenset(message["broken"]),
            frozenset(message["farther"]),
            message["whole"],
            frozenset(message["cut"]),
            frozenset(message["met"]),
        )
        if verdict.number >= self.end.number:
            return
        self.verdicts.append(verdict)
        self.on_verdict(verdict)
        if verdict.whole and verdict.number in self.suffices:
            self.end.number = min(self.end.number, self.suffices[verdict.number])

    def _ended(self, message: Mapping[str, Any]) -> None:
        """Take in the end of the process."""
        self.late = ""
        self._count(message["reached"])

    def _count(self, reached: Mapping[str, int]) -> None:
        """Take in how far a process came; if it died, the candidate on which it did is not tried again."""
        self.tried += reached["tried"]
        self.steps += reached["steps"]
        if self.complete:
            self.waiting = []
        elif self.checking is not None:
            self.deadly.add(self.checking)
            self.checking = None
            self.deaths += 1
        elif reached["number"] >= 0:
            died = not self.done
            self.tried += died
            self.waiting = [one for one in self.waiting if one[0] >= reached["number"] + died]
            self.deaths += died


def share(  # noqa: PLR0913, PLR0917 # one caller
    assignment: Assignment,
    run: RunResult,
    candidates: Sequence[Candidate],
    limits: Limits,
    budget: Budget,
    asked: Collection[int],
    on_verdict: Callable[[Verdict], None] | None,
    baseline: Mapping[str, Any] | None = None,
) -> list[Trying]:
    """Deal the candidates out to processes, each getting its part of the steps."""
    numbered = list(enumerate(candidates))[: budget.candidates]
    if not numbered or not run.failing or budget.seconds <= 0 or budget.steps <= 0:
        return []
    processes = max(min(budget.processes, len(numbered)), 1)
    outer = replace(limits, wall_seconds=budget.seconds, cpu_seconds=int(budget.seconds) + 2)
    end = End(len(numbered))
    return [
        Trying(
            assignment,
            outer,
            run=run,
            candidates=numbered[first::processes],
            steps=budget.steps // processes,
            asked=asked,
            on_verdict=on_verdict or (lambda _: None),
            end=end,
            suffices=budget.suffices,
            baseline=baseline,
        )
        for first in range(processes)
    ]


def trials(shares: Sequence[Trying], count: int, seconds: float) -> Trials:
    """Sum up what came of all shares."""
    baselines = [one.baseline for one in shares if one.baseline is not None]
    left = [one.waiting[0][0] for one in shares if one.waiting and not one.complete]
    given = sum(one.given for one in shares)
    end = min((one.end.number for one in shares), default=0)
    verdicts = (verdict for one in shares for verdict in one.verdicts if verdict.number < end)
    return Trials(
        verdicts=tuple(sorted(verdicts, key=lambda one: one.number)),
        reached=min((end, *left)),
        tried=sum(one.tried for one in shares),
        steps=sum(one.steps for one in shares),
        seconds=seconds,
        complete=given == count and all(one.complete or one.is_at_the_end for one in shares),
        hurried=any(one.hurried for one in shares),
        failing=frozenset(id_ for told in baselines for id_ in told["failing"]),
        passing=frozenset(id_ for told in baselines for id_ in told["passing"]),
        baseline=next(iter(baselines), None),
    )


def _size(test: TestResult) -> tuple[bool, int]:
    """Order tests: those that end and run little come first."""
    return test.outcome is Outcome.STOPPED, len(test.lines)
