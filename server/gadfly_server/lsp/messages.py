"""The messages of the ``gadfly/…`` protocol; docs/protocol.md describes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

DIALOGUE = "gadfly/dialogue"
ANSWER = "gadfly/answer"
SUPPOSE = "gadfly/suppose"
FORGET = "gadfly/forgetHypothesis"
TRACE = "gadfly/trace"
REVEAL = "gadfly/reveal"
TRUST = "gadfly/trust"
MODEL = "gadfly/model"


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
class SupposeParams:
    """What a student supposes; no ``time`` means every time, no ``when`` what is natural for the line."""

    uri: str
    name: str
    line: int
    value: str
    time: int | str | None = None
    when: str | None = None


@dataclass(frozen=True)
class ForgetParams:
    """Which hypothesis goes."""

    uri: str
    number: int


@dataclass(frozen=True)
class TraceParams:
    """Which steps of the recorded run."""

    uri: str
    offset: int | None = None
    limit: int | None = None


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
class SupposeRequest:
    id: int | str
    method: str
    jsonrpc: str
    params: SupposeParams


@dataclass(frozen=True)
class ForgetRequest:
    id: int | str
    method: str
    jsonrpc: str
    params: ForgetParams


@dataclass(frozen=True)
class TraceRequest:
    id: int | str
    method: str
    jsonrpc: str
    params: TraceParams


@dataclass(frozen=True)
class TrustNotification:
    method: str
    jsonrpc: str
    params: TrustParams


# The types of what a client sends us.
INCOMING: dict[str, type[Any]] = {
    DIALOGUE: DialogueRequest,
    ANSWER: AnswerRequest,
    SUPPOSE: SupposeRequest,
    FORGET: ForgetRequest,
    TRACE: TraceRequest,
    TRUST: TrustNotification,
}
