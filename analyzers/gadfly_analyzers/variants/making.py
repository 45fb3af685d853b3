"""Makes versions of a right program that are wrong by a misconception that can be named.

The small edits that may repair a program are made to one that needs no repair. Such a version is the work of a
misconception if some test fails, and all pass as soon as Python works as the misconception has it: whoever holds it
would have written just this, and called it right. That is found out by running it, not by its looks.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget, Candidate
from gadfly_analyzers.localize.repairs.candidates import candidates, parses, repaired
from gadfly_analyzers.localize.repairs.repair import edits_of
from gadfly_analyzers.predictions.explained import as_believed
from gadfly_analyzers.source import Source
from gadfly_analyzers.variants.slips import slips
from gadfly_analyzers.variants.variant import Variant

OF_A_KIND = 2  # edits of the same kind at the same line
BUDGET = Budget(candidates=20_000, steps=60_000_000, seconds=600.0)


@dataclass(frozen=True)
class Workshop:
    """Where versions are run: the program's file is written anew for some, so it must be a copy."""

    assignment: Assignment
    runner: Runner
    interpreter: Path
    limits: Limits = Limits()  # noqa: RUF009 # frozen

    async def variants(self, source: Source) -> tuple[Variant, ...]:
        """Give the versions that are found, one for each line and misconception; the program stays as it was.

        ``source`` is the program as it is right. What novices are known to write goes before what only might be.
        """
        try:
            found = await self._named(source)
            confirmed = [
                await self._confirmed(each) for each in _chosen(found, frozenset(data for data, _ in slips(source)))
            ]
        finally:
            self._write(source.text)
        return tuple(sorted((each for each in confirmed if each), key=lambda each: (each.line, each.text)))

    async def _named(self, source: Source) -> list[Variant]:
        """Find the misconceptions behind each version: it fails as it is, and passes as it is believed to work."""
        self._write(idle(source))
        run = await self.runner.run(self.assignment, interpreter=self.interpreter, limits=hasty(self.limits))
        size = len(idle(source).encode("utf-8", "surrogatepass"))
        proposed = await asyncio.to_thread(lambda: list(_proposed(source)))
        tried: list[Candidate] = [
            ((0, size, data),) for each in proposed for data in (each.plain, *each.believed.values())
        ]
        trials = await self.runner.search(
            self.assignment, run, tried, interpreter=self.interpreter, limits=self.limits, budget=BUDGET
        )
        right = {verdict.number for verdict in trials.verdicts if verdict.whole}
        found, number = [], 0
        for each in proposed:
            names = [name for at, name in enumerate(each.believed, number + 1) if at in right]
            if names and number not in right:
                found.append(Variant(each.plain.decode("utf-8", "surrogatepass"), each.line, tuple(names), ()))
            number += 1 + len(each.believed)
        return found

    async def _confirmed(self, variant: Variant) -> Variant | None:
        """Run the tests on a version as they will run for students."""
        self._write(variant.text)
        run = await self.runner.run(self.assignment, interpreter=self.interpreter, limits=hasty(self.limits))
        failing = tuple(test.name for test in run.failing)
        return Variant(variant.text, variant.line, variant.misconceptions, failing) if failing else None

    def _write(self, text: str) -> None:
        self.assignment.program.write_text(text, "utf-8", errors="surrogatepass")


@dataclass(frozen=True)
class _Proposed:
    plain: bytes
    line: int
    believed: dict[str, bytes]


def idle(source: Source) -> str:
    """A version in which no function does anything, so that every test of one fails: what others are compared with."""
    names = dict.fromkeys(each.name.partition(".")[0] for each in source.functions())
    nothing = (f"def {name}(*_, **__):\n    raise NotImplementedError\n" for name in names)
    return "\n\n".join([source.text, *nothing])


def _proposed(source: Source) -> Iterator[_Proposed]:
    """Give versions that somebody reads otherwise just where they were changed."""
    seen: set[bytes] = {source.data}
    for data, line in _edited(source):
        if data not in seen and parses(data):
            seen.add(data)
            believed = as_believed(Source.parse(data.decode("utf-8", "surrogatepass")), line)
            if believed:
                yield _Proposed(data, line, believed)


def _edited(source: Source) -> Iterator[tuple[bytes, int]]:
    yield from slips(source)
    kinds = Counter[tuple[str, int]]()
    for repair in candidates(source, source.statements()):
        line = source.line_of(edits_of(repair)[0].start) + 1
        kinds[repair.kind, line] += 1
        if kinds[repair.kind, line] <= OF_A_KIND:
            yield repaired(source, repair), line


def _chosen(found: Sequence[Variant], usual: frozenset[bytes]) -> Iterator[Variant]:
    """Choose the usual ones first, then the shortest."""

    def order(each: Variant) -> tuple[int, bool, int, str]:
        return (
            len(each.misconceptions),
            each.text.encode("utf-8", "surrogatepass") not in usual,
            len(each.text),
            each.text,
        )

    known = set[tuple[int, str]]()
    for each in sorted(found, key=order):
        new = {(each.line, name) for name in each.misconceptions}
        if new - known:
            known |= new
            yield each
