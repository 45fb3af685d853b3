"""What a program says and is called, as letters alone: on a terminal some signs would command it."""

from __future__ import annotations

import sys

_PICTURES = {number: chr(0x2400 + number) for number in range(0x20) if chr(number) not in "\t\n"}
# More of them, and what ends lines for some and turns them round.
_ODD = (*range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_SHOWN = {**_PICTURES, **dict.fromkeys(_ODD, "\N{REPLACEMENT CHARACTER}")}


def harmless(text: str) -> str:
    """A text that a terminal shows as it is: what would move, colour or turn something is a picture of itself."""
    return text.translate(_SHOWN)


def print_any_name() -> None:
    """Print names that are not UTF-8 with what they hold in place of those bytes, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
