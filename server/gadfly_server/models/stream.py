"""Read a reply as it comes, whichever form of the protocol it has: piece by piece, or whole.

A stream that ends without saying that it is over was cut; what has come of it is not used.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from gadfly_server.models.answering import Unanswered
from gadfly_server.wording import say

LARGEST = 256 * 1024  # bytes of a reply, with all that is around the text: some streams repeat the whole request
LONGEST = 4000  # letters of a text: a question is short, and whoever goes on is not asking one
_MOST_TOKENS = 10_000_000  # no model reads so much at once, whatever a server says
_DATA, _END = b"data:", b"[DONE]"


class Failed(Exception):  # noqa: N818 - as a server says it in the middle of a reply
    """The server began to reply and then told of a failure; ``body`` is what it told."""

    def __init__(self, body: object) -> None:
        super().__init__()
        self.body = body


class Heard:
    """A reply as far as it has come; ``tokens`` is what the server says it took, 0 if it does not say."""

    def __init__(self) -> None:
        self.text = ""
        self.tokens = 0
        self.over = False

    async def listen(self, pieces: AsyncIterator[bytes], *, streamed: bool) -> None:
        """Hear a reply to its end. Raises ``Unanswered`` where it is cut, too long or none, ``Failed`` as told."""
        if streamed:
            async for event in _events(pieces):
                self._hear(event)
                self._keep_short()
        else:
            self._read(b"".join([piece async for piece in _limited(pieces)]))
            self._keep_short()
        if not self.over:
            raise Unanswered(say("The model's server broke off."), again=0.0)

    def _keep_short(self) -> None:
        """Take no longer text, however it came: reading it would hold up everybody else."""
        if len(self.text) > LONGEST:
            raise Unanswered(say("The model's reply is far too long."))

    def _hear(self, event: bytes) -> None:
        if event == _END:
            self.over = True
            return
        told = _json(event)
        try:
            self._take(told)
        except (KeyError, IndexError, TypeError, AttributeError):
            raise no_reply() from None

    def _take(self, told: dict[str, Any]) -> None:
        kind = told.get("type", "")
        if kind == "response.output_text.delta":
            self.text += str(told["delta"])
        elif kind in ("response.completed", "response.incomplete"):
            self._take_whole(told["response"])
        elif kind in ("response.failed", "error") or told.get("error"):
            raise Failed((told.get("response") or {}).get("error") or told.get("error") or told)
        elif "choices" in told:
            self._count(told)
            for choice in told["choices"][:1]:
                self.text += (choice.get("delta") or {}).get("content") or ""
                self._end(choice.get("finish_reason"), "stop")

    def _read(self, body: bytes) -> None:
        told = _json(body)
        try:
            self._take_whole(told)
        except (KeyError, IndexError, TypeError, AttributeError):
            raise no_reply() from None

    def _take_whole(self, told: dict[str, Any]) -> None:
        """Take a reply that is there in one piece; what came of it before is in it, too."""
        self._count(told)
        if "choices" in told:
            choice = told["choices"][0]
            self.text = str(choice["message"]["content"] or "")
            self._end(choice.get("finish_reason") or "stop", "stop")
            return
        parts = [part for item in told["output"] for part in item.get("content") or ()]
        said = "".join(part["text"] for part in parts if part["type"] == "output_text")
        self.text = said or self.text
        self._end(told.get("status") or "completed", "completed")

    def _end(self, state: str | None, good: str) -> None:
        """Take note of the end, where it is one; a server may end what it was told to keep short."""
        if state and state != good:
            raise Unanswered(say("The model's server did not let the model finish."))
        self.over = self.over or bool(state)

    def _count(self, told: dict[str, Any]) -> None:
        used = (told.get("usage") or {}).get("total_tokens", 0)
        self.tokens = min(used, _MOST_TOKENS) if isinstance(used, int) and used > 0 else self.tokens


async def _events(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Give what each event of a stream holds. The client's own reader keeps a line in memory however long it grows."""
    rest = b""
    async for piece in _limited(pieces):
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            if line.startswith(_DATA):
                yield line.removeprefix(_DATA).strip()
    if rest.startswith(_DATA):
        yield rest.removeprefix(_DATA).strip()


async def _limited(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    length = 0
    async for piece in pieces:
        length += len(piece)
        if length > LARGEST:
            raise Unanswered(say("The model's reply is far too long."))
        yield piece


def json_of(text: bytes) -> object:
    """What a server says as JSON; ``None`` if it says something else."""
    try:
        told: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return told


def _json(text: bytes) -> dict[str, Any]:
    told = json_of(text)
    if not isinstance(told, dict):
        raise no_reply()
    return told


def no_reply() -> Unanswered:
    """What came is none."""
    return Unanswered(say("The model's server sent something that is no reply."), again=0.0)
