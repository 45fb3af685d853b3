"""What is said, in the student's language: English stands in the sources, other languages in gettext catalogues."""

from __future__ import annotations

import gettext
import re
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUES = Path(__file__).resolve().parent / "locale"
ENGLISH = "en"
LANGUAGES = (ENGLISH, "de")
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Say everything within in the language of a locale, such as ``de`` or ``de_AT.UTF-8``; English for any other."""
    token = _language.set(language_of(language or ""))
    try:
        yield
    finally:
        _language.reset(token)


def language_of(locale: str) -> str:
    """The language of a locale, if it is one of ours; else English."""
    language = re.split(r"[^a-z]", locale.lower(), maxsplit=1)[0]
    return language if language in LANGUAGES else ENGLISH


def spoken() -> str:
    """The language that is spoken now."""
    return _language.get()


def say(message: str, **values: object) -> str:
    """A message in the language that is spoken, with its values filled in: ``say("It is {value}.", value="`3`")``."""
    return _filled(_catalogue(spoken()).gettext(message), values)


def say_count(one: str, many: str, number: int, **values: object) -> str:
    """A message that depends on a number, which it may name as ``{number}``."""
    return _filled(_catalogue(spoken()).ngettext(one, many, number), {"number": number, **values})


def later(message: str) -> str:
    """Mark a message in a table for the catalogues; ``say`` it when it is said."""
    return message


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence that says which run or which moment is meant; as text it is in the language spoken."""

    message: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return say(self.message, **dict(self.values))

    @property
    def name(self) -> str:
        """The same in every language, for what is kept."""
        return _filled(self.message, dict(self.values))


def phrase(message: str, **values: object) -> Phrase:
    """Make a part of a sentence: ``phrase("for {value}", value="`3`")``."""
    return Phrase(message, tuple(values.items()))


def vary(seed: int, *messages: str) -> str:
    """One of several messages that mean the same; ``seed`` counts how often one of them was said already.

    Counts that follow each other give different messages, in an order that is the same in every process.
    """
    at, others = 0, len(messages) - 1
    for number in range(1, seed + 1):
        at += 1 + crc32(b"%d" % number) % others if others else 0
    return messages[at % len(messages)]


def _filled(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("gadfly", CATALOGUES, [language], fallback=True)
