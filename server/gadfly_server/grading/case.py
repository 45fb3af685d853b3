"""All that grading knows of one version of a program.

A grader may know repairs, for it judges tutors; no tutor is given any of this.  What is told as evidence holds no
repair either: the leak check says of what kind a leak is, and the leaking text itself stands beside it anyway.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from gadfly_analyzers.attempts.attempt import Attempts
from gadfly_analyzers.attempts.trying import attempts_at
from gadfly_analyzers.check import check
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.localize.hits import Searched
from gadfly_analyzers.localize.ranking import suspects
from gadfly_analyzers.localize.search import Search
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.readings import Readings
from gadfly_server.grading.claims.calls import Calls, calls_in, tests_of, told_by
from gadfly_server.grading.claims.lines import claims_of_lines
from gadfly_server.grading.joint import Joint
from gadfly_server.grading.oracle import speaks
from gadfly_server.grading.sites import LIKELY, changed_lines, nearest, sites
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.workplace import also, workplace

MOST_TRACED = 2  # failing tests, whose recordings claims about lines are checked with
NEAR = 3  # repairs, those that change least


@dataclass(frozen=True)
class Case:
    """One version of a program: what its tests say, where it is at fault, recordings of tests, and the leak check.

    ``sites`` are the 1-based lines at which accepted repairs change it; empty if it is not at fault, or not known.
    ``bench`` is where pieces of code can be tried in it.
    ``passes`` tells that it is known to pass all tests, so that it was not run.
    ``calls`` has for each call that a text makes a claim about what the program really does there.
    """

    source: Source
    run: RunResult | None
    sites: frozenset[int]
    checker: Checker = field(repr=False, compare=False)
    readings: tuple[Readings, ...] = field(default=(), repr=False, compare=False)
    calls: Calls = field(default_factory=dict)
    task: str = ""
    tests: str = ""
    attempts: Attempts | None = field(default=None, repr=False, compare=False)
    bench: Joint | None = field(default=None, repr=False, compare=False)
    passes: bool = False

    @cached_property
    def is_right(self) -> bool:
        """Whether there are tests and all of them pass."""
        return self.passes or (
            self.run is not None and bool(self.run.tests) and self.run.agrees and not self.run.problems
        )


@dataclass(frozen=True)
class Cases:
    """Prepares the cases of transcripts, one after another, with one warm interpreter.

    ``search`` is how long to look for repairs of a program that comes without: the steps decide, and of tests the time
    on a processor, so that the result does not depend on how busy the machine is.
    ``useful`` is whether to try what simulated students might, too.
    """

    runner: Runner
    interpreter: Path
    limits: Limits = Limits(wall_seconds=30.0, lag_seconds=8.0)  # noqa: RUF009 # frozen
    search: Budget = Budget(candidates=1200, steps=12_000_000, seconds=600.0)  # noqa: RUF009 # frozen
    useful: bool = False

    @asynccontextmanager
    async def of(
        self, transcript: Transcript, program: str, texts: Sequence[str], around: Path | None = None
    ) -> AsyncIterator[Case]:
        """Give what is known of a version of a program; ``texts`` are those that will be judged.

        The check of leaks runs pieces of code while this is open.  Without ``texts`` only the tests are run.
        All is written into a folder of its own; versions of one program go into one that is ``around`` all of them.
        """
        with workplace(transcript, program, around) as assignment:
            yield await self._case(transcript, assignment, program, texts)

    @staticmethod
    def right(transcript: Transcript, program: str) -> Case:
        """Give what there is to know of a version that passes all tests, where texts say nothing of its runs."""
        source = Source.parse(program)
        return Case(
            source, None, frozenset(), Checker(source, None), task=transcript.task, tests=transcript.tests, passes=True
        )

    async def _case(self, transcript: Transcript, assignment: Assignment, program: str, texts: Sequence[str]) -> Case:
        source = await asyncio.to_thread(Source.parse, program)
        repairs = nearest(program, (text for text in transcript.repairs if text.strip() and text != program))[:NEAR]
        known = set(transcript.faulty) if program == transcript.program else set()
        known |= {line for repair in repairs for line in changed_lines(program, repair)}
        if source.broken or not assignment.tests:
            checker = await asyncio.to_thread(partial(Checker, source, None, references=repairs))
            tried = await self._attempts(assignment, repairs) if self.useful and source.broken else None
            about = (transcript.task, transcript.tests)
            return Case(source, None, sites(source, known), checker, (), {}, *about, tried)
        run = await self.runner.run(assignment, interpreter=self.interpreter, limits=hasty(self.limits))
        if not texts:
            return Case(source, run, frozenset(), Checker(source, run), (), {}, transcript.task, transcript.tests)
        searched, ranked = await self._searched(source, assignment, run, known, repairs)
        if not known and run.failing:
            known = {each.line for each in ranked if each.score >= LIKELY or each.certain}
        if run.agrees and run.tests:
            known = set()  # nothing is left to find
        bench = Joint(assignment, run, self.runner, self.interpreter, self.limits)
        make = partial(Checker, searched=searched, suspects=ranked, workbench=bench, references=repairs)
        checker = await asyncio.to_thread(make, source, run)
        calls = await self._calls(assignment, transcript.module, texts)
        readings = await self._recorded(assignment, source, run) if _speak_of_lines(texts) else ()
        tried = await self._attempts(assignment, repairs) if self.useful and run.failing else None
        about = (transcript.task, transcript.tests)
        return Case(source, run, sites(source, known), checker, readings, calls, *about, tried, bench)

    async def _attempts(self, assignment: Assignment, repairs: Sequence[str]) -> Attempts:
        return await attempts_at(assignment, self.runner, interpreter=self.interpreter, right=repairs)

    async def _searched(
        self, source: Source, assignment: Assignment, run: RunResult, known: set[int], repairs: Sequence[str]
    ) -> tuple[Searched, tuple[Suspect, ...]]:
        """Look for repairs where none are known; the lines that are known to be at fault are the suspects."""
        held = sites(source, known)
        places = tuple(Suspect(each.line, each.end_line, 1.0, ()) for each in source.statements() if each.line in held)
        if repairs or not run.failing:
            return Searched(), places
        findings = tuple(await asyncio.to_thread(check, source))
        look = Search(
            source, assignment, run, self.runner, self.interpreter, self.limits, self.search, findings=findings
        )
        searched = await look()
        return searched, places or await asyncio.to_thread(suspects, source, run, searched)

    async def _calls(self, assignment: Assignment, module: str, texts: Sequence[str]) -> Calls:
        """Make the calls that texts speak of, and see what comes back."""
        wanted = tuple(dict.fromkeys(call for text in texts for call in calls_in(text)))
        if not wanted:
            return {}
        other = also(assignment, "test_of_claims.py", tests_of(wanted, module))
        run = await self.runner.run(other, interpreter=self.interpreter, limits=hasty(self.limits))
        return told_by(run, wanted)

    async def _recorded(self, assignment: Assignment, source: Source, run: RunResult) -> tuple[Readings, ...]:
        chosen = sorted(run.failing or run.tests, key=lambda test: (test.stop is not None, len(test.lines)))
        traces = [
            await self.runner.trace(assignment, test.id, interpreter=self.interpreter, limits=hasty(self.limits))
            for test in chosen[:MOST_TRACED]
        ]
        return tuple(Readings(trace, source) for trace in traces)


def speak_of_runs(texts: Sequence[str]) -> bool:
    """Tell whether it takes a run to judge what texts say, whatever the tests say."""
    return _speak_of_lines(texts) or any(True for text in texts for _ in calls_in(text))


def _speak_of_lines(texts: Sequence[str]) -> bool:
    return any(speaks(text) or any(True for _ in claims_of_lines(text)) for text in texts)
