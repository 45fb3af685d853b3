"""The messages of the ``gadfly/…`` protocol; docs/protocol.md describes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

DIALOGUE = "gadfly/dialogue"
ANSWER = "gadfly/answer"
REVEAL = "gadfly/reveal"
TRUST = "gadfly/trust"


@dataclass(frozen=True)
class DialogueParams:
    """Which document's dialogue."""

    uri: str


@dataclass(frozen=True)
class AnswerParams:
    """What a student says to a question."""

    uri: str
    question: str
    answer: str


@dataclass(frozen=True)
class TrustParams:
    """Whether programs of this workspace may run."""

    trusted: bool


@dataclass(frozen=True)
class DialogueRequest:
    id: int | str
    method: str
    jsonrpc: str
    params: DialogueParams


@dataclass(frozen=True)
class AnswerRequest:
    id: int | str
    method: str
    jsonrpc: str
    params: AnswerParams


@dataclass(frozen=True)
class TrustNotification:
    method: str
    jsonrpc: str
    params: TrustParams


# The types of what a client sends us.
INCOMING: dict[str, type[Any]] = {DIALOGUE: DialogueRequest, ANSWER: AnswerRequest, TRUST: TrustNotification}
