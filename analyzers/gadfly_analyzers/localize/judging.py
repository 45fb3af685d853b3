"""What is to be said of each statement of a program: which bug it belongs to, how likely, and whether for certain."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.findings import Finding
from gadfly_analyzers.localize.apart import Bug, bugs_apart
from gadfly_analyzers.localize.bugs import bugs_of
from gadfly_analyzers.localize.grounds import AGREED, NEEDED, ONLY, grounds_of
from gadfly_analyzers.localize.hits import Searched
from gadfly_analyzers.localize.learned import Learned
from gadfly_analyzers.localize.weighing import Weighed
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source


class Judgement(NamedTuple):
    """The number of a statement's bug, how likely it is at fault, whether that is certain, and whether no other one
    can be changed instead.
    """

    bug: int
    chance: float
    certain: bool
    only: bool = False


def judged(  # noqa: PLR0913, PLR0917 # what a ranking is made of
    source: Source,
    run: RunResult,
    searched: Searched,
    table: Learned,
    findings: Sequence[Finding],
    weighed: Weighed,
) -> dict[Statement, Judgement]:
    """Judge each statement, by the tests of its own bug where several can be told apart."""
    bugs = bugs_apart(source, run, searched, table, findings, weighed)
    by_all = _by_all_tests(run, searched, table, weighed)
    return _by_own_tests(bugs, table, by_all) if bugs else by_all


def _by_own_tests(
    bugs: Sequence[Bug], table: Learned, by_all: dict[Statement, Judgement]
) -> dict[Statement, Judgement]:
    """Judge by the tests of each bug; what can be repaired for none comes with the first, what was certain stays so."""
    numbers = {each: number for number, bug in enumerate(bugs) for each in bug.statements}
    found = {}
    for each, before in by_all.items():
        number = numbers.get(each, 0)
        bug = bugs[number]
        chance = bug.chances.get(each, 0.0)
        certain = each in numbers and chance >= table.certain_from.get(bug.grounds.get(each.span, ""), inf)
        found[each] = Judgement(number, chance, certain or before.certain)
    return found


def _by_all_tests(run: RunResult, searched: Searched, table: Learned, weighed: Weighed) -> dict[Statement, Judgement]:
    is_cured = any(hit.whole and not hit.others for hit in searched.hits)
    share = 1.0 if is_cured else len(weighed.chances) / (len(weighed.chances) + 1)  # it may as well be in none of them
    bugs, grounds = bugs_of(weighed.chances, searched, run), grounds_of(weighed.first, searched, run, table)
    found = {}
    for each, chance in weighed.chances.items():
        ground = grounds.get(each.span, "")
        certain = chance >= table.certain_from.get(ground, inf)
        only = certain and ground in (AGREED, ONLY, NEEDED) and len(grounds) == 1
        found[each] = Judgement(bugs[each], chance * share, certain, only)
    return found
