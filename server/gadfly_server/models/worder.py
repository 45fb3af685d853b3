"""Ask a model for a wording, check it, ask once more with the reason, and otherwise leave the question as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from gadfly_server.models.access import Access
from gadfly_server.models.guard import objection
from gadfly_server.models.request import prompt_of
from gadfly_server.settings import ClassModels

if TYPE_CHECKING:
    from gadfly_server.models.answering import Answering
    from gadfly_server.models.budget import Budget
    from gadfly_server.models.request import WordingRequest
    from gadfly_server.settings import Models

MOST_REQUESTS = 2  # for one question
ANYTHING = ClassModels()
Judge = Callable[[str], Awaitable[bool]]


class Worder:
    """Words questions with one model. ``tell`` hears, without any text or key, why a question stayed as it was."""

    def __init__(
        self,
        models: Models,
        budget: Budget | None = None,
        tell: Callable[[str], None] = lambda _: None,
        answering: Answering | None = None,
    ) -> None:
        self.models = models
        self.access = Access(models, budget, tell, answering)

    async def word(self, request: WordingRequest, leaks: Judge, room: ClassModels = ANYTHING) -> str:
        """Another wording that every check passed, within the time there is; empty if there is none.

        ``leaks`` tells whether a text gives too much away, ``room`` is what the class allows.
        """
        return await self.access.within(self._word(request, leaks, room), room) or ""

    async def close(self) -> None:
        """Let go of the connection and the count."""
        await self.access.close()

    async def _word(self, request: WordingRequest, leaks: Judge, room: ClassModels) -> str:
        reason = ""
        for left in reversed(range(MOST_REQUESTS)):
            reply = await self.access.ask(prompt_of(request, reason), room, last=not left)
            if reply is None:
                continue
            text = worded(reply.text)
            reason = _refused(text, request) or ("gives too much away" if await leaks(text) else "")
            if not reason:
                return text if text != request.question else ""
            self.access.tell(f"A wording was refused: it {reason}.")
        return ""


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
