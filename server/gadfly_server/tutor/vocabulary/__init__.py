"""The words in which students answer: those of the language that is spoken, and English always.

They are read with the first answer: who only types has to wait for none of them.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

from gadfly_server.wording import ENGLISH, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.vocabulary.vocabulary import Vocabulary

_answered: ContextVar[str | None] = ContextVar("answered", default=None)


@contextmanager
def understanding(language: str) -> Iterator[None]:
    """Understand answers as in a language, whichever is spoken within."""
    token = _answered.set(language)
    try:
        yield
    finally:
        _answered.reset(token)


def understood() -> tuple[Vocabulary, ...]:
    """The words that count now, those of the language that is spoken first."""
    language = _answered.get() or spoken()
    return tuple(map(_words, dict.fromkeys((language, ENGLISH))))


@cache
def _words(language: str) -> Vocabulary:
    if language == ENGLISH:
        from gadfly_server.tutor.vocabulary import english  # noqa: PLC0415 - with the first answer

        return english.WORDS
    from gadfly_server.tutor.vocabulary import german  # noqa: PLC0415 - the same

    return german.WORDS
