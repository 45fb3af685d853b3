"""How a failing run goes another way than that of a repaired program, which nobody sees."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

from gadfly_analyzers.findings import Span
from gadfly_analyzers.localize.direction import Direction
from gadfly_analyzers.localize.directions import coarse, deviation
from gadfly_analyzers.localize.directions.compared import Compared, Version
from gadfly_analyzers.localize.hits import Searched
from gadfly_analyzers.localize.repairs.candidates import repaired
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.search import Search
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.divergence import Divergence, divergence
from gadfly_analyzers.trace.line_map import line_map
from gadfly_analyzers.trace.recording import Trace

FEWEST_REPAIRED = 2  # tests, for a repair that does not make all of them pass


class Departure(NamedTuple):
    """The moment at which the run departs, and of what kind that is at the suspect; ``None`` where it is not known."""

    divergence: Divergence | None = None
    direction: Direction | None = None


async def departure(search: Search, searched: Searched, suspect: Suspect, trace: Trace) -> Departure:
    """Record the same test on the program with this suspect repaired, and compare; nothing without a repair."""
    lines = (suspect.line, suspect.end_line)
    suspected = [each for each in search.source.statements() if (each.line, each.end_line) == lines]
    cures = _cures(searched, trace.test)
    statement = next((each for each in suspected if each.span in cures), None)
    if statement is None:
        return Departure()
    cure = cures[statement.span]
    text = repaired(search.source, cure)
    other = await search.runner.trace(
        search.assignment, trace.test, interpreter=search.interpreter, limits=search.limits, text=text
    )
    return await asyncio.to_thread(_compared, search.source, statement, cure, trace, text, other)


def _cures(searched: Searched, test: str) -> dict[Span, Repair]:
    """Give for statements a repair that makes every test pass, else one that helps this test and more, and harms none.

    What makes a single test pass of many may just be made for its value.
    """
    found: dict[Span, Repair] = {}
    for hit, way in sorted(zip(searched.hits, searched.ways, strict=True), key=lambda pair: -len(pair[0].repaired)):
        if len(way) == 1 and len(hit.repaired) >= FEWEST_REPAIRED and test in hit.repaired and not hit.breaks:
            found.setdefault(hit.span, way[0])
    return {**found, **searched.cures}


def _compared(  # noqa: PLR0913, PLR0917 # both versions with their runs
    source: Source, statement: Statement, cure: Repair, trace: Trace, text: bytes, other: Trace
) -> Departure:
    repaired_source = Source.parse(text.decode("utf-8", "surrogatepass"))
    lines = line_map(source.text, repaired_source.text)
    departed = divergence(trace, other, lines)
    compared = Compared(statement, Version(source, trace), Version(repaired_source, other), lines, departed)
    found = deviation(compared) or coarse.likely(statement, source, cure.kind)
    return Departure(departed, found and Direction(found, statement.line, statement.end_line))
