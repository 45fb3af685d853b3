"""Plain English for people who learn: code in backticks, numbers, sentences."""

from __future__ import annotations

import re

from gadfly_server.wording import ENGLISH, later, say, spoken

# As they stand before a noun and after a preposition, in languages where that matters: "in the second pass".
_ORDINALS = (
    later("first"), later("second"), later("third"), later("fourth"), later("fifth"),
    later("sixth"), later("seventh"), later("eighth"), later("ninth"), later("tenth"),
)  # fmt: skip
THEN = later(", then ")  # between the lines of an output
_BEYOND = {1: later("{number}st"), 2: later("{number}nd"), 3: later("{number}rd")}
_USUAL = later("{number}th")


def code(text: str) -> str:
    """Set a piece of program text in backticks; where it has some, in more of them, so that none of these ends it."""
    if "`" not in text:
        return f"`{text}`"
    fence = "`" * (1 + max(map(len, re.findall("`+", text))))
    return f"{fence} {text} {fence}"


def ordinal(number: int) -> str:
    """``first``, ``second`` … for 1, 2 …"""
    if number <= len(_ORDINALS):
        return say(_ORDINALS[number - 1])
    usual = number % 100 in (11, 12, 13)
    return say(_USUAL if usual else _BEYOND.get(number % 10, _USUAL), number=number)


def after_colon(sentence: str) -> str:
    """A sentence as it stands after a colon; only English begins it with a small letter."""
    return sentence[:1].lower() + sentence[1:] if spoken() == ENGLISH else sentence


def spoken_length(text: str) -> int:
    """How many words a person reads; a piece in backticks counts as one."""
    pieces = text.split("`")
    return sum(1 if index % 2 else len(piece.split()) for index, piece in enumerate(pieces))
