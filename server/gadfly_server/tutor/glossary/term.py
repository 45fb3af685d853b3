"""A word of Python, and what is said to somebody who asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Term:
    """``english`` and ``german`` are the words by which it is asked for, with commas between them.

    ``meaning`` is a message for the catalogues: what the word means in general, and never what to change.
    ``examples`` are pieces of Python, each with its value.
    """

    id: str
    english: str
    german: str
    meaning: str
    examples: tuple[tuple[str, str], ...] = ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words by which it is asked for, in small letters, each once."""
        return tuple(dict.fromkeys(filter(None, f"{self.english}, {self.german}".split(", "))))
