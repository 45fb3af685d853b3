"""The ranked suspects of a program, each with its evidence in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gadfly_analyzers.execution.results import Outcome, RunResult, TestResult
from gadfly_analyzers.findings import Finding
from gadfly_analyzers.localize.fusion import by_span
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.judging import Judgement, judged
from gadfly_analyzers.localize.learned import Learned, learned
from gadfly_analyzers.localize.spectrum import Counts, lines_of
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.localize.weighing import weigh
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.divergence import Divergence
from gadfly_analyzers.trace.endless import Endless

_NONE = Searched()


def suspects(
    source: Source,
    run: RunResult,
    searched: Searched = _NONE,
    table: Learned | None = None,
    findings: Sequence[Finding] = (),
) -> tuple[Suspect, ...]:
    """Rank the statements that failing tests run, the most suspect first; the same evidence gives the same order."""
    table = table or learned()
    weighed = weigh(source, run, searched, table, findings)
    cured = {hit.span for hit in searched.hits if hit.whole and not hit.others}
    hits = by_span(searched.hits)
    judgements = judged(source, run, searched, table, findings, weighed)
    ranked: dict[tuple[int, int], Suspect] = {}
    for each, (bug, chance, certain, only) in sorted(judgements.items(), key=_order):
        told = (*_of_hits(hits.get(each.span, ()), run, only=only), *_of_tests(each, weighed.counts[each], run.failing))
        suspect = Suspect(each.line, each.end_line, chance, tuple(told), bug, certain, cured <= {each.span})
        ranked.setdefault((each.line, each.end_line), suspect)  # of several on one line, one
    return tuple(ranked.values())


def _order(one: tuple[Statement, Judgement]) -> tuple[float, ...]:
    """Order by bug, the likeliest first, and of equals the last one written."""
    statement, (bug, chance, *_) = one
    return bug, -round(chance, 9), -statement.line, statement.span.start


def witnessed(
    ranked: Sequence[Suspect], test: str, endless: Endless | None, departed: Divergence | None
) -> tuple[Suspect, ...]:
    """Add to the evidence what the recorded run of a test showed at a statement."""

    def said(suspect: Suspect) -> Iterator[str]:
        if endless is not None and suspect.line <= endless.line <= suspect.end_line:
            yield endless.sentence
        if departed is not None and suspect.line <= departed.line <= suspect.end_line:
            counts = departed.earlier and suspect.line == suspect.end_line  # of longer ones, parts run on their own
            when = f" when line {departed.line} runs for the {_th(departed.earlier + 1)} time" if counts else ""
            yield f"In `{test}`, the run first goes another way than it should here{when}."

    return tuple(replace(each, evidence=(*each.evidence, *said(each))) for each in ranked)


def _th(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 10 <= number % 100 <= 20 else endings.get(number % 10, 'th')}"


def _of_hits(hits: Sequence[Hit], run: RunResult, *, only: bool) -> Iterator[str]:
    """Say what tried repairs showed, and nothing of what they are; ``only``: nothing can be done without this one."""
    single = [hit for hit in hits if not hit.others]
    if only and not any(hit.whole for hit in single):
        yield "Of all that was tried, only changes of this statement together with another make every test pass."
        return
    if only:
        yield "Of the small changes tried, only some of this statement make every test pass."
    elif any(hit.whole for hit in single):
        yield "A small change of this statement can make every test pass."
    elif repaired := max((len(hit.repaired) for hit in single if not hit.breaks), default=0):
        yield f"A small change of this statement can make {repaired} of {_tests(len(run.failing), 'failing')} pass."
    if any(hit.whole for hit in hits) and not any(hit.whole for hit in single):
        yield "Together with another statement, a small change of this one can make every test pass."


def _of_tests(statement: Statement, counts: Counts, failing: Sequence[TestResult]) -> Iterator[str]:
    """Say which tests run a statement, and which of them ended there."""
    line = statement.line
    if not counts.failing:
        yield f"Line {line} runs once, when the program is loaded."
        return
    yield f"{counts.failing} of {_tests(counts.all_failing, 'failing')} {_run(counts.failing)} line {line}."
    if counts.all_passing:
        yield f"{counts.passing} of {_tests(counts.all_passing, 'passing')} {_run(counts.passing)} line {line}."
    for test in failing:
        if test.raised and test.raised.line in lines_of(statement):
            yield f"`{test.raised.type}` was raised on line {test.raised.line} in `{test.name}`."
        if test.stop and test.stop.line in lines_of(statement):
            ended = "it was stopped" if test.outcome is Outcome.STOPPED else "Python ended"
            yield f"`{test.name}` was at line {test.stop.line} when {ended}."


def _tests(number: int, kind: str) -> str:
    return f"{number} {kind} test" if number == 1 else f"{number} {kind} tests"


def _run(number: int) -> str:
    return "runs" if number == 1 else "run"
