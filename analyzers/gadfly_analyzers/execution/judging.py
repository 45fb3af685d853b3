"""What a second look at passed tests says: whether the program's answers, looked at elsewhere, pass as well."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gadfly_analyzers.execution.results import Outcome, RunResult, Stop, TestResult
from gadfly_analyzers.execution.story import TAMPERED, Story

_DENIED = "denied"
_MOST_LETTERS = 4_000_000
Answers = list[Mapping[str, Any]] | None


class Judging(Story):
    """Collects verdicts on the passed tests of a story."""

    def __init__(self, story: Story) -> None:
        super().__init__(story.assignment, story.limits)
        passed = [test.id for test in story.results.values() if test.outcome is Outcome.PASSED]
        self.answers = _within_bounds({id_: story.answers.get(id_, []) for id_ in passed})
        self.denied: set[str] = set()

    @property
    def finished(self) -> bool:
        """Say yes after the first process: where it comes to nothing, all is as it was told."""
        return self.done or not self.answers

    def wanted(self) -> dict[str, Any]:
        """Word what the process has to do."""
        return {"selected": None, "trace": False, "text": None, "answers": self.answers}

    def hear(self, message: Mapping[str, Any]) -> None:
        """Take in one message."""
        if message["kind"] == "judged" and message["verdict"] == _DENIED:
            self.denied.add(message["id"])
        elif message["kind"] in ("done", "ended"):
            self.done = True

    def lost(self) -> None:
        """Note that nothing more comes."""
        self.done = True

    def over(self) -> None:
        """Note that the time is over."""
        self.done = True

    def amended(self, run: RunResult) -> RunResult:
        """Give a run in which tests that passed by other means than answers have not."""
        return replace(run, tests=tuple(self._amended(test) for test in run.tests))

    def _amended(self, test: TestResult) -> TestResult:
        if test.id not in self.denied:
            return test
        return replace(test, outcome=Outcome.TAMPERED, stop=Stop(TAMPERED, None))


def _within_bounds(answers: dict[str, Answers]) -> dict[str, Answers]:
    """Hand on as much as can be told; tests with more answers than others are not judged."""
    sizes = {id_: len(json.dumps(one)) for id_, one in answers.items()}
    found, left = {}, _MOST_LETTERS
    for id_ in sorted(sizes, key=lambda one: sizes[one]):
        left -= sizes[id_]
        if left >= 0:
            found[id_] = answers[id_]
    return found
