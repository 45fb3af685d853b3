"""A tutor behind an HTTP address: each request is posted as JSON, the reply is the body."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request as Post
from urllib.request import urlopen

from pydantic import ValidationError

from gadfly_server.grading.files import Unreadable, explained
from gadfly_server.grading.tutors.protocol import Heard, Reply, Request

LARGEST = 1024 * 1024  # bytes of a reply
TRIES = 3
BUSY = (429, 500, 502, 503, 504)  # what a server says that may do better in a moment


@dataclass(frozen=True, slots=True)
class Remote:
    """The tutor at an address that the user named; nothing goes anywhere else."""

    address: str
    seconds: float = 120.0
    pause: float = 2.0  # seconds, before a server that is busy is asked again

    async def say(self, request: Request) -> Heard:
        """Ask it."""
        return read(await asyncio.to_thread(self._posted, request), self.address)

    def _posted(self, request: Request) -> bytes:
        body = request.model_dump_json().encode()
        post = Post(self.address, body, {"Content-Type": "application/json"})  # noqa: S310 - http and https alone
        try:
            return self._answered(post)
        except (URLError, OSError, ValueError, HTTPException) as error:
            said = error if isinstance(error, HTTPError) else getattr(error, "reason", error)
            reason = (isinstance(said, OSError) and said.strerror) or str(said).strip() or type(error).__name__
            raise Unreadable(f"The tutor at {self.address} does not answer: {reason}") from error

    def _answered(self, post: Post, tries: int = TRIES) -> bytes:
        """Post it, again where the server is busy: hours of play are not to end with one bad moment."""
        try:
            with urlopen(post, timeout=self.seconds) as answer:  # noqa: S310 - http and https alone
                told: bytes = answer.read(LARGEST)
                return told
        except HTTPError as error:
            if tries == 1 or error.code not in BUSY:
                raise
        time.sleep(self.pause)
        return self._answered(post, tries - 1)


def read(body: bytes, who: str) -> Heard:
    """Read a reply; raises ``Unreadable`` with what is wrong with it."""
    try:
        return Heard(Reply.model_validate_json(body))
    except ValidationError as error:
        shown = body[:80].decode("utf-8", "replace")
        raise Unreadable(f"The tutor {who} said what is no reply ({explained(error, 'play')}): {shown}") from error
