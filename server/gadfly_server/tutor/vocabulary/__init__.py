"""The words in which students answer: those of the language that is spoken, and English always."""

from __future__ import annotations

from gadfly_server.tutor.vocabulary import english, german
from gadfly_server.tutor.vocabulary.vocabulary import Vocabulary
from gadfly_server.wording import ENGLISH, spoken

_OTHERS = {"de": german.WORDS}


def understood() -> tuple[Vocabulary, ...]:
    """The words that count now, those of the language that is spoken first."""
    language = spoken()
    return (english.WORDS,) if language == ENGLISH else (_OTHERS[language], english.WORDS)
