"""Keeps what a model is sent, as it is sent, for whoever wants to see it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gadfly_server.models.answering import Prompt

_kept: ContextVar[list[Prompt] | None] = ContextVar("sent", default=None)


@contextmanager
def sending(kept: list[Prompt]) -> Iterator[None]:
    """Have all put into a list that is sent for what is begun within, each try and each role of a strategy."""
    token = _kept.set(kept)
    try:
        yield
    finally:
        _kept.reset(token)


def is_sent(prompt: Prompt) -> None:
    """Tell that a prompt goes out now."""
    if (kept := _kept.get()) is not None:
        kept.append(prompt)
