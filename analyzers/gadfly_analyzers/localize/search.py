"""Tries small repairs where the fault may be; what comes out is where they helped, never the repairs."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget, Trials, Verdict
from gadfly_analyzers.findings import Finding, Span
from gadfly_analyzers.localize.beyond import LOOKED_FOR, WORTH_A_PROCESS, Further, Tried, climb, unmet
from gadfly_analyzers.localize.features import holds_any, places_of
from gadfly_analyzers.localize.fusion import first_chances
from gadfly_analyzers.localize.hints import hints_of
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.learned import Learned, learned
from gadfly_analyzers.localize.repairs.candidates import beside, candidates, place_of, size_of
from gadfly_analyzers.localize.repairs.repair import Repair, are_apart, edits_together
from gadfly_analyzers.localize.spectrum import lines_of, spectrum
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_LOADED = 0.02  # the chance, next to that of others, of a statement that runs once when the program is loaded
_PLACES = 100  # so many statements are enough: of longer programs, the most suspect ones
_AT_ONCE, _ENOUGH = 10, 4_000  # statements at a time, until there are so many repairs
_MOST = 2_000  # of these so many are tried, the most promising: hardly any fault is found with what comes later
_BEST, _FEW_HELPING = 16, 4  # so many repairs that help, and of each statement, are joined with each other …
_PASSING, _BREAKING = 3.0, 0.3  # what a test that passes is worth against one that comes farther; where another breaks
_FIRST = 300  # … the best of these with as many of the most promising others …
_FEW, _BLIND, _MOST_BLIND = 12, 120, 1_600  # … and so many of each statement and of all with each other, so many pairs
_PAIRED, _THIRD = 2, 150  # so many pairs that do more than any repair alone are joined with as many of the promising
_BEYOND_PART = 0.2  # of the steps, for what is joined with what lies beyond
_BESIDE_LIKELY = 0.1  # with this, a hundred and fifty faults are found as often as with all, in half as many trials
_JOINED_PART = 0.06  # of the steps, for all that is joined: more of it finds hardly anything
_EACH_BYTE = 0.97  # how much less likely each byte of a change makes a repair, next to others of its statement
_T = TypeVar("_T")
_NOTHING = Hit(Span(0, 0), "", frozenset())


@dataclass(frozen=True)
class Search:
    """One search: what is searched, where, and how long.

    Once a repair of a likely kind makes every test pass, what has less than the part ``beside_likely`` of its worth is
    not tried any more; with 0, all is.
    """

    source: Source
    assignment: Assignment
    run: RunResult
    runner: Runner
    interpreter: Path
    limits: Limits
    budget: Budget = field(default_factory=Budget)
    table: Learned | None = None
    findings: Sequence[Finding] = ()
    beside_likely: float = _BESIDE_LIKELY

    async def __call__(self, on_hit: Callable[[Hit], None] | None = None) -> Searched:
        """Try single repairs, then pairs of them if none makes every test pass; cancelling stops it at once.

        If there are too many single ones to try, only those that help are joined, with the steps that are left.
        ``on_hit`` is told of each repair that helps, as soon as it was tried.
        """
        table = self.table or learned()
        places = await asyncio.to_thread(_places, self.source, self.run, self.findings, table)
        promising = await self._promising(places, table)
        tried = [repair for repair, _ in promising]
        alone = [(repair,) for repair in tried]
        asleep = unmet(self.source, self.run)
        budget = replace(self.budget, suffices=_suffices(promising, table, self.beside_likely))
        singles, trials = await self._try(alone, budget, on_hit, [each.line for each in asleep])
        counted = Counter(repair.kind for repair in tried[: trials.reached])
        whole = [tried[verdict.number] for verdict in trials.verdicts if verdict.whole]
        cures = {place_of(self.source, each): each for each in self._likeliest_last(whole, table)}
        found = any(table.is_likely(each.kind) for each in whole)
        left = self.budget.without(trials)
        for_joined = min(int(_JOINED_PART * self.budget.steps), left.steps)
        if found or for_joined < WORTH_A_PROCESS:
            ways = _ways((alone, trials.verdicts))
            return Searched(tuple(singles), counted, trials.complete, cures, ways)
        helping = self._most_helpful(trials.verdicts, tried, places, table)
        pairs = _pairs(helping, promising) if trials.complete and not whole else list(_among(helping))
        left = replace(left, candidates=self.budget.candidates, steps=for_joined)
        joined, spent = await self._try(pairs, left, on_hit, before=trials)
        several = _with_a_third(pairs, spent.verdicts, tried, max(len(hit.repaired) for hit in (*singles, _NOTHING)))
        more, last = await self._try(several, left.without(spent), on_hit, before=trials)
        joint: list[Tried] = [(pairs, spent.verdicts, joined), (several, last.verdicts, more)]
        if not (_explained(trials) or any(each.whole for each in (*spent.verdicts, *last.verdicts))):
            left = self.budget.without(trials).without(spent).without(last)
            steps = min(int(_BEYOND_PART * self.budget.steps), left.steps)
            left = replace(left, candidates=self.budget.candidates, steps=steps)
            attempt = partial(self._try, on_hit=on_hit, asked=[each.line for each in asleep], before=trials)
            ordered = self._best(trials.verdicts, tried, places, table)
            joint += await climb(alone, ordered, left, partial(self._further, asleep, table), attempt)
        ways = _ways((alone, trials.verdicts), *((ways, verdicts) for ways, verdicts, _ in joint))
        hits = (*singles, *(hit for *_, hits in joint for hit in hits))
        return Searched(hits, counted, trials.complete, cures, ways)

    async def _promising(self, places: Mapping[Statement, float], table: Learned) -> list[tuple[Repair, float]]:
        """List the repairs to try with their worth, the best first: likely places, kinds that are often right."""
        by_span = {each.span: chance for each, chance in places.items()}
        left, hints, found = list(places), hints_of(self.run), list[Repair]()
        enough = min(_ENOUGH, self.budget.steps // LOOKED_FOR)
        while left and len(found) < enough:  # in portions, so that it can be cancelled
            some, left = left[:_AT_ONCE], left[_AT_ONCE:]
            found += await asyncio.to_thread(lambda at: list(candidates(self.source, at, hints)), some)
        yields = {kind: table.yields(kind) for kind in {repair.kind for repair in found}}
        worth = [(repair, by_span[repair.span] * yields[repair.kind]) for repair in found]
        return sorted(worth, key=lambda one: -one[1])[:_MOST]

    async def _further(self, asleep: Sequence[Statement], table: Learned) -> list[Further]:
        """List the repairs of statements to which no failing test comes, those of a kind that is often right first."""
        lines = {each.span: each.line for each in asleep}
        found = await asyncio.to_thread(lambda: list(candidates(self.source, asleep, hints_of(self.run))))
        return [(each, lines[each.span]) for each in sorted(found, key=lambda each: -table.yields(each.kind))]

    def _likeliest_last(self, whole: Sequence[Repair], table: Learned) -> list[Repair]:
        """Order repairs that make every test pass: a kind that is often right, and of two such a small change."""
        return sorted(
            whole, key=lambda each: table.whole_is_right(each.kind) * _EACH_BYTE ** size_of(self.source, each)
        )

    def _most_helpful(
        self, verdicts: Sequence[Verdict], tried: Sequence[Repair], places: Mapping[Statement, float], table: Learned
    ) -> list[Repair]:
        """Choose the repairs to join with others: likely ones that make tests pass, a few of each statement."""
        ordered = self._best([each for each in verdicts if _helps(each)], tried, places, table)
        return [tried[each.number] for each in _few(ordered, lambda each: tried[each.number].span, _FEW_HELPING, _BEST)]

    def _best(
        self, verdicts: Sequence[Verdict], tried: Sequence[Repair], places: Mapping[Statement, float], table: Learned
    ) -> list[Verdict]:
        """Order what repairs did by how likely it is that one is a part of what is needed."""
        by_span = {each.span: chance for each, chance in places.items()}

        def worth(verdict: Verdict) -> float:
            repair = tried[verdict.number]
            rate = table.partial_is_right if verdict.passed else table.farther_is_right
            more = _PASSING * len(verdict.passed) * (_BREAKING if verdict.broken else 1.0)
            return by_span[repair.span] * rate(repair.kind) * max(more, 1.0)

        return sorted(verdicts, key=lambda each: -worth(each))

    async def _try(
        self,
        joined: Sequence[tuple[Repair, ...]],
        budget: Budget,
        on_hit: Callable[[Hit], None] | None,
        asked: Collection[int] = (),
        before: Trials | None = None,
    ) -> tuple[list[Hit], Trials]:
        """Try repairs, each alone or with another."""

        def hit(verdict: Verdict) -> Hit:
            if verdict.number not in known:
                known[verdict.number] = of(verdict)
            return known[verdict.number]

        def of(verdict: Verdict) -> Hit:
            repairs = joined[verdict.number]
            span, *spans = (place_of(self.source, repair) for repair in repairs)
            kind, *kinds = (repair.kind for repair in repairs)
            return Hit(
                span,
                kind,
                verdict.passed,
                verdict.farther,
                bool(verdict.broken),
                verdict.whole,
                verdict.cut,
                others=tuple(spans),
                beside=beside(statements, repairs[0]),
                other_kinds=tuple(kinds),
            )

        statements = self.source.statements()
        known: dict[int, Hit] = {}
        trials = await self.runner.search(
            self.assignment,
            self.run,
            [edits_together(repairs) for repairs in joined],
            interpreter=self.interpreter,
            limits=self.limits,
            budget=budget,
            asked=asked,
            on_verdict=None if on_hit is None else lambda verdict: on_hit(hit(verdict)) if _helps(verdict) else None,
            before=before,
        )
        return [hit(verdict) for verdict in trials.verdicts if _helps(verdict)], trials


def _ways(*tried: tuple[Sequence[tuple[Repair, ...]], Sequence[Verdict]]) -> tuple[tuple[Repair, ...], ...]:
    """Give what was tried in each verdict on what helped."""
    return tuple(joined[each.number] for joined, verdicts in tried for each in verdicts if _helps(each))


def _suffices(promising: Sequence[tuple[Repair, float]], table: Learned, part: float) -> dict[int, int]:
    """Give for each repair of a likely kind how far to go on once it has made every test pass.

    What is far less promising would hardly be believed beside it.
    """
    falling = [-worth for _, worth in promising]
    likely = {repair.kind for repair, _ in promising if table.is_likely(repair.kind)}
    return {
        number: bisect_right(falling, -part * worth)
        for number, (repair, worth) in enumerate(promising)
        if repair.kind in likely
    }


def _explained(trials: Trials) -> bool:
    """Tell whether for every failing test some repair makes it pass and breaks none: then no mistake hides another."""
    kept = (each.passed for each in trials.verdicts if not each.broken)
    return trials.failing <= frozenset[str]().union(*kept)


def _helps(verdict: Verdict) -> bool:
    """Tell whether a repair made a test pass or fail later: to come to other statements is not enough."""
    return bool(verdict.passed or verdict.farther)


def _places(source: Source, run: RunResult, findings: Sequence[Finding], table: Learned) -> dict[Statement, float]:
    """Give the statements that may be at fault with their chances: what failing tests run, and what loading ran."""
    places = first_chances(source, spectrum(source, run), run, findings, table)
    least, most = min(places.values(), default=1.0), max(places.values(), default=1.0)
    reached, asked = {line for test in run.failing for line in test.lines}, places_of(findings)
    for each in source.statements():
        if each not in places and any(line in run.loaded_lines for line in lines_of(each)):
            is_header = each.kind == "function_definition"
            if not is_header or _runs(source, each, reached):
                alone = least if is_header else _LOADED * least
                places[each] = most if holds_any(each, asked) else alone
    return dict(sorted(places.items(), key=lambda place: -place[1])[:_PLACES])


def _runs(source: Source, definition: Statement, reached: set[int]) -> bool:
    """Tell whether failing tests run the function that is defined here."""
    if definition.block is None:
        return False
    first, last = source.line_of(definition.block.start) + 1, source.line_of(definition.block.end) + 1
    return any(first <= line <= last for line in reached)


def _pairs(helping: Sequence[Repair], promising: Sequence[tuple[Repair, float]]) -> list[tuple[Repair, ...]]:
    """Join repairs at different statements: those that help with each other, then with others, then the likeliest."""
    further = ((one, other) for one in helping[: _BEST // 4] for other, _ in promising[:_FIRST])
    likely = _few_of_each_statement(promising, _FEW, _BLIND)
    blind = sorted(combinations(likely, 2), key=lambda pair: -pair[0][1] * pair[1][1])[:_MOST_BLIND]
    joined = (pair for pair in (*further, *((one, other) for (one, _), (other, _) in blind)) if are_apart(*pair))
    return list(dict.fromkeys((*_among(helping), *joined)))


def _among(helping: Sequence[Repair]) -> Iterator[tuple[Repair, ...]]:
    """Join repairs that help with each other."""
    return (pair for pair in combinations(helping, 2) if are_apart(*pair))


def _with_a_third(
    pairs: Sequence[tuple[Repair, ...]], verdicts: Sequence[Verdict], promising: Sequence[Repair], alone: int
) -> list[tuple[Repair, ...]]:
    """Join the pairs that make more tests pass than any repair alone, but not all, with the most promising others."""
    if any(each.whole for each in verdicts):
        return []
    more = [each for each in verdicts if len(each.passed) > alone and not each.broken]
    best = [pairs[each.number] for each in sorted(more, key=lambda each: -len(each.passed))[:_PAIRED]]
    return [(*pair, third) for third in promising[:_THIRD] for pair in best if are_apart(*pair, third)]


def _few_of_each_statement(
    promising: Sequence[tuple[Repair, float]], few: int, most: int
) -> list[tuple[Repair, float]]:
    """Choose the first of each statement."""
    return _few(promising, lambda one: one[0].span, few, most)


def _few(ordered: Iterable[_T], span_of: Callable[[_T], Span], few: int, most: int) -> list[_T]:
    """Choose the first of each statement, of whatever belongs to one."""
    chosen: list[_T] = []
    taken = Counter[Span]()
    for each in ordered:
        if taken[span_of(each)] < few and len(chosen) < most:
            taken[span_of(each)] += 1
            chosen.append(each)
    return chosen
