"""Lists of words, as patterns hold them."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """Give the words of some lines."""
    return frozenset(word for line in lines for word in line.split())
