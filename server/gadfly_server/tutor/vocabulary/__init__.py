"""The words in which students answer: those of the language that is spoken, and English always."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from gadfly_server.tutor.vocabulary import english, german
from gadfly_server.tutor.vocabulary.vocabulary import Vocabulary
from gadfly_server.wording import ENGLISH, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHERS = {"de": german.WORDS}
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
    return (english.WORDS,) if language == ENGLISH else (_OTHERS[language], english.WORDS)
