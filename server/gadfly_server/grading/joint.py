"""A workbench at which several texts are judged at once: what each wants to try is tried in one process.

A process costs more than all that is tried in it, and what comes of one try does not depend on the others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import TypeVar

from gadfly_analyzers.execution.trial import Candidate, Trials
from gadfly_analyzers.leaks.workbench import BUDGET, Workbench

T = TypeVar("T")
Candidates = tuple[Candidate, ...]
LOADING = 1_500  # steps that the loading of a version counts as (``STEPS_OF_LOADING`` of the probe)
BOUND = BUDGET.steps // 8  # steps that tests may take that need more than usual, the least of all bounds
FEW = 2  # versions: for fewer a process costs as much as it may save
MOST = BUDGET.steps // LOADING // 2  # versions that are tried in one process


@dataclass(frozen=True, eq=False)
class _Wanted:
    """What somebody wants tried; ``along`` if only while others try something, too."""

    candidates: Candidates
    along: bool
    trials: asyncio.Future[Trials]


@dataclass
class _Desk:
    """How many are at work, what those wait for who want something tried, and whether that can be tried together."""

    working: int = 0
    waiting: list[_Wanted] = field(default_factory=list)
    together: bool = True


@dataclass(frozen=True)
class Joint(Workbench):
    """Tries what all who work at it want as soon as nobody can go on without."""

    desk: _Desk = field(default_factory=_Desk, repr=False, compare=False)

    async def at_once(self, works: Sequence[Awaitable[T]]) -> list[T]:
        """Do works at the same time, each of which may try things; gives what comes of them in their order.

        If one fails, or this is cancelled, none goes on.
        """
        self.desk.working += len(works)
        tasks = [asyncio.ensure_future(self._done(work)) for work in works]
        try:
            return list(await asyncio.gather(*tasks))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _done(self, work: Awaitable[T]) -> T:
        try:
            return await work
        except BaseException:
            self.desk.waiting.clear()  # nobody is going on
            raise
        finally:
            self.desk.working -= 1
            await self._try_if_all_wait()

    async def tried(self, candidates: Candidates) -> Trials:
        """Try versions."""
        return await self._trials(candidates)

    async def tried_along(self, candidates: Candidates) -> Trials:
        """Try versions that may be left untried: a single one is, if there is nothing else to try."""
        return await self._wanted(candidates, along=len(candidates) < FEW)

    async def _trials(self, candidates: Candidates) -> Trials:
        return self._known.get(candidates) or await self._wanted(candidates, along=False)

    async def _wanted(self, candidates: Candidates, *, along: bool) -> Trials:
        if not self.desk.working:
            return await super()._trials(candidates)
        wanted = _Wanted(candidates, along, asyncio.get_running_loop().create_future())
        self.desk.waiting.append(wanted)
        await self._try_if_all_wait()
        return await wanted.trials

    async def _try_if_all_wait(self) -> None:
        if not self.desk.waiting or len(self.desk.waiting) < self.desk.working:
            return
        waiting, self.desk.waiting = self.desk.waiting, []
        try:
            is_idle = all(wanted.along for wanted in waiting)
            found = [Trials()] * len(waiting) if is_idle else await self._of_all([each.candidates for each in waiting])
            for wanted, trials in zip(waiting, found, strict=True):
                if not wanted.trials.done():
                    wanted.trials.set_result(trials)
        except BaseException as error:
            for wanted in waiting:
                if not wanted.trials.done():
                    wanted.trials.set_exception(error)
            raise

    async def _of_all(self, every: Sequence[Candidates]) -> list[Trials]:
        """Try in one process what gets there what it would get alone, and the rest one after another."""
        for group in _groups(dict.fromkeys(every)):
            if len(group) > 1 and self.desk.together:
                trials = await self._in_one(tuple(each for candidates in group for each in candidates))
                self.desk.together = is_small(trials)
                if self.desk.together:
                    self._known.update(zip(group, _parted(trials, list(map(len, group))), strict=True))
        return [await super(Joint, self)._trials(candidates) for candidates in every]

    async def _in_one(self, candidates: Candidates) -> Trials:
        return await self.runner.search(
            self.assignment,
            self.run,
            candidates,
            interpreter=self.interpreter,
            limits=self.limits,
            budget=replace(self.budget, candidates=len(candidates)),
        )


def is_small(trials: Trials) -> bool:
    """Tell whether all was tried, and took so few steps that no bound can have made a difference to any of it."""
    return trials.complete and not trials.hurried and trials.steps <= BOUND + LOADING * trials.tried


def _groups(every: Iterable[Candidates]) -> Iterator[list[Candidates]]:
    """Bring together as many as may be tried in one process."""
    group: list[Candidates] = []
    for candidates in every:
        if sum(map(len, group)) + len(candidates) > MOST and group:
            yield group
            group = []
        group.append(candidates)
    yield group


def _parted(trials: Trials, counts: Sequence[int]) -> Iterator[Trials]:
    """Give each its part of what was tried one after another."""
    for first, end in pairwise(accumulate(counts, initial=0)):
        own = [each for each in trials.verdicts if first <= each.number < end]
        verdicts = tuple(replace(each, number=each.number - first) for each in own)
        yield replace(trials, verdicts=verdicts, reached=end - first)
