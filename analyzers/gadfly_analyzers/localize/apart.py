"""Several bugs kept apart: the statements of each are weighed by its own tests, since other bugs fail the others."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from gadfly_analyzers.execution.results import Outcome, RunResult
from gadfly_analyzers.findings import Finding, Span
from gadfly_analyzers.localize.bugs import rivals_of, unbroken
from gadfly_analyzers.localize.grounds import grounds_of
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.learned import Learned
from gadfly_analyzers.localize.weighing import Weighed, weigh
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source


@dataclass(frozen=True)
class Bug:
    """One of several: the statements that can be repaired for its tests, the chances of all that these run, and
    the grounds on which some may be called certain.
    """

    statements: Collection[Statement]
    tests: frozenset[str]
    chances: Mapping[Statement, float]
    grounds: Mapping[Span, str]

    @property
    def sureness(self) -> float:
        """How likely its likeliest statement is."""
        return max((self.chances.get(each, 0.0) for each in self.statements), default=0.0)


def bugs_apart(  # noqa: PLR0913, PLR0917 # what a ranking is made of
    source: Source,
    run: RunResult,
    searched: Searched,
    table: Learned,
    findings: Sequence[Finding],
    weighed: Weighed,
) -> list[Bug]:
    """Tell several bugs apart, the surest first; none if there may be one.

    There are several if no repair makes every test pass, but every failing test passes by some that break none, and
    these are of different tests.
    """
    if any(hit.whole and not hit.others for hit in searched.hits):
        return []
    groups, left = rivals_of(unbroken(weighed.chances, searched), weighed.chances, run)
    if left or len(groups) < 2:  # several
        return []
    bugs = []
    for group in groups:
        own, shown = _run_of(run, group.tests), _searched_for(searched, group.tests)
        found = weigh(source, own, shown, table, findings)
        can_break = len(run.tests) > len(run.failing)
        grounds = grounds_of(found.first, shown, own, table) if can_break else {}
        bugs.append(Bug(group.statements, group.tests, found.chances, grounds))
    return sorted(bugs, key=_order)


def _order(bug: Bug) -> tuple[float, ...]:
    """Take the surest first, and of those about as sure the one that fails most tests."""
    return -round(bug.sureness, 1), -len(bug.tests), -round(bug.sureness, 9)


def _run_of(run: RunResult, tests: Collection[str]) -> RunResult:
    """Leave out the failing tests of other bugs."""
    return replace(run, tests=tuple(test for test in run.tests if test.outcome is Outcome.PASSED or test.id in tests))


def _searched_for(searched: Searched, tests: frozenset[str]) -> Searched:
    """Show what a search did for some tests alone."""
    shown = (_shown(hit, tests) for hit in searched.hits if not hit.others)
    return replace(searched, hits=tuple(hit for hit in shown if hit.repaired or hit.farther), cures={}, ways=())


def _shown(hit: Hit, tests: frozenset[str]) -> Hit:
    whole = tests <= hit.repaired and not hit.breaks
    return replace(hit, repaired=hit.repaired & tests, farther=hit.farther & tests, cut=hit.cut & tests, whole=whole)
