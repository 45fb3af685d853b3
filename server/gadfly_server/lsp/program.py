"""One program under study in the editor: when it runs, and what is shown of it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Coroutine
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from gadfly_analyzers.execution.turns import CROWDED
from gadfly_server.lsp import conversation, convert, messages, ondisk, views
from gadfly_server.lsp.fingerprint import fingerprint
from gadfly_server.lsp.imports import files_beside
from gadfly_server.lsp.places import Places
from gadfly_server.lsp.relevance import Relevance
from gadfly_server.sessions import Session

if TYPE_CHECKING:
    from gadfly_analyzers.source import Source
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.documents import Document
    from gadfly_server.record import Record
    from gadfly_server.settings import Settings
    from gadfly_server.tutor.supposing import Supposed


_MOST_RUNS = 5  # of a program that changes while it runs
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a run reads: the program on disk, the files around it, and a mark that changes with what matters in them."""

    data: bytes | None
    source: Source
    files: frozenset[Path]
    mark: bytes


class Program:
    """A session, the one run at a time that feeds it, and the conversation about it."""

    def __init__(self, ls: GadflyServer, uri: str, path: Path, record: Record) -> None:
        self._ls = ls
        self.uri = uri
        self.path = path
        programs = ls.programs
        settings = programs.configuration.settings(path)
        recorder = programs.recording.of(path)
        self.session = Session(
            path,
            programs.runner,
            settings,
            record,
            programs.memory,
            worder=programs.worder,
            recorder=recorder,
        )
        self.places = Places(self.session)
        self.relevance = Relevance()
        self._stop_listening = self.session.listen(lambda _: self.show())
        self._starting = asyncio.Lock()
        self._run: asyncio.Task[None] | None = None
        self._running: bytes | None = None
        self._wishes: set[asyncio.Task[Any]] = set()
        self._seen: bytes | None = None
        self._files: frozenset[Path] = frozenset()
        self._shown: object = None
        self._talk: asyncio.Task[Any] | None = None

    @property
    def trusted(self) -> bool:
        """Whether this program may run at all."""
        return self._ls.programs.configuration.trusted

    def opened(self) -> None:
        """Show what is remembered, and get a worker ready if that runs nothing of the folder's own."""
        self.show()
        self._ls.programs.recording.opened(self.path)
        self._ls.start(self._warm())

    def saved(self) -> None:
        """Run if something that matters changed since the last run, and the user wants that."""
        if self.session.settings.run_on_save:
            self._wish(self._run_if_new())

    async def run(self) -> None:
        """Run now, because somebody asked; cancelling this stops the run, and a newer run takes its place."""
        self._ls.programs.configuration.classrooms.look_again()
        task = await self._wish(self._run_anyway())
        while task is not None:
            try:
                await asyncio.shield(task)
                return
            except asyncio.CancelledError:
                if not task.cancelled() or not self._busy():
                    task.cancel()
                    raise
            await asyncio.wait(self._busy())
            task = self._run

    async def answer(self, text: str, question: str) -> None:
        """Mark an answer once all is known that there is to know: same answers, same dialogue, however quick.

        After a restart a run has to show again what answers are marked against.
        In a crowd, whoever has a question gets the reply to the answer from what is known by then, if that suffices.
        """
        if not (self.session.can_reply(question) and self.session.runner.crowd >= CROWDED):
            await self.known()
        await self.session.answer(text, question)

    async def suppose(self, idea: Supposed | str) -> None:
        """Check a hypothesis against the newest run."""
        await self.known()
        await self.session.suppose(idea)

    async def known(self) -> None:
        """Wait until all is known that there is to know of the newest run; begin one if none came to its end."""
        with self.session.runner.hurry():
            await self._rest()
            if self.session.facts is None or self.session.unfinished:
                await self.run()
                await self._rest()

    def is_near(self, path: Path) -> bool:
        """Whether a file may be among what a run reads: below the folder around the program's, or read before."""
        return self.path != path and (path in self._files or self.path.parent.parent in path.parents)

    def talk(self) -> None:
        """Ask through the client's own dialogues; a newer wish replaces the conversation that is open."""
        if self._talk:
            self._talk.cancel()
        self._talk = self._ls.start(conversation.hold(self._ls, self))

    def configured(self) -> None:
        """Take over new settings; the next save runs whatever has changed."""
        was_trusted = self.session.settings.trusted
        self.session.settings = self._ls.programs.configuration.settings(self.path)
        self.session.recorder = self._ls.programs.recording.of(self.path)
        self._seen = None
        if was_trusted and not self.trusted:
            self.stop()
        self.show()

    def show(self) -> None:
        """Bring everything that the client shows of this program up to date."""
        self.relevance.take(self.session.examination)
        if self._ls.client.panel:
            self._ls.protocol.send(messages.DIALOGUE, views.dialogue(self._ls, self))
        elif self._talk and self.session.status == "passing":
            self._talk.cancel()
            self._talk = None
            conversation.close(self._ls, self)
        shown = (self.session.headline, self.session.status == "failing", self.relevance.marks)
        if shown != self._shown:
            self._shown = shown
            views.refresh(self._ls, self.uri)

    def stop(self) -> None:
        """Stop the run, if there is one, and what may begin one."""
        for task in self._busy():
            task.cancel()

    def close(self) -> None:
        """Stop everything and listen no more."""
        self.stop()
        self.session.close()
        self._stop_listening()
        if self._talk:
            self._talk.cancel()

    def _wish(self, work: Coroutine[Any, Any, _T]) -> asyncio.Task[_T]:
        """Do what may begin a run; an answer that comes meanwhile is about that run."""
        task = self._ls.start(work)
        self._wishes.add(task)
        task.add_done_callback(self._wishes.discard)
        return task

    def _busy(self) -> list[asyncio.Task[Any]]:
        """What is under way that may end in new facts."""
        return [task for task in (self._run, *self._wishes) if task and not task.done()]

    async def _rest(self) -> None:
        """Wait until nothing is under way."""
        while busy := self._busy():
            await asyncio.wait(busy)

    async def _run_if_new(self) -> None:
        seen = await self._look()
        async with self._starting:
            if seen and seen.mark not in (self._seen, self._running):
                await self._begin(seen)

    async def _run_anyway(self) -> asyncio.Task[None] | None:
        seen = await self._look()
        async with self._starting:
            return await self._begin(seen) if seen else None

    async def _begin(self, seen: Snapshot) -> asyncio.Task[None]:
        """Start a run after the one before has truly ended."""
        if before := self._run:
            before.cancel()
            await asyncio.wait([before])
        self._running = seen.mark
        self._run = self._ls.start(self._go(seen))
        return self._run

    async def _go(self, seen: Snapshot | None) -> None:
        me = asyncio.current_task()
        assert me is not None
        try:
            async with self._ls.work.shown(f"Running the tests of {self.path.name}", me.cancel, when=self.trusted):
                for _ in range(_MOST_RUNS):
                    if seen is None or await self._examine(seen):
                        return
                    seen = await self._look()
        finally:
            if self._run is me:
                self._run = self._running = None

    async def _examine(self, seen: Snapshot) -> bool:
        """Have the session examine what is on disk; tell whether that stayed what it was."""
        self._running = seen.mark

        def is_current() -> bool:
            return ondisk.read(self.path) == seen.data

        await self.session.refresh(seen.source, is_current)
        # What kept tests from running may be mended without a change to any file that we know of.
        counts = self.trusted and self.session.status != "problem" and is_current()
        self._seen = seen.mark if counts else None
        return is_current()

    async def _look(self) -> Snapshot | None:
        """What a run would read now."""
        document = await self._ls.settling.settled(self.uri)
        if document is None:
            return None
        if not self._ls.bounds.hold(self.path):  # it is a link by now
            return None
        seen = await asyncio.to_thread(look, self.path, document, self.session.settings)
        self._files = seen.files
        return seen

    async def _warm(self) -> None:
        """Start a worker early, but no interpreter out of the folder: nobody asked to run that yet."""
        from gadfly_analyzers.execution.interpreter import find_interpreter  # noqa: PLC0415 - not needed before a run

        if not self.trusted:
            return
        settings = self.session.settings
        assignment = await asyncio.to_thread(settings.assignment, self.path)
        interpreter = await asyncio.to_thread(find_interpreter, assignment.root, settings.interpreter)
        if not assignment.tests or not isinstance(interpreter, Path) or not self.trusted:
            return
        folders = [convert.to_path(uri) for uri in self._ls.workspace.folders]
        if not _belongs_to(interpreter, [assignment.root, *(folder for folder in folders if folder)]):
            await self.session.runner.warm(interpreter)


def look(path: Path, document: Document, settings: Settings) -> Snapshot:
    """Read a program and what is around it from disk."""
    data = ondisk.read(path)
    source = ondisk.source_of(data, document.source)
    files = files_beside(settings.assignment(path), source.data)
    return Snapshot(data, source, frozenset(files), fingerprint(source, [*files, *_pairs(path)]))


def _belongs_to(interpreter: Path, folders: list[Path]) -> bool:
    """Whether an interpreter came with the folders, or with one around them: as itself, or as an environment there."""
    for path in (Path(os.path.abspath(interpreter)), interpreter.resolve()):  # noqa: PTH100 - links are the point
        home = path.parent.parent.parent  # of the environment, where it is one: home/.venv/bin/python
        if any(folder in path.parents for folder in folders):
            return True
        if home != home.parent and any(home == folder or home in folder.parents for folder in folders):
            return True
    return False


def _pairs(program: Path) -> list[Path]:
    """Files with input and expected output beside a program."""
    return sorted(path for ending in ("in", "out") for path in program.parent.glob(f"{escape(program.stem)}*.{ending}"))
