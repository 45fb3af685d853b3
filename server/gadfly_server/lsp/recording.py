"""The record of one conversation: which course a program belongs to, and one journal for all of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from pathlib import Path

    from gadfly_server.events.journal import Journal
    from gadfly_server.events.recorder import Recorder
    from gadfly_server.lsp.app import GadflyServer


class Recording:
    """Makes a recorder for each program; what is wrong with the file is for the log."""

    def __init__(self, ls: GadflyServer) -> None:
        self._ls = ls
        self._journal: Journal | None = None

    def of(self, program: Path) -> Recorder:
        """The recorder of a program."""
        from gadfly_server.events.recorder import Recorder  # noqa: PLC0415 - not needed for the first diagnostics

        course = self._ls.programs.configuration.classrooms.course(program)
        return Recorder(self.journal, program, course, self._log)

    @property
    def journal(self) -> Journal:
        """The one journal, made when first needed."""
        if self._journal is None:
            from gadfly_server.events.journal import Journal  # noqa: PLC0415 - the same

            loop = asyncio.get_running_loop()

            def log(problem: str) -> None:
                loop.call_soon_threadsafe(self._log, problem)

            self._journal = Journal(tell=log)
        return self._journal

    def close(self) -> None:
        """Let go of the file."""
        if self._journal is not None:
            self._journal.close()

    def _log(self, problem: str) -> None:
        params = {"type": int(types.MessageType.Warning), "message": problem}
        self._ls.protocol.send(types.WINDOW_LOG_MESSAGE, params)
