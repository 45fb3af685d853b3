"""Tries what students might try on a program, all of it, so that a simulated one only has to choose.

Nothing here depends on how busy the machine is: how many edits are tried, and how many steps each may take, are fixed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gadfly_analyzers.attempts.attempt import Attempt, Attempts, Edits, lines_after
from gadfly_analyzers.attempts.hunks import hunks_of
from gadfly_analyzers.attempts.runs import runs_of
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget, Verdict
from gadfly_analyzers.lines import whole_lines_in
from gadfly_analyzers.localize.hints import hints_of
from gadfly_analyzers.localize.learned import learned
from gadfly_analyzers.localize.repairs.broken import tries_of_broken
from gadfly_analyzers.localize.repairs.candidates import candidates
from gadfly_analyzers.localize.repairs.repair import Repair, edits_of
from gadfly_analyzers.source import Source

MOST = 1_200
BUDGET = Budget(candidates=MOST, steps=12_000_000, seconds=600.0)
REFERENCE = "known/hunk"


async def attempts_at(  # noqa: PLR0913 # all but the first two are by name
    assignment: Assignment,
    runner: Runner,
    *,
    interpreter: Path,
    limits: Limits = Limits(),  # noqa: B008 # frozen
    right: Sequence[str] = (),
    budget: Budget = BUDGET,
) -> Attempts:
    """Try small edits everywhere, and the places at which a program that is ``right`` differs.

    Of a program that Python cannot read, they are near the place where it stops; with one that makes it readable it
    counts as ``whole``.
    """
    source = Source.parse(await asyncio.to_thread(assignment.program.read_text, "utf-8"))
    if source.broken:
        return await asyncio.to_thread(_of_broken, source, right)
    run = await runner.run(assignment, interpreter=interpreter, limits=hasty(limits))
    if not run.failing:
        return Attempts(source.text, (), ())
    found = await asyncio.to_thread(_proposed, source, run, right, budget.candidates)
    trials = await runner.search(
        assignment,
        run,
        [each.edits for each in found],
        interpreter=interpreter,
        limits=limits,
        budget=budget,
    )
    verdicts = {verdict.number: verdict for verdict in trials.verdicts}
    tried = [_judged(each, verdicts.get(number)) for number, each in enumerate(found[: trials.reached])]
    if not right:
        tried = _with_one_meant(tried)
    raised = next((test.raised.line for test in run.failing if test.raised), None)
    known = Attempts(source.text, tuple(test.id for test in run.failing), tuple(tried), raised)
    meant = _meant(known, right)
    if meant is None:
        return known
    return replace(known, runs=await runs_of(source, run, meant, assignment, runner, interpreter, limits))


def _proposed(source: Source, run: RunResult, right: Sequence[str], most: int) -> list[Attempt]:
    statements = source.statements()
    small = [_attempt(source, repair) for repair in candidates(source, statements, hints_of(run))]
    small.sort(key=lambda each: -each.likely)
    return [*_with_likelihood(_of_right(source, right), small), *small][:most]


def _with_likelihood(known: Iterable[Attempt], small: Sequence[Attempt]) -> Iterator[Attempt]:
    """Take what is meant for as likely as all small edits of one line together: who is at the place knows it half."""
    usual = sum(each.likely for each in small) / len({each.line for each in small}) if small else 1.0
    return (replace(each, likely=usual, meant=True) for each in known)


def _with_one_meant(tried: list[Attempt]) -> list[Attempt]:
    """Where no right program is known, take the likeliest edit that repairs this one for what was meant."""
    repairing = [each for each in tried if each.whole]
    if not repairing:
        return tried
    meant = max(repairing, key=lambda each: each.likely)
    return [*_with_likelihood([meant], tried), *(each for each in tried if each is not meant)]


def _meant(known: Attempts, right: Sequence[str]) -> str | None:
    """Give the nearest right program, or what the edit that was meant makes of this one."""
    lines = whole_lines_in(known.text)
    if right:
        return min(right, key=lambda text: len(list(hunks_of(lines, whole_lines_in(text)))))
    return next((known.after(each) for each in known.every if each.meant), None)


def _attempt(source: Source, repair: Repair) -> Attempt:
    edits: Edits = tuple((edit.start, edit.end, edit.text) for edit in edits_of(repair))
    first, last = source.line_of(repair.span.start) + 1, source.line_of(max(repair.span.end - 1, repair.span.start)) + 1
    return Attempt(repair.kind, first, last, edits, learned().yields(repair.kind), lines_after(source.data, edits))


def _of_right(source: Source, right: Sequence[str]) -> Iterator[Attempt]:
    """Give each place at which the nearest right program differs,."""
    lines = whole_lines_in(source.text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode("utf-8", "surrogatepass")))
    ways = [list(hunks_of(lines, whole_lines_in(text))) for text in right]
    for hunk in min((way for way in ways if way), key=len, default=[]):
        instead = "".join(hunk.instead).encode("utf-8", "surrogatepass")
        edits: Edits = ((starts[hunk.first], starts[hunk.stop], instead),)
        place = min(hunk.lines, default=1), max(hunk.lines, default=1)
        yield Attempt(REFERENCE, *place, edits, 0.0, lines_after(source.data, edits), helps=True)


def _judged(attempt: Attempt, verdict: Verdict | None) -> Attempt:
    if verdict is None:
        return attempt
    helps = attempt.helps or bool(verdict.passed and not verdict.broken)
    return replace(attempt, repaired=verdict.passed, whole=verdict.whole, helps=helps)


def _of_broken(source: Source, right: Sequence[str]) -> Attempts:
    small = [
        replace(_attempt(source, repair), whole=is_read, helps=is_read) for repair, is_read in tries_of_broken(source)
    ]
    small.sort(key=lambda each: -each.likely)
    problem = source.syntax_error()
    every = [*_with_likelihood(_of_right(source, right), small), *small][:MOST]
    return Attempts(source.text, ("syntax",), tuple(every), problem.line if problem else None)
