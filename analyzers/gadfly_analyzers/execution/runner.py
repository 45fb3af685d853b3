"""Runs a program's tests in the student's interpreter; whatever they do is an outcome or a problem, never an error."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.judging import Judging
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.recording import Recording
from gadfly_analyzers.execution.results import Problem, RunResult, TestResult
from gadfly_analyzers.execution.soundness import overshadowed, unreadable, within_reason
from gadfly_analyzers.execution.story import Story, load_seconds
from gadfly_analyzers.execution.trial import Budget, Candidate, Trials, Verdict
from gadfly_analyzers.execution.trying import share, trials
from gadfly_analyzers.execution.turns import Haste, Turns
from gadfly_analyzers.execution.warm import Warm
from gadfly_analyzers.execution.worker import Run, Worker, WorkerDiedError
from gadfly_analyzers.trace.recording import Trace

T = TypeVar("T")
FEW = 4  # candidates: so few are for an answer that somebody waits for
LATER = 5  # how much the system is to put off what others need not wait for
BARREN = 2  # so many processes in a row may end without a single result


class Runner:
    """Runs programs for one student; runs may overlap, each in a process of its own.

    ``warm`` are the interpreters that stay started; a runner that was given them leaves them as they are when it is
    closed. ``turns`` say who may run next where ``who`` is one of many. ``without`` names defences that are not to be
    put up around its own interpreters, besides those in ``GADFLY_WITHOUT`` (see docs/sandbox.md).
    """

    def __init__(
        self, warm: Warm | None = None, turns: Turns | None = None, who: str = "", *, without: Collection[str] = ()
    ) -> None:
        self._lent = warm is not None
        self._warm = warm or Warm(without)
        self._turns = turns
        self._who = who

    @property
    def crowd(self) -> float:
        """How many runs wait for each place: the more they are, the less may each take for what can be done without."""
        return self._turns.crowd if self._turns else 0.0

    def hurry(self, haste: Haste = Haste.ANSWERED, *, only_new: bool = False) -> AbstractContextManager[None]:
        """Let what runs come before what others can do without, until the block ends: the student waits for it.

        With ``only_new`` what waits for a place already stays where it is.
        """
        return self._turns.hurry(self._who, haste, only_new=only_new) if self._turns else nullcontext()

    async def __aenter__(self) -> Runner:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def warm(self, interpreter: Path) -> None:
        """Start the worker before it is needed."""
        await self._warm.worker(interpreter)

    async def close(self) -> None:
        """End all workers that are its own."""
        if not self._lent:
            await self._warm.close()

    async def run(
        self,
        assignment: Assignment,
        *,
        interpreter: Path,
        limits: Limits = Limits(),  # noqa: B008 # frozen
        on_result: Callable[[TestResult], None] | None = None,
        only: Collection[str] | None = None,
    ) -> RunResult:
        """Run all tests, or ``only`` those with these ids; cancelling the task kills the run before it arrives."""
        clock = asyncio.get_running_loop().time
        began = clock()
        story = Story(assignment, limits, on_result, only)
        problem = unreadable(assignment.program) or overshadowed(assignment)
        tests, unfit = within_reason(assignment.tests)
        if problem is not None:
            story.problems.append(problem)
        elif tests or not unfit:
            await self._tell(story, interpreter, urgent=True)
        story.problems += unfit
        if not story.heard:
            return story.told(clock() - began)
        judging = Judging(story)
        await self._tell(judging, interpreter, urgent=True)
        return judging.amended(story.told(clock() - began))

    async def trace(
        self,
        assignment: Assignment,
        test_id: str,
        *,
        interpreter: Path,
        limits: Limits = Limits(),  # noqa: B008 # frozen
        text: bytes | None = None,
    ) -> Trace:
        """Record one test step by step; a test that does not end leaves what was recorded until then.

        ``text`` is another version of the program, which the test finds where the program's file is; it is never
        written to disk.
        """
        recording = Recording(assignment, limits, test_id, text)
        await self._tell(recording, interpreter, urgent=False)
        return recording.trace()

    async def search(  # noqa: PLR0913 # all but the first three are by name
        self,
        assignment: Assignment,
        run: RunResult,
        candidates: Sequence[Candidate],
        *,
        interpreter: Path,
        limits: Limits = Limits(),  # noqa: B008 # frozen
        budget: Budget = Budget(),  # noqa: B008 # frozen
        asked: Collection[int] = (),
        on_verdict: Callable[[Verdict], None] | None = None,
        before: Trials | None = None,
    ) -> Trials:
        """Run the tests on changed versions of the program; cancelling the task kills all of it before it arrives.

        ``asked`` are lines at which statements begin, of which it is told when a test that failed comes to them.
        What trials ``before`` have shown of the program as it is, with the same run, is not looked at again.
        """
        clock = asyncio.get_running_loop().time
        began = clock()
        baseline = before.baseline if before else None
        shares = share(assignment, run, candidates, limits, budget, asked, on_verdict, baseline)
        urgent = len(candidates) <= FEW
        telling = [asyncio.ensure_future(self._tell(one, interpreter, urgent=urgent)) for one in shares]
        try:
            await asyncio.gather(*telling)
        finally:
            for task in telling:
                task.cancel()
            await asyncio.gather(*telling, return_exceptions=True)
        return trials(shares, len(candidates), clock() - began)

    async def _tell(self, story: Story, interpreter: Path, *, urgent: bool) -> None:
        """Fork processes until every test has a result, the time is over or nothing comes of it any more."""
        async with self._turns.turn(self._who, urgent=urgent) if self._turns else nullcontext(True) as is_urgent:
            await self._fork_all(story, interpreter, 0 if is_urgent else LATER)

    async def _fork_all(self, story: Story, interpreter: Path, nice: int) -> None:
        clock = asyncio.get_running_loop().time
        barren, until = 0, 0.0
        while not story.finished:
            worker = await self._warm.worker(interpreter)
            if isinstance(worker, Problem):
                story.problems.append(worker)
                return
            until = until or clock() + story.limits.wall_seconds
            known = story.progress
            await self._fork(worker, {**request(story), "nice": nice}, story, until)
            if clock() >= until:
                story.over()
            barren = 0 if story.progress > known else barren + 1
            if barren == BARREN and not story.finished:
                story.died()
                return

    async def _fork(self, worker: Worker, asked: dict[str, Any], story: Story, until: float) -> None:
        """Fork one process and listen to it."""
        try:
            async with await worker.open(asked) as run:
                await follow(run, story, until)
        except WorkerDiedError:
            await self._warm.dismiss(worker)


async def follow(run: Run, story: Story, until: float) -> None:
    """Listen to a run to its end; kill it when it is silent for too long or the time is over."""
    clock = asyncio.get_running_loop().time
    silent_until = clock() + story.patience()
    heard = False
    while True:
        deadline = min(silent_until, until + 1.0 if story.late else until)
        try:
            message = run.arrived() or await within(run.receive(), max(deadline - clock(), 0.0))
        except asyncio.TimeoutError:
            if story.late:
                return
            story.out_of_time(all_over=clock() >= until)
            run.kill()
            silent_until = clock() + 5.0
            continue
        if message is None and not heard:
            raise WorkerDiedError
        if message is None:
            story.lost()
            return
        heard = heard or message["kind"] != "preparing"  # a keeper that ends before its run has begun is broken
        story.hear(message)
        if story.enough:
            run.is_told = True
            return
        if not story.late and message["kind"] != "partial":
            silent_until = clock() + story.patience()


async def within(message: Coroutine[Any, Any, T], seconds: float) -> T:
    """Wait so long for a message; ``asyncio.wait_for`` before 3.12 loses a cancellation that comes together with it."""
    listening = asyncio.ensure_future(message)
    try:
        await asyncio.wait([listening], timeout=seconds)
        if listening.done():
            return listening.result()
        raise asyncio.TimeoutError
    finally:
        if not listening.done():
            listening.cancel()
            await asyncio.wait([listening])


def request(story: Story) -> dict[str, Any]:
    """Word what a forked process has to do."""
    assignment = story.assignment
    folders = [assignment.root, *sources(assignment), *(test.parent for test in assignment.tests)]
    load = load_seconds(story.limits)
    return {
        "program": str(assignment.program),
        "root": str(assignment.root),
        "tests": [str(test) for test in within_reason(assignment.tests)[0]],
        "named": assignment.glob is not None,
        "hidden": assignment.hidden,
        "paths": list(dict.fromkeys(map(str, folders))),
        "limits": {
            **asdict(story.limits),
            "test_seconds": story.test_seconds,
            "load_seconds": load,
            "memory_of_all_bytes": story.limits.memory_of_all_bytes,
        },
        **story.wanted(),
    }


def sources(assignment: Assignment) -> list[Path]:
    """List the folders from which tests may import the program: its own, that of its package, and a ``src`` above."""
    folder = assignment.program.parent
    above = [one for one in folder.parents if one == assignment.root or assignment.root in one.parents]
    inside = [one.parent for one in (folder, *above) if (one / "__init__.py").exists()]
    return list(dict.fromkeys([folder, *inside, *(one for one in above if one.name == "src")]))
