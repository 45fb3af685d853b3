"""Records what happens in the session about one program; what goes wrong with it never costs the dialogue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_server.database import Unusable
from gadfly_server.events import telling
from gadfly_server.events.course import NONE, Course
from gadfly_server.events.journal import Journal, Place
from gadfly_server.record import identity

if TYPE_CHECKING:
    from gadfly_analyzers.examine import Examination
    from gadfly_server.events.event import Event
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.turns import Dialogue


class Recorder:
    """The journal as one program sees it. ``tell`` hears, in words, what is wrong with its file."""

    def __init__(
        self, journal: Journal, program: Path, course: Course = NONE, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self.journal = journal
        self._course = course
        self.place = Place(identity(program), course.name, course.assignment)
        self._tell = tell

    async def examined(
        self, before: Examination | None, now: Examination, facts: Facts, turn: int, disabled: Collection[str] = ()
    ) -> None:
        """Keep a run, once it is over, and what patterns ask since; the same version is examined in stages.

        ``before`` is what was taken up last, ``turn`` the number of the last turn, ``disabled`` the patterns that do
        not ask.
        """
        if not now.run_is_over:
            return
        again = before is not None and before.source is now.source and before.run_is_over
        known = before.asked if before and again else ()
        asked = [each for each in now.asked if each not in known and each.rule not in disabled]
        lines = [(each.rule, now.source.line_of(each.span.start) + 1) for each in asked]
        run = () if again else telling.ran(facts, turn)
        await self._write((*run, *telling.found(lines, facts, turn)))

    async def told(self, before: Dialogue, after: Dialogue) -> None:
        """Keep the new turns of a dialogue; when this returns, they may be shown."""
        await self._write(telling.told(before, after))

    async def used(self, model: str, tokens: int, dialogue: Dialogue) -> None:
        """Keep that a model was used."""
        await self._write((telling.used(model, tokens, dialogue),))

    async def begin_anew(self) -> None:
        """Tell apart what comes from what was: the dialogue is forgotten, and another one begins."""
        try:
            await asyncio.to_thread(self.journal.begin_anew, self.place.program)
        except Unusable as problem:
            self._tell(str(problem))

    async def _write(self, every: Sequence[Event]) -> None:
        """Beside the loop: the disk may take a while, and others speak meanwhile."""
        events = [each for each in every if self._course.takes(each.kind)]
        if not events:
            return
        try:
            await asyncio.to_thread(self.journal.write, self.place, events)
        except Unusable as problem:
            self._tell(str(problem))
