"""The moment in a failing run at which it goes another way than it does in a repaired program, which nobody sees."""

from __future__ import annotations

import asyncio

from gadfly_analyzers.localize.hits import Searched
from gadfly_analyzers.localize.repairs.candidates import repaired
from gadfly_analyzers.localize.search import Search
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.trace.divergence import Divergence, divergence
from gadfly_analyzers.trace.line_map import line_map
from gadfly_analyzers.trace.recording import Trace


async def departure(search: Search, searched: Searched, suspect: Suspect, trace: Trace) -> Divergence | None:
    """Record the same test on the program with this suspect repaired, and compare; ``None`` without a repair."""
    source = search.source
    spans = (
        each.span for each in source.statements() if (each.line, each.end_line) == (suspect.line, suspect.end_line)
    )
    cure = next((searched.cures[span] for span in spans if span in searched.cures), None)
    if cure is None:
        return None
    text = repaired(source, cure)
    other = await search.runner.trace(
        search.assignment, trace.test, interpreter=search.interpreter, limits=search.limits, text=text
    )
    lines = line_map(source.text, text.decode("utf-8", "surrogatepass"))
    return await asyncio.to_thread(divergence, trace, other, lines)
