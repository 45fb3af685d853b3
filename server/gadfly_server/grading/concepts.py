"""What of Python a question names that is neither in the program nor anywhere around it.

``concepts.txt`` has for each concept the words that name it and what shows that it is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def absent(text: str, known: str) -> Iterator[str]:
    """Give the words of a text that name a concept of which nothing that is known has a trace."""
    for named, trace in _concepts():
        for found in named.finditer(text):
            if not trace.search(known):
                yield found[0]


@cache
def _concepts() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    lines = files("gadfly_server.grading").joinpath("concepts.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" : ") for line in lines if line and not line.startswith("#"))
    return tuple(
        (re.compile(rf"\b(?:{named})\b", re.IGNORECASE), re.compile(trace, re.IGNORECASE)) for named, trace in pairs
    )
