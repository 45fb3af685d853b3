"""Of what kind one version of a program departs from another one, in a run of a call in both."""

from __future__ import annotations

from pathlib import Path

from gadfly_analyzers.localize.directions import deviation
from gadfly_analyzers.localize.directions.compared import Compared, Version
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.divergence import divergence
from gadfly_analyzers.trace.line_map import line_map
from helpers.assignments import HERE
from helpers.probing import record


def departure(folder: Path, program: str, other: str, line: int, call: str) -> str | None:
    """Record a call in both versions, and name what is off at a line of the first one."""
    ours, theirs = (record(str(HERE), folder, text, f"program.{call}", most=3000) for text in (program, other))
    lines = line_map(program, other)
    source = Source.parse(program)
    statement = next(each for each in source.statements() if each.line == line)
    versions = (Version(source, ours), Version(Source.parse(other), theirs))
    found = deviation(Compared(statement, *versions, lines, divergence(ours, theirs, lines)))
    return found.value if found else None
