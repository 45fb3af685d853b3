"""How far trials came, kept where the keeper finds it even if the process that tried them is gone."""

from __future__ import annotations

import mmap
import struct
from typing import Dict

SIZE = 64  # of the shared memory; its first bytes are the guards'
_PLACE = struct.Struct("<qqq")
_OFFSET = 16


def note(shared: mmap.mmap, number: int, tried: int, steps: int) -> None:
    """Write down which candidate comes next, how many were run before it, and with how many steps."""
    shared[_OFFSET : _OFFSET + _PLACE.size] = _PLACE.pack(number + 1, tried, steps)


def read(shared: mmap.mmap) -> "Dict[str, int]":
    """Read what was written down last; the number is -1 if it came to no candidate."""
    number, tried, steps = _PLACE.unpack(shared[_OFFSET : _OFFSET + _PLACE.size])
    return {"number": number - 1, "tried": tried, "steps": steps}
