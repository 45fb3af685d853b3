"""Joins all evidence to one ranking: a conditional logit over the statements of a program.

D. McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior" (1974): of the statements of one program, the
chance of each is ``exp`` of the weighted sum of its evidence, divided by the sum of that over all of them.
The weights were learned on programs with known faults, so a score is the chance that the fault is in a statement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp, log

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.findings import Finding, Span
from gadfly_analyzers.localize.features import Features, Joined, of_first, of_search
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.learned import Counts as KindCounts
from gadfly_analyzers.localize.learned import Learned
from gadfly_analyzers.localize.spectrum import Counts
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_LEAST = 1e-6


def first_chances(
    source: Source, counts: Mapping[Statement, Counts], run: RunResult, findings: Sequence[Finding], learned: Learned
) -> dict[Statement, float]:
    """Give each statement's chance before anything was tried."""
    return chances(of_first(source, counts, run, findings), learned.first)


def sharpened_chances(
    first: Mapping[Statement, float], searched: Searched, run: RunResult, learned: Learned
) -> dict[Statement, float]:
    """Give each statement's chance after a search."""
    return chances(sharpened_features(first, searched, run, learned), learned.sharpened)


def sharpened_features(
    first: Mapping[Statement, float],
    searched: Searched,
    run: RunResult,
    learned: Learned,
    without: Mapping[str, KindCounts] | None = None,
) -> dict[Statement, Features]:
    """Join what was known before with what the search showed."""
    every = _as_far_as_tried(searched.hits, run)
    hits = by_span(every)
    gaps = [hit.beside for hit in every if hit.whole and not hit.others and hit.beside]
    above, below = {spans[0] for spans in gaps}, {spans[-1] for spans in gaps}
    cured = {hit.span for hit in every if hit.whole and not hit.others}
    joined = Joined(every, {each.span: chance for each, chance in first.items()}, learned)
    state = "open" if not cured else "whole"
    return {
        each: {
            f"first/{state}": log(max(chance, _LEAST)),
            "beside/above": float(each.span in above),
            "beside/below": float(each.span in below),
            "whole/alone": float(cured == {each.span}),
            **{
                name if name.startswith("whole") else f"{name}/{state}": value
                for name, value in (
                    *of_search(hits.get(each.span, ()), run, learned, without).items(),
                    *joined.features(each.span, hits.get(each.span, ()), run).items(),
                )
            },
        }
        for each, chance in first.items()
    }


def _as_far_as_tried(hits: Sequence[Hit], run: RunResult) -> Sequence[Hit]:
    """Where no repair is seen to make every test pass, take for one that does what was only stopped in the rest."""
    if any(hit.whole for hit in hits):
        return hits
    failing = {test.id for test in run.failing}
    return [
        replace(hit, whole=hit.cut > frozenset() and not hit.breaks and failing <= hit.repaired | hit.cut)
        for hit in hits
    ]


def by_span(hits: Sequence[Hit]) -> dict[Span, list[Hit]]:
    """Sort hits by the statements that were edited."""
    found: dict[Span, list[Hit]] = {}
    for hit in hits:
        for span in (hit.span, *hit.others):
            found.setdefault(span, []).append(hit)
    return found


def chances(features: Mapping[Statement, Features], weights: Mapping[str, float]) -> dict[Statement, float]:
    """Give the chances, which add up to 1."""
    sums = {
        each: sum(value * weights.get(name, 0.0) for name, value in found.items()) for each, found in features.items()
    }
    greatest = max(sums.values(), default=0.0)
    raised = {each: exp(total - greatest) for each, total in sums.items()}
    whole = sum(raised.values())
    return {each: value / whole for each, value in raised.items()}
