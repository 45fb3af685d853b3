"""The way to one model: every request is counted, none is sent while it would be in vain, and a fault has a note."""

from __future__ import annotations

import asyncio
import time
import traceback
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from gadfly_server.models.answering import Unanswered, about
from gadfly_server.models.budget import Budget
from gadfly_server.models.endpoint import Endpoint
from gadfly_server.models.sending import is_sent
from gadfly_server.models.spending import spent
from gadfly_server.wording import say

if TYPE_CHECKING:
    from gadfly_server.models.answering import Answering, Prompt, Reply
    from gadfly_server.settings import ClassModels, Models

_LONGEST_PAUSE = 300.0  # seconds
_T = TypeVar("_T")


class Access:
    """Asks a model within the limits there are. ``note`` says for people why the last request was in vain.

    ``tell`` hears the same, for a log; neither holds a text or a key.
    """

    def __init__(
        self,
        models: Models,
        budget: Budget | None = None,
        tell: Callable[[str], None] = lambda _: None,
        answering: Answering | None = None,
    ) -> None:
        self.models = models
        self.tell = tell
        self.note = ""
        self._budget = budget or Budget(models)
        self._answering = answering or Endpoint(models)
        self._given_up = False
        self._not_before = 0.0
        self._faults = 0  # in a row
        self._counting: set[asyncio.Task[None]] = set()

    @property
    def name(self) -> str:
        """The model, for people."""
        return self._answering.name

    def prepare(self) -> None:
        """Begin with what takes time before the first question."""
        self._answering.prepare()

    def refusal(self, room: ClassModels) -> str:
        """Why a class may not ask this model; empty if it may."""
        if room.off:
            return say("Models are turned off for this program.")
        return "" if room.allows(self.models) else say("For this program only the model of your class may be asked.")

    async def within(self, work: Coroutine[Any, Any, _T], room: ClassModels) -> _T | None:
        """What comes of asking, in the time there is; ``None`` where nothing does."""
        refusal = self.refusal(room)
        if refusal or self._given_up or time.monotonic() < self._not_before:
            work.close()
            self.note = refusal or self.note
            return None
        try:
            came = await asyncio.wait_for(work, self.models.seconds)
        except (TimeoutError, asyncio.TimeoutError):
            self._failed(Unanswered(say("The model took longer than {seconds} s.", seconds=f"{self.models.seconds:g}")))
        except Unanswered as failure:
            self._failed(failure)
        except Exception as error:  # a fault of ours costs nobody a question
            self.tell(f"{type(error).__name__} at {_place(error)}")
            self._failed(Unanswered(say("Asking the model failed in Gadfly itself.")))
        else:
            self.note, self._faults = "", 0
            return came
        return None

    async def ask(self, prompt: Prompt, room: ClassModels, *, last: bool = True) -> Reply | None:
        """The reply; ``None`` after a fault that may be gone by now. Raises ``Unanswered``."""
        if not await asyncio.to_thread(self._budget.take, room):
            raise Unanswered(say("Today's requests or tokens for the model are used up."))
        is_sent(prompt)
        try:
            reply = await self._answering.ask(prompt)
        except asyncio.CancelledError:  # nobody waits for it any more, but the server has it
            self._count_beside(about(prompt.rules, prompt.data))
            raise
        except Unanswered as failure:
            await self._spent(failure.tokens, failure.tries - 1)
            if last or failure.again is None or failure.again >= self.models.seconds:
                raise
            await asyncio.sleep(failure.again)
            return None
        await self._spent(reply.tokens, reply.tries - 1)
        return reply

    async def _spent(self, tokens: int, requests: int = 0) -> None:
        """Count what was used, also by requests beyond the one that was taken for it, and have it recorded."""
        await asyncio.to_thread(self._budget.spent, tokens, requests)
        if tokens:
            await spent(self.name, tokens)

    def _count_beside(self, tokens: int) -> None:
        """Count what was used while whoever asked goes on."""
        counting = asyncio.ensure_future(self._spent(tokens))
        self._counting.add(counting)
        counting.add_done_callback(self._counting.discard)

    async def close(self) -> None:
        """Let go of the connection and the count."""
        await asyncio.gather(*self._counting, return_exceptions=True)
        await self._answering.close()
        self._budget.close()

    def _failed(self, failure: Unanswered) -> None:
        """Wait before the next try: as long as the server names, and longer each time that it fails again."""
        self._given_up = failure.lasting
        pause = min(2.0**self._faults, _LONGEST_PAUSE) if self._faults else 0.0
        self._faults += 1
        self._not_before = time.monotonic() + max(failure.again or 0.0, pause)
        self.note = str(failure)
        self.tell(self.note)


def _place(error: Exception) -> str:
    """Where an error came up, for a log: a file and a line, and nothing of what went through."""
    *_, last = traceback.extract_tb(error.__traceback__)
    return f"{Path(last.filename).name}:{last.lineno}"
