"""Tries small repairs where the fault may be; what comes out is where they helped, never the repairs."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from pathlib import Path

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget, Trials, Verdict
from gadfly_analyzers.findings import Finding, Span
from gadfly_analyzers.localize.fusion import first_chances
from gadfly_analyzers.localize.hints import hints_of
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.learned import Learned, learned
from gadfly_analyzers.localize.repairs.candidates import beside, candidates
from gadfly_analyzers.localize.repairs.repair import Repair, edits_of
from gadfly_analyzers.localize.spectrum import lines_of, spectrum
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_LOADED = 0.02  # the chance, next to that of others, of a statement that runs once when the program is loaded
_PLACES = 100  # so many statements are enough: of longer programs, the most suspect ones
_AT_ONCE, _ENOUGH = 10, 4_000  # statements at a time, until there are so many repairs
_BEST = 12  # so many repairs that help are joined with each other …
_FIRST = 300  # … the best of these with as many of the most promising others …
_FEW, _BLIND = 6, 48  # … and so many of each statement, and of all, with each other


@dataclass(frozen=True)
class Search:
    """One search: what is searched, where, and how long."""

    source: Source
    assignment: Assignment
    run: RunResult
    runner: Runner
    interpreter: Path
    limits: Limits
    budget: Budget = field(default_factory=Budget)
    table: Learned | None = None
    findings: Sequence[Finding] = ()

    async def __call__(self, on_hit: Callable[[Hit], None] | None = None) -> Searched:
        """Try single repairs, then pairs of them if none makes every test pass; cancelling stops it at once.

        ``on_hit`` is told of each repair that helps, as soon as it was tried.
        """
        table = self.table or learned()
        tried = await self._promising(table)
        singles, trials = await self._try([(repair,) for repair in tried], self.budget, on_hit)
        counted = Counter(repair.kind for repair in tried[: trials.reached])
        whole = [tried[verdict.number] for verdict in trials.verdicts if verdict.whole]
        if whole or not trials.complete:
            cures = {each.span: each for each in sorted(whole, key=lambda each: table.whole_is_right(each.kind))}
            return Searched(tuple(singles), counted, trials.complete, cures)
        helping = [tried[verdict.number] for verdict in _most_helpful(trials.verdicts)]
        joined, _ = await self._try(_pairs(helping, tried), self.budget.without(trials), on_hit)
        return Searched((*singles, *joined), counted, complete=True)

    async def _promising(self, table: Learned) -> list[Repair]:
        """List the repairs to try, the most promising first: likely places, kinds that are often right."""
        places = await asyncio.to_thread(_places, self.source, self.run, self.findings, table)
        by_span = {each.span: chance for each, chance in places.items()}
        left, hints, found = list(places), hints_of(self.run), list[Repair]()
        while left and len(found) < _ENOUGH:  # in portions, so that it can be cancelled
            some, left = left[:_AT_ONCE], left[_AT_ONCE:]
            found += await asyncio.to_thread(lambda at: list(candidates(self.source, at, hints)), some)
        return sorted(found, key=lambda repair: -by_span[repair.span] * table.yields(repair.kind))

    async def _try(
        self, joined: Sequence[tuple[Repair, ...]], budget: Budget, on_hit: Callable[[Hit], None] | None
    ) -> tuple[list[Hit], Trials]:
        """Try repairs, each alone or with another."""

        def hit(verdict: Verdict) -> Hit:
            first, *others = joined[verdict.number]
            spans = tuple(other.span for other in others)
            broken, near = bool(verdict.broken), beside(statements, first)
            return Hit(first.span, first.kind, verdict.passed, verdict.farther, broken, verdict.whole, spans, near)

        statements = self.source.statements()

        trials = await self.runner.search(
            self.assignment,
            self.run,
            [sorted(edit for repair in repairs for edit in edits_of(repair)) for repairs in joined],
            interpreter=self.interpreter,
            limits=self.limits,
            budget=budget,
            on_verdict=None if on_hit is None else lambda verdict: on_hit(hit(verdict)),
        )
        return [hit(verdict) for verdict in trials.verdicts], trials


def _places(source: Source, run: RunResult, findings: Sequence[Finding], table: Learned) -> dict[Statement, float]:
    """Give the statements that may be at fault with their chances: what failing tests run, and what loading ran."""
    places = first_chances(source, spectrum(source, run), run, findings, table)
    least = min(places.values(), default=1.0)
    reached = {line for test in run.failing for line in test.lines}
    for each in source.statements():
        if each not in places and any(line in run.loaded_lines for line in lines_of(each)):
            if each.kind != "function_definition":
                places[each] = _LOADED * least
            elif _runs(source, each, reached):
                places[each] = least
    return dict(sorted(places.items(), key=lambda place: -place[1])[:_PLACES])


def _runs(source: Source, definition: Statement, reached: set[int]) -> bool:
    """Tell whether failing tests run the function that is defined here."""
    if definition.block is None:
        return False
    first, last = source.line_of(definition.block.start) + 1, source.line_of(definition.block.end) + 1
    return any(first <= line <= last for line in reached)


def _most_helpful(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Choose the repairs to join with others: those that make most tests pass and break none first."""
    return sorted(verdicts, key=lambda each: (not each.passed, bool(each.broken), -len(each.passed)))[:_BEST]


def _pairs(helping: Sequence[Repair], promising: Sequence[Repair]) -> list[tuple[Repair, ...]]:
    """Join repairs at different statements: those that help with each other, then with others, then the likeliest."""
    among = combinations(helping, 2)
    further = ((one, other) for one in helping[: _BEST // 4] for other in promising[:_FIRST])
    blind = combinations(_few_of_each_statement(promising), 2)
    joined = (pair for pair in (*among, *further, *blind) if _are_apart(*pair))
    return list(dict.fromkeys(joined))


def _few_of_each_statement(promising: Sequence[Repair]) -> list[Repair]:
    chosen: list[Repair] = []
    taken = Counter[Span]()
    for repair in promising:
        if taken[repair.span] < _FEW and len(chosen) < _BLIND:
            taken[repair.span] += 1
            chosen.append(repair)
    return chosen


def _are_apart(one: Repair, other: Repair) -> bool:
    edits = sorted((*edits_of(one), *edits_of(other)))
    return one.span != other.span and all(before.end <= after.start for before, after in pairwise(edits))
