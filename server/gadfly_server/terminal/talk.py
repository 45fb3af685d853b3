"""A dialogue with a person at a terminal: answers are read while saves of the program are watched."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_server.events.course import course_of
from gadfly_server.events.journal import Journal
from gadfly_server.events.recorder import Recorder
from gadfly_server.memory import Memory
from gadfly_server.models.choice import of_user
from gadfly_server.terminal import commands
from gadfly_server.terminal.console import Console
from gadfly_server.terminal.plain import PlainScreen
from gadfly_server.terminal.programs import Unusable, classroom, exit_code, read, session_of, without_use
from gadfly_server.terminal.prompts import lines_of
from gadfly_server.terminal.show import Screen, prompt
from gadfly_server.tutor import notes
from gadfly_server.tutor.notebook import Unclear
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from gadfly_server.sessions import Session
    from gadfly_server.terminal.prompts import Lines

LOOK_EVERY = 0.3  # seconds between two looks at the file's time
_NOTHING_NEW = later("Nothing new is saved. Type an answer, `?` if you do not know, or `help`.")
_GOODBYE = later("See you. What you found out stays with you.")

Stamp = tuple[tuple[int, int], ...]


async def talk(path: Path, tests: str | None, *, plain: bool = False) -> int:
    """Ask, mark and watch until the tests agree or the student leaves; returns the exit code."""
    console = Console(highlight=False)
    screen = PlainScreen(console) if plain else Screen(console)
    running = say("Running the tests …")
    if plain:
        screen.note(running)
    with nullcontext() if plain else console.status(running):
        course = course_of(classroom(path))
        recorder = Recorder(Journal(), path.resolve(), course, screen.note)
        manager = session_of(path, tests, memory=Memory(), models=of_user(screen.note), recorder=recorder)
        session = await manager.__aenter__()
    try:
        screen.opening(session)
        await _Talk(screen, session, path, plain=plain).go_on()
        return exit_code(session.facts)
    finally:
        await manager.__aexit__(None, None, None)


class _Talk:
    """One conversation: what was shown already, and what to do with what is typed."""

    def __init__(self, screen: Screen, session: Session, path: Path, *, plain: bool) -> None:
        self._screen = screen
        self._session = session
        self._path = path
        self._shown = 0
        self._note = ""  # why the model was of no use
        self._stamp = _stamp(path)
        self._lines: Lines = lines_of(screen.console, self._choices, plain=plain)

    async def go_on(self) -> None:
        """Show, read and reply until nothing is left to say or the student leaves."""
        while True:
            await self._session.worded()
            self._show_new()
            question = self._session.dialogue.question
            if self._session.status == "passing" and question is None:
                return
            line, saved = await self._next(prompt(question))
            if saved:
                await self._run(saved=True)
            elif line is None or not await self._reply(line):
                self._screen.note(say(_GOODBYE))
                return

    def _show_new(self) -> None:
        for turn in self._session.dialogue.turns[self._shown :]:
            if turn.speaker == "tutor":
                self._screen.turn(turn, self._session.source.text if self._session.source else "")
            else:
                self._screen.credit(turn)
        self._shown = len(self._session.dialogue.turns)
        if (note := without_use(self._session)) != self._note:
            self._note = note
            if note:
                self._screen.note(note)

    async def _next(self, words: str) -> tuple[str | None, bool]:
        """The student's next line, or the news that the program or a test was saved."""
        line = asyncio.ensure_future(self._lines.get(words))
        while not (await asyncio.wait([line], timeout=LOOK_EVERY))[0]:
            now = _stamp(self._path)
            if now != self._stamp:
                self._stamp = now
                line.cancel()
                await asyncio.wait([line])
                self._screen.console.print()
                return None, True
        line_typed = line.result()
        if line_typed is None:
            self._screen.console.print()
        return line_typed, False

    async def _reply(self, line: str) -> bool:
        """Do what a line says; tell whether the conversation goes on."""
        said = commands.typed(line, self._session.dialogue.question)
        if said.command == "quit":
            return False
        if said.command == "run":
            await self._run(saved=False)
        elif said.command == "suppose":
            await self._suppose(said.text)
        elif said.command == "forget":
            await self._session.strike_out(int(said.text))
            self._screen.notebook(self._session)
        elif said.command == "trace":
            self._screen.trace(self._session, int(said.text))
        elif said.command == "notebook":
            self._screen.notebook(self._session)
        elif said.command == "where":
            self._screen.where(self._session)
        elif said.command == "help":
            self._screen.help()
        elif not line.strip():
            self._screen.note(say(_NOTHING_NEW))
        else:
            await self._session.answer(line)
        return True

    async def _suppose(self, idea: str) -> None:
        before = self._session.dialogue.hypotheses
        try:
            after = (await self._session.suppose(idea)).hypotheses
        except Unclear as unclear:
            self._screen.note(str(unclear))
            return
        if after == before:
            self._screen.notebook(self._session)
            return
        _, outcome = notes.told(after[-1], self._session.dialogue.question, self._session.facts)
        self._screen.note(f"{after[-1].number}. {notes.described(after[-1])} {outcome}")

    async def _run(self, *, saved: bool) -> None:
        try:
            source = read(self._path)
        except Unusable as problem:
            self._screen.note(str(problem))
            return
        self._screen.note(say("I see a new version. Running the tests …") if saved else say("Running the tests …"))
        before = self._session.dialogue
        await self._session.refresh(source)
        if self._session.dialogue is before:
            self._screen.note(say("Nothing changed in what the tests show."))

    def _choices(self) -> tuple[str, ...]:
        question = self._session.dialogue.question
        asked = self._session.dialogue.turns[-1].choices if self._session.dialogue.turns else ()
        return asked if question else ()


def _stamp(path: Path) -> Stamp:
    """The times and sizes of the program and the Python files beside it."""
    found = []
    for file in sorted(path.resolve().parent.glob("*.py")):
        try:
            about = file.stat()
        except OSError:
            continue
        found.append((about.st_mtime_ns, about.st_size))
    return tuple(found)
