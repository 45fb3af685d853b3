"""How many of something, in English."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Give a number with its noun, of which the plural has an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
