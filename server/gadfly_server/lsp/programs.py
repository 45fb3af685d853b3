"""The programs behind the open documents: each has a session, which runs only when something changed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gadfly_server.lsp import convert, views
from gadfly_server.lsp.classrooms import Classrooms
from gadfly_server.lsp.configuration import Configuration
from gadfly_server.lsp.handlers import diagnostic
from gadfly_server.lsp.recording import Recording
from gadfly_server.lsp.relevance import Relevance

if TYPE_CHECKING:
    from gadfly_analyzers.execution.runner import Runner
    from gadfly_analyzers.findings import Finding, Span
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.documents import Document
    from gadfly_server.lsp.program import Program
    from gadfly_server.memory import Memory
    from gadfly_server.models.worder import Worder

_NOTHING_RAN = Relevance()
_GLANCE = 0.05  # seconds after opening, so that what the text alone tells comes first


class Programs:
    """Who is under study. Nothing that runs programs is imported before the first one needs it."""

    def __init__(self, ls: GadflyServer) -> None:
        self._ls = ls
        self.configuration = Configuration(Classrooms(ls))
        self.recording = Recording(ls)
        self._programs: dict[str, Program] = {}
        self._runner: Runner | None = None
        self._memory: Memory | None = None
        self._worder: Worder | None = None
        self._has_looked = False
        self._closing = False

    def get(self, uri: str) -> Program | None:
        """The program of an open document, if it is one."""
        program = self._programs.get(uri)
        path = convert.to_path(uri)
        if program is None and path is not None and self._ls.documents.get(uri) and not is_test(path):
            program = self._programs[uri] = self._begin(uri, path)
        return program

    def known(self, uri: str) -> Program | None:
        """The same, but only if there was a reason to look at it before."""
        return self._programs.get(uri)

    @property
    def runner(self) -> Runner:
        """The one runner of this conversation, made when first needed."""
        if self._runner is None:
            from gadfly_analyzers.execution.runner import Runner  # noqa: PLC0415 - not needed for the first diagnostics

            self._runner = self._ls.shared.runner(self._ls.student) if self._ls.shared else Runner()
        return self._runner

    @property
    def memory(self) -> Memory:
        """The one memory of this conversation; what is wrong with its file is for the log."""
        if self._memory is None:
            from gadfly_server.memory import Memory  # noqa: PLC0415 - the same

            loop = asyncio.get_running_loop()

            def log(problem: str) -> None:
                loop.call_soon_threadsafe(self._log, problem)

            self._memory = Memory(tell=log)
        return self._memory

    @property
    def worder(self) -> Worder | None:
        """Who words questions in this conversation, where the user chose a model; what goes wrong is for the log."""
        if not self._has_looked:
            from gadfly_server.lsp import editor_model  # noqa: PLC0415 - the same

            self._has_looked = True
            self._worder = editor_model.worder(self._ls, self._log)
        return self._worder

    def opened(self, uri: str) -> None:
        """Look at a program once its first diagnostics are out."""
        if path := convert.to_path(uri):
            self.configuration.classrooms.look_around(path)
        asyncio.get_running_loop().call_later(_GLANCE, self._glance, uri)

    def saved(self, uri: str) -> None:
        """Run the program that was saved, and those that the saved file may matter to."""
        self.configuration.classrooms.look_again()
        program = self.get(uri)
        if program:
            program.saved()
        if path := convert.to_path(uri):
            self.touched([path])

    def touched(self, paths: list[Path]) -> None:
        """Run the programs for which something changed on disk, if it matters to them."""
        for program in tuple(self._programs.values()):
            if self._ls.documents.get(program.uri) and any(program.is_near(path) for path in paths):
                program.saved()

    def closed(self, uri: str) -> None:
        """Stop what runs for a document; the record keeps the rest."""
        if program := self._programs.pop(uri, None):
            program.close()

    def configured(self) -> None:
        """Let every program know that settings or trust changed."""
        for program in self._programs.values():
            program.configured()
        diagnostic.refresh_all(self._ls)

    def asked(self, document: Document) -> list[Finding]:
        """What patterns ask about in this version of a document: neither turned off nor beside the point."""
        if document.awaits_check:
            self._ls.settling.read(document.uri)
            return []
        disabled = self.configuration.disabled_patterns(document.uri)
        program = self.known(document.uri)
        relevance = program.relevance if program else _NOTHING_RAN
        return relevance.among((each for each in document.findings if each.rule not in disabled), document.source)

    def function_in_question(self, document: Document) -> Span | None:
        """The name of the function that failing tests disagree with, in this version of the document."""
        program = self.known(document.uri)
        return views.function_in_question(program, document.source) if program else None

    def headline_range(self, document: Document) -> dict[str, Any] | None:
        """Where the headline stands, if the tests of this document disagree with it."""
        program = self.known(document.uri)
        return views.headline_range(program, document.source, self._ls.documents.encoding) if program else None

    def headline(self, document: Document) -> dict[str, Any] | None:
        """The headline and its place, as a diagnostic has them."""
        place = self.headline_range(document)
        program = self.known(document.uri)
        return {"range": place, "message": program.session.headline} if place and program else None

    async def begin_anew(self) -> None:
        """Have the dialogues of all programs begin as with somebody unknown."""
        for program in tuple(self._programs.values()):
            await program.session.forget()

    def stop(self) -> None:
        """Stop all runs."""
        self._closing = True
        for program in self._programs.values():
            program.stop()

    async def close(self) -> None:
        """End the workers."""
        self.stop()
        if self._runner is not None:
            await self._runner.close()
        if self._memory is not None:
            self._memory.close()
        self.recording.close()
        if self._worder is not None:
            await self._worder.close()

    def _glance(self, uri: str) -> None:
        if not self._closing and (program := self.get(uri)):
            program.opened()

    def _log(self, problem: str) -> None:
        params = {"type": int(types.MessageType.Warning), "message": problem}
        self._ls.protocol.send(types.WINDOW_LOG_MESSAGE, params)

    def _begin(self, uri: str, path: Path) -> Program:
        from gadfly_server.lsp.program import Program  # noqa: PLC0415 - not needed for the first diagnostics
        from gadfly_server.record import Record  # noqa: PLC0415 - the same

        return Program(self._ls, uri, path, Record())


def is_test(path: Path) -> bool:
    """Whether a file holds tests by its name; it is then no program under study."""
    return path.name.startswith("test_") or path.stem.endswith("_test") or path.name == "conftest.py"
