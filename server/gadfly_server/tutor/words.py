"""Plain English for people who learn: code in backticks, numbers, orders, lists."""

from __future__ import annotations

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def code(text: str) -> str:
    """Set a piece of program text in backticks."""
    if "`" not in text:
        return f"`{text}`"
    return f"`` {text} ``"


def ordinal(number: int) -> str:
    """``first``, ``second`` … for 1, 2 …"""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def count_of(number: int, noun: str) -> str:
    """``1 test``, ``2 tests``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def times(number: int) -> str:
    """``once``, ``twice``, ``3 times``; ``never`` for none."""
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def spoken_length(text: str) -> int:
    """How many words a person reads; a piece in backticks counts as one."""
    pieces = text.split("`")
    return sum(1 if index % 2 else len(piece.split()) for index, piece in enumerate(pieces))
