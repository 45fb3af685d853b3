"""Names of test functions for what other tools name freely; no two are the same, so that no test hides another."""

from __future__ import annotations

import re


class Names:
    """Names that were given in one file."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, text: str, otherwise: str) -> str:
        """A word for a text, ``otherwise`` for one without letters; what differs in signs alone gets a number."""
        word = found = re.sub(r"\W+", "_", text).strip("_") or otherwise
        number = 1
        while word in self._given:
            number += 1
            word = f"{found}_{number}"
        self._given.add(word)
        return word
