"""One program under study in the editor: when it runs, and what is shown of it."""

from __future__ import annotations

import asyncio
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gadfly_server.lsp import conversation, messages, views
from gadfly_server.lsp.fingerprint import fingerprint
from gadfly_server.sessions import Session

if TYPE_CHECKING:
    from gadfly_analyzers.execution.runner import Runner
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.record import Record


class Program:
    """A session, the one run at a time that feeds it, and the conversation about it."""

    def __init__(self, ls: GadflyServer, uri: str, path: Path, runner: Runner, record: Record) -> None:
        self._ls = ls
        self.uri = uri
        self.path = path
        self.session = Session(path, runner, ls.programs.configuration.settings(path), record)
        self._stop_listening = self.session.listen(lambda _: self.show())
        self._starting = asyncio.Lock()
        self._run: asyncio.Task[None] | None = None
        self._running: bytes | None = None
        self._seen: bytes | None = None
        self._shown: object = None
        self._talk: asyncio.Task[Any] | None = None

    @property
    def trusted(self) -> bool:
        """Whether this program may run at all."""
        return self._ls.programs.configuration.trusted

    def opened(self) -> None:
        """Show what is remembered, and get a worker ready if there are tests."""
        self.show()
        if self.trusted:
            self._ls.start(self._warm())

    def saved(self) -> None:
        """Run if something that matters changed since the last run, and the user wants that."""
        if self.session.settings.run_on_save:
            self._ls.start(self._run_if_new())

    async def run(self) -> None:
        """Run now, because somebody asked; cancelling this stops the run."""
        wanted = await self._fingerprint()
        async with self._starting:
            task = await self._begin(wanted)
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            task.cancel()
            raise

    async def answer(self, text: str, question: str) -> None:
        """Mark an answer once all is known that there is to know: same answers, same dialogue, however quick.

        After a restart a run has to show again what answers are marked against.
        """
        if self._run:
            await asyncio.wait([self._run])
        elif self.session.facts is None:
            await self.run()
        await self.session.answer(text, question)

    def is_near(self, path: Path) -> bool:
        """Whether a file may be among this program's tests: beside it, below it or one folder above."""
        return self.path != path and (self.path.parent in path.parents or self.path.parent.parent == path.parent)

    def talk(self) -> None:
        """Ask through the client's own dialogues; a newer wish replaces the conversation that is open."""
        if self._talk:
            self._talk.cancel()
        self._talk = self._ls.start(conversation.hold(self._ls, self))

    def configured(self) -> None:
        """Take over new settings; the next save runs whatever has changed."""
        self.session.settings = self._ls.programs.configuration.settings(self.path)
        self._seen = None
        if not self.trusted:
            self.stop()
        self.show()

    def show(self) -> None:
        """Bring everything that the client shows of this program up to date."""
        if self._ls.client.panel:
            self._ls.protocol.send(messages.DIALOGUE, views.dialogue(self._ls, self))
        elif self._talk and self.session.status == "passing":
            self._talk.cancel()
            self._talk = None
            conversation.close(self._ls, self)
        shown = (self.session.headline, self.session.status == "failing")
        if shown != self._shown:
            self._shown = shown
            views.refresh(self._ls, self.uri)

    def stop(self) -> None:
        """Stop the run, if there is one."""
        if self._run:
            self._run.cancel()

    def close(self) -> None:
        """Stop everything and listen no more."""
        self.stop()
        self._stop_listening()
        if self._talk:
            self._talk.cancel()

    async def _run_if_new(self) -> None:
        wanted = await self._fingerprint()
        async with self._starting:
            if wanted not in (self._seen, self._running):
                await self._begin(wanted)

    async def _begin(self, wanted: bytes) -> asyncio.Task[None]:
        """Start a run after the one before has truly ended."""
        if before := self._run:
            before.cancel()
            await asyncio.wait([before])
        self._running = wanted
        self._run = self._ls.start(self._go(wanted))
        return self._run

    async def _go(self, wanted: bytes) -> None:
        document = self._ls.documents.get(self.uri)
        me = asyncio.current_task()
        assert me is not None
        try:
            if document and self.trusted:
                async with self._ls.work.shown(f"Running the tests of {self.path.name}", me.cancel):
                    await self.session.refresh(document.source)
                # What kept tests from running may be mended without a change to any file that we know of.
                self._seen = wanted if self.session.status != "problem" else None
            elif document:
                await self.session.refresh(document.source)  # which then only reads
        finally:
            if self._run is me:
                self._run = self._running = None

    async def _fingerprint(self) -> bytes:
        from gadfly_analyzers.execution.assignment import find_assignment  # noqa: PLC0415 - not needed before a run

        document = self._ls.documents.get(self.uri)
        if document is None:
            return b""
        assignment = await asyncio.to_thread(find_assignment, self.path, self.session.settings.tests)
        return await asyncio.to_thread(fingerprint, document.source, [*assignment.tests, *_pairs(self.path)])

    async def _warm(self) -> None:
        from gadfly_analyzers.execution.assignment import find_assignment  # noqa: PLC0415 - not needed before a run
        from gadfly_analyzers.execution.interpreter import find_interpreter  # noqa: PLC0415 - the same

        settings = self.session.settings
        assignment = await asyncio.to_thread(find_assignment, self.path, settings.tests)
        interpreter = await asyncio.to_thread(find_interpreter, assignment.root, settings.interpreter)
        if assignment.tests and isinstance(interpreter, Path):
            await self.session.runner.warm(interpreter)


def _pairs(program: Path) -> list[Path]:
    """Files with input and expected output beside a program."""
    return sorted(path for ending in ("in", "out") for path in program.parent.glob(f"{escape(program.stem)}*.{ending}"))
