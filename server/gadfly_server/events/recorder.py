"""Records what happens in the session about one program; what goes wrong with it never costs the dialogue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_server.database import Unusable
from gadfly_server.events import telling
from gadfly_server.events.course import NONE, Course
from gadfly_server.events.journal import Journal, Place
from gadfly_server.record import identity

if TYPE_CHECKING:
    from gadfly_server.events.event import Event
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.turns import Dialogue


class Recorder:
    """The journal as one program sees it. ``tell`` hears, in words, what is wrong with its file."""

    def __init__(
        self, journal: Journal, program: Path, course: Course = NONE, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self.journal = journal
        self.place = Place(identity(program), course.name, course.assignment)
        self._tell = tell

    async def ran(self, facts: Facts, turn: int) -> None:
        """Keep a run."""
        await self._write(telling.ran(facts, turn))

    async def found(self, findings: Sequence[tuple[str, int]], facts: Facts, turn: int) -> None:
        """Keep what patterns ask."""
        await self._write(telling.found(findings, facts, turn))

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

    async def _write(self, events: Sequence[Event]) -> None:
        """Beside the loop: the disk may take a while, and others speak meanwhile."""
        if not events:
            return
        try:
            await asyncio.to_thread(self.journal.write, self.place, events)
        except Unusable as problem:
            self._tell(str(problem))
