"""Each question is there at once in our words; a model's may take their place, if they come in time and pass."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_analyzers.leaks.verdict import NOTHING_SAID, Kind
from gadfly_server.models.guard import adds_no_word, core
from gadfly_server.models.privacy import own_names
from gadfly_server.models.request import wording_request
from gadfly_server.models.sending import sending
from gadfly_server.models.vouching import is_vouched

if TYPE_CHECKING:
    from gadfly_analyzers.leaks.checker import Checker
    from gadfly_analyzers.source import Source
    from gadfly_server.models.answering import Prompt
    from gadfly_server.models.request import WordingRequest
    from gadfly_server.models.worder import Worder
    from gadfly_server.settings import ClassModels
    from gadfly_server.tutor.turns import Dialogue, Turn

Show = Callable[["Turn", str, str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class ModelState:
    """The model's name, whether it is asked just now, and why it was of no use, if it was not."""

    name: str
    asked: bool
    note: str


async def leaks(checker: Checker, text: str, request: WordingRequest, heard: Sequence[str] = ()) -> bool:
    """Tell whether a wording that the guard has passed gives too much away.

    Sentences that only invite to look hold nothing of the program: what sounds like an order in them is none to edit.
    What is said of the question itself is not held against another wording: it is asked either way.
    Nor are the words of a question that is like those that ask the same: they were weighed for that already.
    """
    heard = heard or NOTHING_SAID
    ours = await checker.verdict(request.question, request.level, heard)
    whole, asked = [
        [reason for reason in (await checker.verdict(each, request.level, heard)).reasons if reason not in ours.reasons]
        for each in (text, core(text, request.question))
    ]
    if adds_no_word(text, request):
        asked = [reason for reason in asked if reason.kind not in (Kind.EDIT, Kind.WORD)]
    elif is_vouched(text, request):
        asked = [reason for reason in asked if reason.kind is not Kind.WORD]
    return bool(asked) or any(reason.kind not in (Kind.EDIT, Kind.WORD) for reason in whole)


class Rewording:
    """Asks once for a wording of each open question.

    ``show`` is given the turn, its new words and the model's name; ``tell`` hears when asking begins and ends.
    """

    def __init__(self, worder: Worder, show: Show, tell: Callable[[], None]) -> None:
        self._worder = worder
        self._show = show
        self._tell = tell
        self._names = own_names()
        self.sent: list[Prompt] = []  # all that the last wording took
        self._turn: Turn | None = None
        self._task: asyncio.Task[None] | None = None

    def prepare(self, room: ClassModels) -> None:
        """Have the model ready by the time at which there is a question, if it may be asked."""
        if not self._worder.access.refusal(room):
            self._worder.access.prepare()

    def begin(self, dialogue: Dialogue, source: Source | None, checker: Checker | None, room: ClassModels) -> None:
        """Ask for a wording of the question that is open now, if it is a new one; one that is not open is dropped.

        Before all repairs are known nobody can tell what gives them away.
        """
        turn = dialogue.asking
        if turn != self._turn:
            self.stop()
        if turn is None or turn == self._turn or turn.worded or checker is None or not checker.knows_repairs:
            return
        self._turn = turn
        heard = tuple(each.text for each in dialogue.turns if each.speaker == "student")
        request = wording_request(dialogue, source, self._names)

        async def leaking(text: str) -> bool:
            return request is not None and await leaks(checker, text, request, heard)

        if request is None:
            return

        async def word() -> None:
            self.sent = []
            with sending(self.sent):
                words = await self._worder.word(request, leaking, room)
            if words:
                await self._show(turn, words, self._worder.access.name)

        self._task = asyncio.ensure_future(word())
        self._task.add_done_callback(self._ended)

    def state(self, room: ClassModels) -> ModelState:
        """What the model is at."""
        access = self._worder.access
        return ModelState(
            access.name, self._task is not None and not self._task.done(), access.refusal(room) or access.note
        )

    async def settled(self) -> None:
        """Wait until the open question is in the words in which it stays."""
        if self._task is not None:
            await asyncio.wait([self._task])

    def stop(self) -> None:
        """Ask no more."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._turn = None

    def _ended(self, task: asyncio.Task[None]) -> None:
        if task is self._task:
            self._tell()
