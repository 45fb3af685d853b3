"""Plain English for people who learn: code in backticks, numbers, sentences."""

from __future__ import annotations

from gadfly_server.wording import ENGLISH, spoken


def code(text: str) -> str:
    """Set a piece of program text in backticks."""
    if "`" not in text:
        return f"`{text}`"
    return f"`` {text} ``"


def after_colon(sentence: str) -> str:
    """A sentence as it stands after a colon; only English begins it with a small letter."""
    return sentence[:1].lower() + sentence[1:] if spoken() == ENGLISH else sentence


def spoken_length(text: str) -> int:
    """How many words a person reads; a piece in backticks counts as one."""
    pieces = text.split("`")
    return sum(1 if index % 2 else len(piece.split()) for index, piece in enumerate(pieces))
