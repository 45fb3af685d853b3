"""On what ground a statement may be called certain: by how it can be repaired, and whether others can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.findings import Span
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.learned import Learned, family_of
from gadfly_analyzers.localize.repairs.families import ADDING
from gadfly_analyzers.outline import Statement

AGREED, ONLY, FOREMOST, NEEDED, SOME = "agreed", "only", "foremost", "needed", "some"
_AGREES = 0.3  # of the greatest chance before a search
_TRUSTED = 0.7  # of the repairs of a kind that make every test pass
_FAR_MORE = 5.0  # times as often right, of all that are tried


def grounds_of(first: Mapping[Statement, float], searched: Searched, run: RunResult, table: Learned) -> dict[Span, str]:
    """Give the statements that may be called certain, if their scores are high enough, each with the ground for it.

    All repairs that make every test pass without others are of this statement (``ONLY``), and it was among the most
    suspect before any was tried, or one is of a kind to trust (``AGREED``): ``first`` has the chances of then. Or some
    are of others, but only add a statement there, or are all of kinds that are far more seldom right (``FOREMOST``).
    Else, whatever makes every test pass is a joined repair that changes the statement, and does not only add one there
    (``NEEDED``). Else nothing does, of all that there was to try, and repairs of a likely kind make some pass without
    breaking any, of which there are some (``SOME``): it is one bug of several that is certain. Nothing is while a
    search goes on.
    """
    if not searched.tried:
        return {}
    whole = [hit for hit in searched.hits if hit.whole]
    if alone := [hit for hit in whole if not hit.others]:
        return _of_cured(first, alone, table)
    if whole:
        joined = (frozenset(span for span, kind in hit.parts if family_of(kind) not in ADDING) for hit in whole)
        return dict.fromkeys(frozenset[Span].intersection(*joined), NEEDED)
    if not searched.complete or len(run.failing) == len(run.tests):
        return {}
    single = (hit for hit in searched.hits if hit.repaired and not hit.others and not hit.breaks)
    return {hit.span: SOME for hit in single if table.is_likely_one(hit.kind)}


def _of_cured(first: Mapping[Statement, float], alone: Sequence[Hit], table: Learned) -> dict[Span, str]:
    """Give the one statement that may be called certain where some can be repaired alone, if there is one."""
    cured = {hit.span for hit in alone}
    if len(cured) > 1:
        return _of_rivals(alone, table)
    least = _AGREES * max(first.values(), default=0.0)
    agreed = cured <= {each.span for each, chance in first.items() if chance >= least}
    trusted = any(table.whole_is_right(hit.kind) >= _TRUSTED for hit in alone)
    return dict.fromkeys(cured, AGREED if agreed or trusted else ONLY)


def _of_rivals(alone: Sequence[Hit], table: Learned) -> dict[Span, str]:
    """Give the same where several can be: students make some mistakes far oftener than others."""
    changed = {hit.span for hit in alone if family_of(hit.kind) not in ADDING}
    if len(changed) == 1:
        return dict.fromkeys(changed, FOREMOST)
    best: dict[Span, float] = {}
    for hit in alone:
        best[hit.span] = max(table.yields(hit.kind), best.get(hit.span, 0.0))
    first = max(best, key=lambda span: best[span])
    ahead = all(best[first] >= _FAR_MORE * other for span, other in best.items() if span != first)
    return {first: FOREMOST} if ahead else {}
