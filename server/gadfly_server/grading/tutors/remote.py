"""A tutor behind an HTTP address: each request is posted as JSON, the reply is the body."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request as Post
from urllib.request import urlopen

from pydantic import ValidationError

from gadfly_server.grading.files import Unreadable, explained
from gadfly_server.grading.tutors.protocol import Heard, Reply, Request

LARGEST = 1024 * 1024  # bytes of a reply


@dataclass(frozen=True, slots=True)
class Remote:
    """The tutor at an address that the user named; nothing goes anywhere else."""

    address: str
    seconds: float = 120.0

    async def say(self, request: Request) -> Heard:
        """Ask it."""
        return read(await asyncio.to_thread(self._posted, request), self.address)

    def _posted(self, request: Request) -> bytes:
        body = request.model_dump_json().encode()
        post = Post(self.address, body, {"Content-Type": "application/json"})  # noqa: S310 - http and https alone
        try:
            with urlopen(post, timeout=self.seconds) as answer:  # noqa: S310 - the same
                told: bytes = answer.read(LARGEST)
        except (URLError, OSError, ValueError, HTTPException) as error:
            said = error if isinstance(error, HTTPError) else getattr(error, "reason", error)
            reason = (isinstance(said, OSError) and said.strerror) or str(said).strip() or type(error).__name__
            raise Unreadable(f"The tutor at {self.address} does not answer: {reason}") from error
        return told


def read(body: bytes, who: str) -> Heard:
    """Read a reply; raises ``Unreadable`` with what is wrong with it."""
    try:
        return Heard(Reply.model_validate_json(body))
    except ValidationError as error:
        shown = body[:80].decode("utf-8", "replace")
        raise Unreadable(f"The tutor {who} said what is no reply ({explained(error, 'play')}): {shown}") from error
