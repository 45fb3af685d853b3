"""What an endpoint is asked and what comes back; whoever answers, the worder sees these values alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is sent: rules from us, data as JSON, and the schema of the reply."""

    rules: str
    data: str
    schema: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, and how many tokens it took with the prompt; ``tries`` are the requests that were sent for it."""

    text: str
    tokens: int
    tries: int = 1


class Unanswered(Exception):  # noqa: N818 - a server's silence is no error of ours
    """The reason for which there is no reply, in words of ours: a server's own may quote the key.

    ``again`` is after how many seconds another try may help; ``lasting`` tells that none will before something is set
    otherwise. ``tokens`` are what it has cost all the same, and ``tries`` the requests that were sent.
    """

    def __init__(self, reason: str, *, again: float | None = None, lasting: bool = False, tokens: int = 0) -> None:
        super().__init__(reason)
        self.again = again
        self.lasting = lasting
        self.tokens = tokens
        self.tries = 1


class Answering(Protocol):
    """A model that can be asked: one behind a server, or one of the editor's."""

    @property
    def name(self) -> str:
        """The model, for people."""

    def prepare(self) -> None:
        """Begin, beside everything else, with what takes time before the first question; there is a running loop."""

    async def ask(self, prompt: Prompt) -> Reply:
        """The model's reply. Raises ``Unanswered``."""

    async def close(self) -> None:
        """Let go of what is held."""


def about(*texts: str) -> int:
    """About how many tokens texts have, where nobody counted: a token of English or code is four letters or so."""
    return sum(map(len, texts)) // 4 + 1
