"""The record of one conversation: which course a program belongs to, one journal, and who brings it to the course."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gadfly_server.events.course import Course
    from gadfly_server.events.journal import Journal
    from gadfly_server.events.recorder import Recorder
    from gadfly_server.exports.courier import Courier
    from gadfly_server.lsp.app import GadflyServer


class Recording:
    """Makes a recorder for each program, and asks for consent where a course asks for something.

    What is wrong with the file, or with the store of the course, is for the log.
    """

    def __init__(self, ls: GadflyServer) -> None:
        self._ls = ls
        self._journal: Journal | None = None
        self._met: set[Course] = set()
        self._couriers: list[Courier] = []

    def of(self, program: Path) -> Recorder:
        """The recorder of a program."""
        from gadfly_server.events.recorder import Recorder  # noqa: PLC0415 - not needed for the first diagnostics

        return Recorder(self.journal, program, self._ls.programs.configuration.classrooms.course(program), self._log)

    def opened(self, program: Path) -> None:
        """Meet the course of a program, if it is a new one."""
        course = self._ls.programs.configuration.classrooms.course(program)
        if course in self._met or not course.asks:
            return
        self._met.add(course)
        self._ls.start(self._meet(course, self._ls.programs.configuration.settings(program).language))

    @property
    def journal(self) -> Journal:
        """The one journal, made when first needed."""
        if self._journal is None:
            from gadfly_server.events.journal import Journal  # noqa: PLC0415 - the same

            self._journal = Journal(tell=self._later())
        return self._journal

    def close(self) -> None:
        """Let go of the file, and stop bringing."""
        for courier in self._couriers:
            courier.stop()
        if self._journal is not None:
            self._journal.close()

    async def _meet(self, course: Course, language: str | None) -> None:
        from gadfly_server.database import Unusable  # noqa: PLC0415 - the same
        from gadfly_server.lsp import consenting  # noqa: PLC0415 - the same

        try:
            await consenting.ask(self._ls, self.journal, course, language)
        except Unusable as problem:
            self._log(str(problem))
            return
        if course.store:
            from gadfly_server.exports.courier import Courier  # noqa: PLC0415 - few courses have a store

            courier = Courier(course.store, course.name, self._later())
            self._couriers.append(courier)
            courier.start()

    def _later(self) -> Callable[[str], None]:
        """What logs a problem that another thread met."""
        loop = asyncio.get_running_loop()

        def log(problem: str) -> None:
            loop.call_soon_threadsafe(self._log, problem)

        return log

    def _log(self, problem: str) -> None:
        params = {"type": int(types.MessageType.Warning), "message": problem}
        self._ls.protocol.send(types.WINDOW_LOG_MESSAGE, params)
