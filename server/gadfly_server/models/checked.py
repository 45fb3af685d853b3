"""Ask a model for something, check it, and ask once more with the reason; what passes no check is never seen."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from gadfly_server.settings import ClassModels

if TYPE_CHECKING:
    from gadfly_server.models.access import Access
    from gadfly_server.models.answering import Prompt

MOST_REQUESTS = 2  # for one thing
ANYTHING = ClassModels()
NO_JSON = "was not JSON of the form that was asked for"
AGAIN = "\nYour last reply was refused, because it {reason}. Write another one."
Told = dict[str, Any]
Objecting = Callable[[Told], Awaitable[str]]
Keep = Callable[["Prompt", str, str], None]


async def checked(  # noqa: PLR0913 - by name, the last ones optional
    access: Access,
    prompt: Callable[[str], Prompt],
    objecting: Objecting,
    keep: Keep,
    room: ClassModels = ANYTHING,
    *,
    what: str = "reply",
) -> Told | None:
    """What a model replied, if nothing speaks against it.

    ``prompt`` is made of the reason for which the last reply was refused; ``objecting`` gives such a reason, as words
    that follow "it"; ``keep`` is given what was asked, each reply and the reason, empty if there is none.
    """
    reason = ""
    for left in reversed(range(MOST_REQUESTS)):
        reply = await access.ask(prompt(reason), room, last=not left)
        if reply is None:
            continue
        told = json_in(reply.text)
        reason = NO_JSON if told is None else await objecting(told)
        keep(prompt(""), reply.text, reason)
        if not reason:
            return told
        access.tell(f"A {what} was refused: it {reason}.")
    return None


def json_in(reply: str) -> Told | None:
    """The JSON object in a reply, also with something around it."""
    first, end = reply.find("{"), reply.rfind("}") + 1
    try:
        told = json.loads(reply[first:end]) if 0 <= first < end else None
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def text_of(told: Told, name: str) -> str:
    """A text in a reply; empty if there is none."""
    value = told.get(name)
    return value.strip() if isinstance(value, str) else ""


def schema_of(**properties: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object with these properties, all of them there."""
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
