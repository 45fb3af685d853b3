"""Is a turn in English?  Words are read in English alone; what they say in other languages, nobody here can judge."""

from __future__ import annotations

import re

from gadfly_server.grading.words import PIECE
from gadfly_server.models import signs

_WORD = re.compile(r"[^\W\d_]+")
SHARE = 4  # of so many words one is small, in English


def is_foreign(text: str) -> bool:
    """Tell whether a text is in another language, as its small words and its letters tell; of a few words none does."""
    prose = PIECE.sub(" ", text).lower()
    words = _WORD.findall(prose)
    small, others = (len(some.findall(prose)) for some in (signs.ENGLISH, signs.FOREIGN))
    if others > 1 and others >= small:
        return True
    is_odd = any(not word.isascii() for word in words)
    return is_odd and small * SHARE <= len(words) + 1
