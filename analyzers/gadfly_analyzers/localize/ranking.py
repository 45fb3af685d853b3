"""The ranked suspects of a program, each with its evidence in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf

from gadfly_analyzers.execution.results import Outcome, RunResult, TestResult
from gadfly_analyzers.findings import Finding, Span
from gadfly_analyzers.localize.bugs import bugs_of
from gadfly_analyzers.localize.features import is_asked_about
from gadfly_analyzers.localize.fusion import by_span, first_chances, sharpened_chances
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.learned import Learned, family_of, learned
from gadfly_analyzers.localize.repairs.families import ADDING
from gadfly_analyzers.localize.spectrum import Counts, lines_of, spectrum
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.divergence import Divergence
from gadfly_analyzers.trace.endless import Endless

AGREED, ONLY, FOREMOST, NEEDED, SOME = "agreed", "only", "foremost", "needed", "some"
_AGREES = 0.3  # of the greatest chance before a search
_TRUSTED = 0.7  # of the repairs of a kind that make every test pass
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
    counts = dict(spectrum(source, run))
    chances = first = first_chances(source, counts, run, findings, table)
    if searched.hits or searched.complete:
        known = tuple(first.values()) or (1.0,)
        for each in _further(source, searched, counts):
            counts[each] = Counts(0, len(run.failing), 0, len(run.tests) - len(run.failing))
            # Where a pattern and a repair agree, it says nothing that no test runs the statement itself.
            first[each] = max(known) if is_asked_about(each, findings) else min(known)
        chances = sharpened_chances(first, searched, run, table)
    cured = {hit.span for hit in searched.hits if hit.whole and not hit.others}
    share = 1.0 if cured else len(chances) / (len(chances) + 1)  # it may as well be in none of them
    hits = by_span(searched.hits)
    bugs = bugs_of(chances, searched, run)
    grounds = grounds_of(first, searched, run, table)
    ranked: dict[tuple[int, int], Suspect] = {}
    for each in sorted(counts, key=lambda each: (bugs[each], -round(chances[each], 9), -each.line, each.span.start)):
        ground = grounds.get(each.span)
        certain = ground is not None and chances[each] >= table.certain_from.get(ground, inf)
        only = certain and ground not in (SOME, FOREMOST) and len(grounds) == 1
        told = (*_of_hits(hits.get(each.span, ()), run, only=only), *_of_tests(each, counts[each], run.failing))
        score, sole = chances[each] * share, cured <= {each.span}
        suspect = Suspect(each.line, each.end_line, score, tuple(told), bugs[each], certain, sole)
        ranked.setdefault((each.line, each.end_line), suspect)  # of several on one line, one
    return tuple(ranked.values())


def _further(source: Source, searched: Searched, known: Mapping[Statement, Counts]) -> list[Statement]:
    """List the statements that no test runs itself, such as a function's header, but of which a repair helps."""
    helped = {hit.span for hit in searched.hits if hit.repaired and not (hit.others or hit.breaks)}
    return [each for each in source.statements() if each.span in helped and each not in known]


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


def grounds_of(first: Mapping[Statement, float], searched: Searched, run: RunResult, table: Learned) -> dict[Span, str]:
    """Give the statements that may be called certain, if their scores are high enough, each with the ground for it.

    All repairs that make every test pass without others are of this statement (``ONLY``), and it was among the most
    suspect before any was tried, or one is of a kind to trust (``AGREED``): ``first`` has the chances of then. Or some
    are of others, but only add a statement there (``FOREMOST``). Else, whatever makes every test pass is a joined
    repair that the statement is a part of (``NEEDED``). Else nothing does, of all that there was to try, and repairs
    of a likely kind make some pass without breaking any, of which there are some (``SOME``): it is one bug of several
    that is certain. Nothing is while a search goes on.
    """
    if not searched.tried:
        return {}
    whole = [hit for hit in searched.hits if hit.whole]
    if alone := [hit for hit in whole if not hit.others]:
        return _of_cured(first, alone, table)
    if whole:
        joined = (frozenset((hit.span, *hit.others)) for hit in whole)
        return dict.fromkeys(frozenset[Span].intersection(*joined), NEEDED)
    if not searched.complete or len(run.failing) == len(run.tests):
        return {}
    single = (hit for hit in searched.hits if hit.repaired and not hit.others and not hit.breaks)
    return {hit.span: SOME for hit in single if table.is_likely_one(hit.kind)}


def _of_cured(first: Mapping[Statement, float], alone: Sequence[Hit], table: Learned) -> dict[Span, str]:
    """Give the one statement that may be called certain where some can be repaired alone, if there is one."""
    cured = {hit.span for hit in alone}
    if len(cured) > 1:
        changed = {hit.span for hit in alone if family_of(hit.kind) not in ADDING}
        return dict.fromkeys(changed, FOREMOST) if len(changed) == 1 else {}
    least = _AGREES * max(first.values(), default=0.0)
    agreed = cured <= {each.span for each, chance in first.items() if chance >= least}
    trusted = any(table.whole_is_right(hit.kind) >= _TRUSTED for hit in alone)
    return dict.fromkeys(cured, AGREED if agreed or trusted else ONLY)


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
