"""Our own tutor, as it teaches in the editor: no model and no network, unless one is given that a strategy asks."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.grading.tutors.protocol import Heard, Reply, Request
from gadfly_server.sessions import Session
from gadfly_server.settings import Settings
from gadfly_server.tutor.turns import Turn
from gadfly_server.tutor.weights import USUAL, Weights

if TYPE_CHECKING:
    from gadfly_server.models.worder import Worder


class Gadfly:
    """One dialogue after another about one lesson; ``program`` is the file that the student edits.

    What was found out about the first version stays known, so that the next dialogue begins at once.
    """

    def __init__(self, program: Path, runner: Runner, worder: Worder | None = None) -> None:
        self._worder = worder
        self._session = self._anew(program, runner)
        self._first: Session | None = None
        self._heard = 0

    async def begin(self, weights: Weights = USUAL) -> None:
        """Begin a dialogue about the lesson's program as it was at first, with these weights of considerations."""
        self._heard = 0
        if self._first is None:
            text = self._session.program.read_text("utf-8")
            await self._session.refresh(Source.parse(text))
            self._first = self._session
        self._session = copy(self._first) if self._worder is None else self._first
        self._session.settings = replace(self._session.settings, weights=weights)
        await self._session.forget()

    def advised(self, worder: Worder) -> Gadfly:
        """The same for one dialogue, in which a strategy chooses the questions and its model words them."""
        return Gadfly(self._session.program, self._session.runner, worder)

    async def say(self, request: Request) -> Heard:
        """Look at a new version, or take the student's answer; say all that follows from it."""
        session = self._session
        if session.source is None or session.source.text != request.program:
            await session.refresh(Source.parse(request.program))
        elif request.turns and request.turns[-1].role == "student":
            await session.answer(request.turns[-1].text if session.dialogue.question else "more")
        await session.worded()
        new = [turn for turn in session.dialogue.turns if turn.number > self._heard and turn.speaker == "tutor"]
        self._heard = session.dialogue.last
        return Heard(_reply(new, asks=session.dialogue.question is not None), session.dialogue.question)

    def close(self) -> None:
        """Ask no model any more."""
        self._session.close()

    def _anew(self, program: Path, runner: Runner) -> Session:
        return Session(program, runner, Settings(record=False, memory=False), worder=self._worder)


def _reply(new: list[Turn], *, asks: bool) -> Reply:
    last = new[-1] if new else None
    place = last.points_at if last else None
    marks = [turn.marked for turn in new]
    return Reply(
        text="\n".join(turn.shown for turn in new),
        level=last.level if last else None,
        line=place.line if place else None,
        end_line=place.end_line if place else None,
        choices=last.choices if last else (),
        marked="wrong" if "wrong" in marks else "right" if "right" in marks else None,
        done=not asks,
    )
