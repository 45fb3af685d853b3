"""The leak check: does a text give away how to repair a program?"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget
from gadfly_analyzers.execution.trial import Verdict as Tried
from gadfly_analyzers.leaks.budgets import BUDGETS
from gadfly_analyzers.leaks.changes import Secret
from gadfly_analyzers.leaks.foreign import foreign
from gadfly_analyzers.leaks.instructions import instructions, tells_to_edit
from gadfly_analyzers.leaks.known import Known, lines_of, test_tokens
from gadfly_analyzers.leaks.pointing import pointing
from gadfly_analyzers.leaks.reading import Reading, reading_of
from gadfly_analyzers.leaks.repairs import changes_of_broken, known_changes
from gadfly_analyzers.leaks.rewritten import rewritten
from gadfly_analyzers.leaks.splices import splices
from gadfly_analyzers.leaks.suggestions import suggestions
from gadfly_analyzers.leaks.tokens import Tokens
from gadfly_analyzers.leaks.verdict import Kind, Reason, Verdict
from gadfly_analyzers.leaks.words import words
from gadfly_analyzers.localize.hits import Searched
from gadfly_analyzers.localize.learned import Learned, learned
from gadfly_analyzers.localize.ranking import suspects
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_WISH = re.compile(r"\b(?:fix|solve|resolve|correct|repair|debug|help|figure)\b")
PLACES = 6  # suspect statements at which pieces of code are tried
BUDGET = Budget(candidates=90, steps=400_000, seconds=1.0)  # the steps decide; the seconds are for what they cannot see


class Checker(Secret):
    """Judges texts about one version of a program; it is prepared once, and keeps what it knows of repairs to itself.

    ``references`` are correct programs, where somebody has them; the check works without.
    """

    def __init__(  # noqa: PLR0913 # all but the first four are by name
        self,
        source: Source,
        assignment: Assignment,
        run: RunResult | None,
        searched: Searched,
        *,
        runner: Runner,
        interpreter: Path,
        limits: Limits = Limits(),  # noqa: B008 # frozen
        references: Sequence[str] = (),
        table: Learned | None = None,
        budget: Budget = BUDGET,
    ) -> None:
        table = table or learned()
        self._assignment, self._run, self._runner = assignment, run, runner
        self._interpreter, self._limits, self._budget = interpreter, limits, budget
        broken = run is None or source.broken
        changes = (
            changes_of_broken(source, references) if broken else known_changes(source, searched, table, references)
        )
        self._known = Known(source, test_tokens(run), changes)
        self._places = () if run is None or broken else _most_suspect(source, run, searched, table)
        self._spliced: dict[tuple[str, tuple[Tokens, ...]], tuple[Reason, ...]] = {}

    async def verdict(self, text: str, level: int, heard: Sequence[str] = ()) -> Verdict:
        """Judge a text that is to be shown at a level; ``heard`` is what the student has said so far.

        What students have said themselves is not given away any more, and who has said what a repair does may be told
        to make it.
        """
        budget = BUDGETS[min(max(level, min(BUDGETS)), max(BUDGETS))]
        reading, known = reading_of(text), self._known
        if heard:
            known = replace(known, heard=lines_of([piece.text for each in heard for piece in reading_of(each).pieces]))
        found = [*self._read(reading, known, "\n".join(heard)), *pointing(reading, known, budget)]
        found = [reason for reason in found if reason.kind in budget.forbidden or reason.kind is Kind.POINT]
        if Kind.SPLICE in budget.forbidden and not any(reason.kind is not Kind.POINT for reason in found):
            found += await self._tried(text, reading, known)
        return Verdict(level, tuple(found))

    def _read(self, reading: Reading, known: Known, heard: str) -> Iterator[Reason]:
        """Give what can be seen by reading alone."""
        understood = bool(heard) and self._tells(heard)
        if not understood:
            yield from instructions(reading)
            yield from words(reading, known)
            yield from suggestions(reading)
        yield from foreign(reading, known)
        yield from rewritten(reading, known)

    def _tells(self, heard: str) -> bool:
        """Tell whether the student has said what a repair does."""
        reading = reading_of(heard)
        return any((*foreign(reading, self._known), *words(reading, self._known))) or _plans(heard)

    async def _tried(self, text: str, reading: Reading, known: Known) -> tuple[Reason, ...]:
        """Put the pieces of code of a text into the program, and run its tests."""
        if self._run is None or not self._places or not reading.pieces:
            return ()
        key = (text, known.heard)
        if key not in self._spliced:
            self._spliced[key] = await self._splice(reading, known)
        return self._spliced[key]

    async def _splice(self, reading: Reading, known: Known) -> tuple[Reason, ...]:
        assert self._run is not None
        versions = await asyncio.to_thread(lambda: list(splices(reading, known, self._places)))
        if not versions:
            return ()
        trials = await self._runner.search(
            self._assignment,
            self._run,
            [candidate for _, candidate in versions],
            interpreter=self._interpreter,
            limits=self._limits,
            budget=self._budget,
        )
        helped = [each for each in trials.verdicts if each.passed and not each.broken]
        if not helped:
            return ()
        best = min(helped, key=lambda each: (-len(each.passed), each.number))
        return (_helps(best, versions[best.number][0]),)


def _plans(heard: str) -> bool:
    """Tell whether students say what they are going to change; that they would like it to work is no plan."""
    told = reading_of(re.sub(r"\bI\b", "you", heard))
    return any(tells_to_edit(sentence) for sentence in told.sentences if not _WISH.search(sentence.prose))


def _helps(tried: Tried, statement: Statement) -> Reason:
    more = f"{len(tried.passed)} more test{'' if len(tried.passed) == 1 else 's'}"
    return Reason(Kind.SPLICE, f"a piece of code in it makes {more} pass at line {statement.line}")


def _most_suspect(source: Source, run: RunResult, searched: Searched, table: Learned) -> tuple[Statement, ...]:
    """Give the statements at which the fault most likely is, the most suspect first."""
    by_line: dict[int, Statement] = {}
    for each in source.statements():
        by_line.setdefault(each.line, each)
    ranked = (by_line.get(suspect.line) for suspect in suspects(source, run, searched, table))
    return tuple(each for each in ranked if each is not None)[:PLACES]
