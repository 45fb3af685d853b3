"""Other ways to say what our questions say, put back into the words of the question before a wording is judged.

They are listed in ``paraphrases.txt``, by what the question asks: "the condition is met" is another way to say that an
`if` is taken, and says something new where no `if` is asked about. What is shown stays as the model wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from gadfly_server.models.reading import HELD

_ANY = "any"
_ROOM = re.compile(r"\s+(?=[,.?])|(?<=\s)\s+")

Way = tuple[re.Pattern[str], str]


def canonical(text: str, question: str) -> str:
    """The text in the words of the question, where it only says the same in others."""
    kept = HELD.findall(text)
    told = HELD.sub("§", text)
    for said, ours in _ways_for(question):
        told = said.sub(f" {ours} ", told)
    if told.count("§") != len(kept):
        return text
    pieces = iter(kept)
    return re.sub("§", lambda _: next(pieces), _ROOM.sub("", told).strip())


@cache
def _ways_for(question: str) -> tuple[Way, ...]:
    asked = question.lower()
    return tuple(way for words, way in _ways() if words == (_ANY,) or any(word in asked for word in words))


@cache
def _ways() -> tuple[tuple[tuple[str, ...], Way], ...]:
    """All ways, each with the words one of which a question must have."""
    return tuple(_listed(files("gadfly_server.models").joinpath("paraphrases.txt").read_text("utf-8")))


def _listed(text: str) -> Iterator[tuple[tuple[str, ...], Way]]:
    words: tuple[str, ...] = ()
    for line in text.splitlines():
        if line.startswith("["):
            words = tuple(word.strip() for word in line[1:-1].split("|"))
        elif line and not line.startswith("# "):
            said, _, ours = line.partition(" =>")
            yield words, (re.compile(said.replace(" ", r"\s+"), re.IGNORECASE), ours.removeprefix(" "))
