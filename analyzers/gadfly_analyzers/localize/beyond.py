"""What lies beyond a first mistake: statements that no failing test comes to before that is repaired.

Where one mistake hides another, no repair of either makes a test pass. But with the first one repaired the test comes
to statements to which it did not come before, and there is the other.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import sqrt

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.trial import Budget, Trials, Verdict
from gadfly_analyzers.findings import Span
from gadfly_analyzers.localize.hits import Hit
from gadfly_analyzers.localize.repairs.repair import Repair, are_apart
from gadfly_analyzers.localize.spectrum import lines_of
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

Way = tuple[Repair, ...]
Further = tuple[Repair, int]  # with the line of its statement
Tried = tuple[Sequence[Way], Sequence[Verdict], Sequence[Hit]]  # what was joined, and what came of it

WORTH_A_PROCESS = 200_000  # steps: what is less goes by before the first of them is tried
LOOKED_FOR = 750  # steps for each repair that is looked for: twice as many as can be tried at most
_EACH, _ALL = 3, 8  # so many openings at the same statements, and of all, are gone on from


@dataclass(frozen=True, slots=True)
class Opening:
    """Repairs with which failing tests come to more statements: on these ``lines``; and the tests that ``passed``."""

    way: Way
    lines: frozenset[int]
    passed: frozenset[str]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the repairs are."""
        return tuple(each.span for each in self.way)


def unmet(source: Source, run: RunResult) -> list[Statement]:
    """List the statements that no failing test runs, of the functions that one is in."""
    ran = {line for test in run.failing for line in test.lines}
    entered = [each for each in source.functions() if any(each.line < line <= each.end_line for line in ran)]
    inside = {line for each in entered for line in range(each.line + 1, each.end_line + 1)}
    left = inside - ran - run.loaded_lines
    return [each for each in source.statements() if each.line in left and ran.isdisjoint(lines_of(each))]


def openings(ways: Sequence[Way], verdicts: Iterable[Verdict], before: Mapping[Way, Opening]) -> list[Opening]:
    """Choose what to go on from, of verdicts in the order of their worth: what opens most comes first.

    ``before`` has what was gone on from already: what adds nothing to it opens nothing.
    """
    found = []
    for verdict in verdicts:
        way = ways[verdict.number]
        last = before.get(way[:-1])
        if verdict.met and (last is None or verdict.met - last.lines or len(verdict.passed) > len(last.passed)):
            found.append(Opening(way, verdict.met, frozenset() if verdict.broken else verdict.passed))
    found.sort(key=lambda each: (-len(each.lines), -len(each.passed)))
    chosen: list[Opening] = []
    for each in found:
        if sum(other.spans == each.spans for other in chosen) < _EACH and len(chosen) < _ALL:
            chosen.append(each)
    return chosen


def on_top(opened: Sequence[Opening], further: Sequence[Further], most: int) -> list[Way]:
    """Join each opening with repairs of what it opens, so many at most; both are given the best first.

    The better an opening is, the more is tried on top of it.
    """
    ranked = [
        (sqrt(place + 1) * (depth + 1), place, (*opening.way, repair))
        for place, opening in enumerate(opened)
        for depth, repair in enumerate(each for each, line in further if line in opening.lines)
    ]
    ordered = (way for *_, way in sorted(ranked, key=lambda one: one[:2]))
    return list(islice((way for way in ordered if are_apart(*way)), most))


async def climb(
    ways: Sequence[Way],
    verdicts: Sequence[Verdict],
    budget: Budget,
    list_further: Callable[[], Awaitable[Sequence[Further]]],
    attempt: Callable[[Sequence[Way], Budget], Awaitable[tuple[Sequence[Hit], Trials]]],
) -> list[Tried]:
    """Join repairs that let failing tests come to more statements with repairs there, and these with more.

    ``verdicts`` are those on the first ``ways``, in the order of their worth. Each time most of the steps that are left
    are used, for the first step up is the longest.
    """
    found, before, further = list[Tried](), dict[Way, Opening](), list[Further]()
    while budget.steps > WORTH_A_PROCESS and (opened := openings(ways, verdicts, before)):
        further = further or [*await list_further()]
        before = {each.way: each for each in opened}
        steps = 2 * budget.steps // 3
        ways = on_top(opened, further, steps // LOOKED_FOR)
        hits, trials = await attempt(ways, replace(budget, steps=steps))
        budget, verdicts = budget.without(trials), trials.verdicts
        found.append((ways, verdicts, hits))
        if any(each.whole for each in verdicts):
            break
    return found
