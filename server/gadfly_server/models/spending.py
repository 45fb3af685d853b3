"""Tells whoever asked for something what a model took for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Spent = Callable[[str, int], Awaitable[None]]


async def _nobody(_model: str, _tokens: int) -> None:
    """Nobody wants to know."""


_told: ContextVar[Spent] = ContextVar("spent", default=_nobody)


@contextmanager
def spending(told: Spent) -> Iterator[None]:
    """Have it told what models take for all that is begun within, also where that ends later."""
    token = _told.set(told)
    try:
        yield
    finally:
        _told.reset(token)


async def spent(model: str, tokens: int) -> None:
    """Tell that a model replied, and how many tokens that took."""
    await _told.get()(model, tokens)
