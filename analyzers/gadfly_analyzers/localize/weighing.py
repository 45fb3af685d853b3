"""How suspect each statement is: by the tests that run it, before anything was tried, and after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.findings import Finding
from gadfly_analyzers.localize.features import holds_any, places_of
from gadfly_analyzers.localize.fusion import first_chances, sharpened_chances
from gadfly_analyzers.localize.hits import Searched
from gadfly_analyzers.localize.learned import Learned
from gadfly_analyzers.localize.spectrum import Counts, spectrum
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source


@dataclass(frozen=True)
class Weighed:
    """Statements with the tests that run them, and their chances before a search (``first``) and as things are."""

    counts: Mapping[Statement, Counts]
    first: Mapping[Statement, float]
    chances: Mapping[Statement, float]


def weigh(source: Source, run: RunResult, searched: Searched, table: Learned, findings: Sequence[Finding]) -> Weighed:
    """Weigh the statements that failing tests run, and those of which a repair helps."""
    counts = dict(spectrum(source, run))
    first = first_chances(source, counts, run, findings, table)
    if not (searched.hits or searched.complete):
        return Weighed(counts, first, first)
    known, asked = tuple(first.values()) or (1.0,), places_of(findings)
    for each in _further(source, searched, counts):
        counts[each] = Counts(0, len(run.failing), 0, len(run.tests) - len(run.failing))
        # Where a pattern and a repair agree, it says nothing that no test runs the statement itself.
        first[each] = max(known) if holds_any(each, asked) else min(known)
    return Weighed(counts, first, sharpened_chances(first, searched, run, table))


def _further(source: Source, searched: Searched, known: Mapping[Statement, Counts]) -> list[Statement]:
    """List the statements that no test runs itself, such as a function's header, but of which a repair helps."""
    helped = {hit.span for hit in searched.hits if hit.repaired and not (hit.others or hit.breaks)}
    return [each for each in source.statements() if each.span in helped and each not in known]
