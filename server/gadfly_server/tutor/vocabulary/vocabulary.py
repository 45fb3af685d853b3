"""What reading an answer needs to know of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language, all in small letters.

    ``nothing`` are words that mean zero where nothing else in an answer is a number.
    ``opening`` and ``closing`` are what may stand before and after a value, ``hedge`` what weakens an answer,
    ``around`` what may stand around a request, ``beyond`` tells that a number is not meant exactly.
    ``line`` is the word for a line with what may stand before it, ``counted`` names a line by its rank ("4th line"),
    ``place`` names a line in passing, ``joined`` is what stands between two numbers.
    ``agreed`` has the groups ``no`` and ``yes``; ``agreement`` are the plain words for both.
    """

    numbers: Mapping[str, int]
    nothing: Mapping[str, int]
    values: Mapping[str, Any]
    empty: str
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    hedge: re.Pattern[str]
    agreed: re.Pattern[str]
    agreement: tuple[str, str]
    requests: Mapping[str, re.Pattern[str]]
    around: re.Pattern[str]
    beyond: re.Pattern[str]
    line: str
    counted: re.Pattern[str]
    place: re.Pattern[str]
    joined: str
    article: str


def requests(**patterns: str) -> dict[str, re.Pattern[str]]:
    """Make the requests of a language from what says each of them as a whole."""
    return {name: re.compile(pattern) for name, pattern in patterns.items()}
