"""The leak check: does a text give away how to repair a program?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.leaks.bearings import TELLING, bearings_of
from gadfly_analyzers.leaks.budgets import BUDGETS
from gadfly_analyzers.leaks.changes import Secret
from gadfly_analyzers.leaks.echo import words_of
from gadfly_analyzers.leaks.fitting import fresh_pieces
from gadfly_analyzers.leaks.foreign import foreign
from gadfly_analyzers.leaks.frames import points_back, takes_up
from gadfly_analyzers.leaks.instructions import instructions, tells_to_edit
from gadfly_analyzers.leaks.known import Known, lines_of, test_tokens
from gadfly_analyzers.leaks.latest import Latest
from gadfly_analyzers.leaks.pointing import pointing
from gadfly_analyzers.leaks.reading import Reading, Sentence, reading_of
from gadfly_analyzers.leaks.renamed import renamed
from gadfly_analyzers.leaks.repairs import changes_of_broken, known_changes
from gadfly_analyzers.leaks.rewritten import rewritten
from gadfly_analyzers.leaks.transplants import programs_in
from gadfly_analyzers.leaks.verdict import Kind, Reason, Verdict
from gadfly_analyzers.leaks.weighing import leading, signs_of
from gadfly_analyzers.leaks.workbench import Workbench
from gadfly_analyzers.localize.hits import Searched
from gadfly_analyzers.localize.learned import Learned, learned
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_WISH = re.compile(r"\b(?:fix|solve|resolve|correct|repair|debug|help|figure)\b")
PLACES = 6  # suspect statements at which pieces of code are tried


class Checker(Secret):
    """Judges texts about one version of a program; it is prepared once, and keeps what it knows of repairs to itself.

    Without ``searched`` it knows no repairs, without a ``workbench`` it tries no pieces of code.
    ``references`` are correct programs, where somebody has them; the check works without.
    ``knows_repairs`` tells that it knows all of them that will become known.
    """

    def __init__(  # noqa: PLR0913 # all but the first two are by name
        self,
        source: Source,
        run: RunResult | None,
        *,
        searched: Searched | None = None,
        suspects: Sequence[Suspect] = (),
        workbench: Workbench | None = None,
        references: Sequence[str] = (),
        table: Learned | None = None,
    ) -> None:
        if source.broken:
            changes = changes_of_broken(source, references)
        else:
            changes = known_changes(source, searched or Searched(), table or learned(), references)
        self.knows_repairs = searched is not None or source.broken or (run is not None and not run.failing)
        self._known = Known(source, test_tokens(run), changes)
        self._workbench = None if source.broken else workbench
        self._places = _statements(source, suspects)
        self._judged: Latest[tuple[str, int, tuple[str, ...]], Verdict] = Latest(512)
        self._telling: Latest[Sentence, bool] = Latest(4_096)  # what students said is looked at again at each turn

    async def verdict(self, text: str, level: int, heard: Sequence[str] = ()) -> Verdict:
        """Judge a text that is to be shown at a level; ``heard`` is what the student has said so far:
        ``NOTHING_SAID`` where that is nothing, and none at all where nobody knows.

        What students have said themselves is not given away any more, and who has said what a repair does may be told
        to make it by a text that takes this up: "That's right. Can you change it?"
        The same text gets the same verdict, whatever else was judged before.
        """
        seen = await self._judge(text, level, ())
        return await self._judge(text, level, tuple(heard)) if heard and _depends(text, seen) else seen

    def glance(self, text: str, level: int, heard: Sequence[str] = ()) -> Verdict | None:
        """Give the same verdict without running anything; ``None`` if pieces of code in the text have to be tried."""
        seen = self._seen(text, level, ())
        return self._seen(text, level, tuple(heard)) if heard and seen and _depends(text, seen) else seen

    def signs(self, text: str, heard: Sequence[str] = ()) -> frozenset[str]:
        """Give the names of the signs by which a text is weighed; none if the student has said all that it may say."""
        reading = reading_of(text)
        if heard and self._agrees(reading, heard):
            return frozenset()
        known = self._hearing(heard)
        return frozenset().union(*(signs_of(sentence, known) for sentence in reading.sentences))

    def forget(self) -> None:
        """Forget what was judged; the next verdicts are the same, and take their time."""
        self._judged.clear()
        self._telling.clear()
        if self._workbench is not None:
            self._workbench.forget()

    async def _judge(self, text: str, level: int, heard: tuple[str, ...]) -> Verdict:
        seen = self._seen(text, level, heard)
        if seen is None:
            assert self._workbench is not None
            reading, known = reading_of(text), self._hearing(heard)
            tried = [await self._workbench.tries(reading, known, self._places)]
            if _shows_programs(level):
                tried.append(await self._workbench.tries_whole(reading, self._known.source))
            reasons = (reason for each in tried for reason in each.reasons)
            seen = Verdict(level, (*self._read(reading, known, level, heard), *reasons))
            if not any(each.hurried for each in tried):
                self._judged[text, level, heard] = seen
        return seen

    def _seen(self, text: str, level: int, heard: tuple[str, ...]) -> Verdict | None:
        """Give a verdict that is known already, or that reading alone settles."""
        key = (text, level, heard)
        found = self._judged.get(key)
        if found is None:
            reading, known = reading_of(text), self._hearing(heard)
            found = Verdict(level, tuple(self._read(reading, known, level, heard)))
            if not found.leaks and self._has_to_try(reading, known, level):
                return None
            self._judged[key] = found
        return found

    def _has_to_try(self, reading: Reading, known: Known, level: int) -> bool:
        if self._workbench is None or not self._places or Kind.SPLICE not in BUDGETS[_within(level)].forbidden:
            return False
        return bool(fresh_pieces(reading, known)) or (_shows_programs(level) and bool(programs_in(reading)))

    def _hearing(self, heard: Sequence[str]) -> Known:
        if not heard:
            return self._known
        pieces = [piece.text for each in heard for piece in reading_of(each).pieces]
        return replace(self._known, heard=lines_of(pieces), said=words_of(heard))

    def _read(self, reading: Reading, known: Known, level: int, heard: Sequence[str]) -> Iterator[Reason]:
        """Give what can be seen by reading alone, and is forbidden at a level."""
        budget = BUDGETS[_within(level)]
        found = [*foreign(reading, known), *rewritten(reading, known)]
        agreed = self._agrees(reading, heard)
        if not agreed:
            found = [*instructions(reading), *found]
        if not (agreed and heard):
            found = [*leading(reading, known), *found]
        yield from (reason for reason in found if reason.kind in budget.forbidden)
        if _shows_programs(level):  # and none must be the repair under other names
            yield from renamed(reading, known)
        yield from pointing(reading, known, budget)

    def _agrees(self, reading: Reading, heard: Sequence[str]) -> bool:
        """Tell whether a text confirms what the student has said, and that may have been what a repair does."""
        if not heard:
            return takes_up(reading)
        told = not self._known.changes or self._tells("\n".join(heard))
        return told and (takes_up(reading) or points_back(reading))

    def _tells(self, heard: str) -> bool:
        """Tell whether the student has said what a repair does."""
        reading = reading_of(heard)
        said = any(map(self._says, reading.sentences))
        return said or any(foreign(reading, self._known)) or _plans(heard)

    def _says(self, sentence: Sentence) -> bool:
        says = self._telling.get(sentence)
        if says is None:
            says = self._telling[sentence] = bool(TELLING & bearings_of(sentence, self._known))
        return says


def _depends(text: str, seen: Verdict) -> bool:
    """Tell whether a verdict may be another one once it is known what the student has said."""
    return seen.leaks or takes_up(reading_of(text))


def _shows_programs(level: int) -> bool:
    """Tell whether other programs may be shown at a level."""
    return Kind.TOKEN not in BUDGETS[_within(level)].forbidden


def _within(level: int) -> int:
    return min(max(level, min(BUDGETS)), max(BUDGETS))


def _plans(heard: str) -> bool:
    """Tell whether students say what they are going to change; that they would like it to work is no plan."""
    told = reading_of(re.sub(r"\bI\b", "you", heard))
    return any(tells_to_edit(sentence) for sentence in told.sentences if not _WISH.search(sentence.prose))


def _statements(source: Source, suspects: Sequence[Suspect]) -> tuple[Statement, ...]:
    """Give the statements at which the fault most likely is, the most suspect first."""
    by_line: dict[int, Statement] = {}
    for each in source.statements() if suspects else ():
        by_line.setdefault(each.line, each)
    ranked = (by_line.get(suspect.line) for suspect in suspects)
    return tuple(each for each in ranked if each is not None)[:PLACES]
