"""Ask a model for a wording, check it, ask once more with the reason, and otherwise leave the question as it is."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from gadfly_server.models.budget import Budget
from gadfly_server.models.endpoint import Endpoint, Unanswered
from gadfly_server.models.guard import objection
from gadfly_server.models.request import prompt_of
from gadfly_server.models.spending import spent

if TYPE_CHECKING:
    from gadfly_server.models.request import WordingRequest
    from gadfly_server.settings import Models

MOST_REQUESTS = 2  # for one question
Judge = Callable[[str], Awaitable[bool]]


class Worder:
    """Words questions with one model. ``tell`` hears, without any text or key, why a question stayed as it was."""

    def __init__(
        self, models: Models, budget: Budget | None = None, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self.models = models
        self._budget = budget or Budget(models)
        self._endpoint = Endpoint(models)
        self._tell = tell
        self._given_up = False
        self._not_before = 0.0

    async def word(self, request: WordingRequest, leaks: Judge) -> str:
        """Another wording that every check passed, within the time there is; empty if there is none.

        ``leaks`` tells whether a text gives too much away.
        """
        if self._given_up or time.monotonic() < self._not_before:
            return ""
        try:
            return await asyncio.wait_for(self._word(request, leaks), self.models.seconds)
        except (TimeoutError, asyncio.TimeoutError):
            self._tell(f"The model took longer than {self.models.seconds:g} s.")
        except Unanswered as failure:
            self._given_up = failure.lasting
            self._not_before = time.monotonic() + (failure.again or 0)
            self._tell(str(failure))
        return ""

    async def close(self) -> None:
        """Let go of the connection and the count."""
        await self._endpoint.close()
        self._budget.close()

    async def _word(self, request: WordingRequest, leaks: Judge) -> str:
        reason = ""
        for left in reversed(range(MOST_REQUESTS)):
            text = await self._asked(request, reason, last=not left)
            if text is None:
                continue
            reason = _refused(text, request) or ("gives too much away" if await leaks(text) else "")
            if not reason:
                return text if text != request.question else ""
            self._tell(f"A wording was refused: it {reason}.")
        return ""

    async def _asked(self, request: WordingRequest, reason: str, *, last: bool) -> str | None:
        """The model's wording; ``None`` after a fault that may be gone by now. Raises ``Unanswered``."""
        if not await asyncio.to_thread(self._budget.take):
            raise Unanswered("Today's requests or tokens for the model are used up.")
        try:
            reply = await self._endpoint.ask(prompt_of(request, reason))
        except Unanswered as failure:
            if last or failure.again is None or failure.again >= self.models.seconds:
                raise
            await asyncio.sleep(failure.again)
            return None
        await asyncio.to_thread(self._budget.spent, reply.tokens)
        await spent(self.models.name, reply.tokens)
        return worded(reply.text)


def worded(reply: str) -> str:
    """The question in a reply: JSON, also with something around it; empty if there is none."""
    found = re.search(r"\{.*\}", reply, re.DOTALL)
    try:
        told = json.loads(found[0]) if found else None
    except (ValueError, RecursionError):
        return ""
    question = told.get("question") if isinstance(told, dict) else None
    return question.strip() if isinstance(question, str) else ""


def _refused(text: str, request: WordingRequest) -> str:
    return objection(text, request) if text else 'was not JSON of the form {"question": "…"}'
