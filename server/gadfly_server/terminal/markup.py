"""What stands in backticks, set off."""

from __future__ import annotations

import re

from rich.text import Text


def marked_up(text: str) -> Text:
    """Text with what stands in backticks set off."""
    shown = Text()
    for index, piece in enumerate(re.split(r"`+", text)):
        shown.append(piece, style="bold cyan" if index % 2 else "")
    return shown


def unmarked(text: str) -> str:
    """The same as plain words, for those who have it read out."""
    return "".join(re.split(r"`` | ``|`", text))
