"""Which findings are worth a question: those that are certain, and those that a failing run came by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gadfly_analyzers.execution.results import ProblemKind, RunResult
from gadfly_analyzers.findings import Finding
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source


def relevant(findings: Iterable[Finding], source: Source, run: RunResult | None) -> tuple[Finding, ...]:
    """Keep what is certain and what a failing run touched; without a run, only what is certain."""
    came_by = _lines_of_failing_runs(run) if run else frozenset[int]()
    statements = source.statements()
    return tuple(
        each
        for each in findings
        if each.certain or (came_by and not came_by.isdisjoint(_lines(source, statements, each)))
    )


def _lines_of_failing_runs(run: RunResult) -> frozenset[int]:
    """Give the lines that failing tests ran, with those that ran when the program was loaded for them."""
    ended = [each.line for each in run.problems if each.kind is ProblemKind.PROGRAM_DOES_NOT_LOAD and each.line]
    if not run.failing and not ended:
        return frozenset()
    return run.loaded_lines.union(ended, *(test.lines for test in run.failing))


def _lines(source: Source, statements: Sequence[Statement], finding: Finding) -> range:
    """Give the lines that a run comes by if it has to do with a finding: of a function's header, those of its body."""
    around = [each for each in statements if each.span.start <= finding.span.start < each.span.end]
    first = around[-1].line if around else source.line_of(finding.span.start) + 1
    last = source.line_of(max(finding.span.start, finding.span.end - 1)) + 1
    if around and around[-1].kind == "function_definition" and (block := around[-1].block):
        first, last = source.line_of(block.start) + 1, source.line_of(max(block.start, block.end - 1)) + 1
    return range(first, last + 1)
