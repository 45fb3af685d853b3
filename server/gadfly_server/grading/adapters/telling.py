"""How a format tells of what it leaves out: nothing is to be lost without a word."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[str], None]


def silent(_: str) -> None:
    """Tell nobody."""
