"""What reading an answer needs to know of a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language, all in small letters.

    ``nothing`` are words that mean zero where nothing else in an answer is a number.
    ``opening`` and ``closing`` are what may stand before and after a value, ``hedge`` what weakens an answer,
    ``around`` what may stand around a request, ``beyond`` tells that a number is not meant exactly.
    ``line`` is the word for a line with what may stand before it, ``counted`` names a line by its rank ("4th line"),
    ``ordinal`` is a rank in digits that may be one of anything ("4th"), ``times`` are numbers that count no line,
    ``place`` names a line in passing, ``joined`` is what stands between two numbers.
    ``reason`` is what may follow an answer to say why, ``never`` says as a whole that something does not happen at all,
    ``ranks`` are the words for "first" and on, ``negated`` tells that something is said not to be so.
    ``denies`` and ``affirms`` are words that say the contrary of a yes and of a no.
    ``naming`` is what may stand around a name without saying anything else of it.
    ``between`` is what stands between the items of a list or the lines of an output, ``pairs`` between a key and its
    value, ``choice`` is what may stand before the letter or the number of a choice, ``option`` is what stands there
    and can mean nothing else.
    ``agreed`` has the groups ``no``, ``isnt`` (a no that only denies what follows) and ``yes``; ``stated`` begins a
    sentence that says something else of what was asked.
    """

    numbers: Mapping[str, int]
    nothing: Mapping[str, int]
    values: Mapping[str, Any]
    empty: str
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    reason: re.Pattern[str]
    hedge: re.Pattern[str]
    agreed: re.Pattern[str]
    stated: re.Pattern[str]
    requests: Mapping[str, re.Pattern[str]]
    around: re.Pattern[str]
    beyond: re.Pattern[str]
    line: str
    counted: re.Pattern[str]
    ordinal: re.Pattern[str]
    times: re.Pattern[str]
    place: re.Pattern[str]
    joined: str
    never: re.Pattern[str]
    ranks: Mapping[str, int]
    negated: str
    denies: str
    affirms: str
    naming: str
    between: str
    pairs: str
    choice: str
    option: str
    article: str


def requests(spelled: Callable[[str], str] = str, **patterns: str) -> dict[str, re.Pattern[str]]:
    """Make the requests of a language from what says each of them as a whole, in all its spellings."""
    return {name: re.compile(spelled(pattern)) for name, pattern in patterns.items()}
