"""One program under discussion: its source, its last run, its dialogue, and who listens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_server.settings import Settings
from gadfly_server.tutor import dialogue as talk
from gadfly_server.tutor.dialogue import Dialogue
from gadfly_server.tutor.facts import Facts

if TYPE_CHECKING:
    from gadfly_analyzers.examine import Examination
    from gadfly_analyzers.execution.runner import Runner
    from gadfly_analyzers.source import Source
    from gadfly_server.record import Record


class Session:
    """The way of one program from a save to a question; the language server and the terminal share it.

    ``status`` is ``waiting``, ``running``, ``failing``, ``passing``, ``syntax``, ``problem`` or ``untrusted``.
    """

    def __init__(
        self, program: Path, runner: Runner, settings: Settings | None = None, record: Record | None = None
    ) -> None:
        self.program = program
        self.runner = runner
        self.settings = settings or Settings()
        self.record = record
        self.source: Source | None = None
        self.examination: Examination | None = None
        self.facts: Facts | None = None
        self.dialogue = Dialogue()
        self.running = False
        self._listeners: list[Callable[[Session], None]] = []

    @property
    def status(self) -> str:
        """How things stand, in one word."""
        raise NotImplementedError

    @property
    def headline(self) -> str:
        """How things stand, in at most twelve words."""
        return talk.headline(self.facts) if self.facts else ""

    @property
    def message(self) -> str | None:
        """What kept the tests from running, for people."""
        raise NotImplementedError

    @property
    def template(self) -> str | None:
        """A first test to copy, where there is none."""
        raise NotImplementedError

    def listen(self, listener: Callable[[Session], None]) -> Callable[[], None]:
        """Call back after every change; returns what ends the listening."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def refresh(self, source: Source) -> None:
        """Run the tests of this version; a newer refresh stops an older one."""
        raise NotImplementedError

    async def answer(self, text: str, question: str) -> Dialogue:
        """Mark an answer to the open question; an answer to any other question changes nothing."""
        raise NotImplementedError
