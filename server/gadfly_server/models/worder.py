"""Ask a model for a wording, check it, ask once more with the reason, and otherwise leave the question as it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from gadfly_server.models.access import Access
from gadfly_server.models.checked import ANYTHING, NO_JSON, Keep, Objecting, Told, checked, text_of
from gadfly_server.models.request import prompt_of
from gadfly_server.models.salvage import forms
from gadfly_server.models.strategies import of_name
from gadfly_server.models.vouching import refusal

if TYPE_CHECKING:
    from gadfly_server.models.answering import Answering, Prompt
    from gadfly_server.models.budget import Budget
    from gadfly_server.models.request import WordingRequest
    from gadfly_server.settings import ClassModels, Models

LONGEST = 1000  # letters of a wording, with all around it that may be left out: more takes long to look through
Judge = Callable[[str], Awaitable[bool]]


class Worder:
    """Asks one model. ``tell`` hears, without any text or key, why nothing came of it.

    ``keep`` is given all that was asked and replied, if anybody wants to have it.
    """

    def __init__(
        self,
        models: Models,
        budget: Budget | None = None,
        tell: Callable[[str], None] = lambda _: None,
        answering: Answering | None = None,
        *,
        keep: Keep = lambda *_: None,
    ) -> None:
        self.models = models
        self.access = Access(models, budget, tell, answering)
        self.strategy = of_name(models.strategy)
        self._keep = keep

    async def word(self, request: WordingRequest, leaks: Judge, room: ClassModels = ANYTHING) -> str:
        """Another wording that every check passed, within the time there is; empty if there is none.

        ``leaks`` tells whether a text gives too much away, ``room`` is what the class allows.
        """

        async def objecting(told: Told) -> str:
            reasons = []
            if len(text_of(told, "question")) > LONGEST:
                return "is far too long"
            for text in forms(text_of(told, "question"), request):
                told["question"] = text
                reason = refusal(text, request) if text else NO_JSON
                reasons.append(reason or ("gives too much away" if await leaks(text) else ""))
                if not reasons[-1]:
                    break
            return reasons[0] if reasons[-1] or text == request.question else ""

        async def one(prompt: Callable[[str], Prompt], objects: Objecting) -> Told | None:
            return await checked(self.access, prompt, objects, self._keep, room, what="wording")

        async def work() -> str:
            told = await self.strategy.word(request, lambda reason: prompt_of(request, reason), objecting, one)
            text = text_of(told or {}, "question")
            return text if text != request.question else ""

        return await self.access.within(work(), room) or ""

    async def ask(self, prompt: Callable[[str], Prompt], objecting: Objecting, room: ClassModels = ANYTHING) -> Told:
        """What comes of asking for anything else, in the time there is; empty where nothing does."""
        work = checked(self.access, prompt, objecting, self._keep, room)
        return await self.access.within(work, room) or {}

    async def close(self) -> None:
        """Let go of the connection and the count."""
        await self.access.close()
