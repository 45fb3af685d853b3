"""Whether a program looks at who calls it: then nothing may stand between it and its tests."""

from __future__ import annotations

import re

_LOOKS = re.compile(
    rb"_getframe|_current_frames|\binspect\b|\bf_back\b|\bstacklevel\b|\b(?:extract|format|print|walk)_stack\b"
    rb"|\bset(?:trace|profile)\b"
)


def are_looked_at(path: str) -> bool:
    """Tell whether a program's text has a word for it; if it cannot be read, it might.

    Who also reaches into memory is listened to all the same: that way a program can tell results itself, and leave.
    """
    try:
        with open(path, "rb") as file:
            text = file.read()
    except OSError:
        return True
    return b"ctypes" not in text and _LOOKS.search(text) is not None
