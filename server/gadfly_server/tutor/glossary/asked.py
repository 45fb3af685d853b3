"""Which words somebody asks for: "what's the difference between a list and a tuple" asks for "list" and "tuple"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ASKING = re.compile(
    r"^.*?\b(?:wh?at(?:['’]?s| is| are| does| do| did)?|how (?:does|do|is|are)|explain|define|tell me about"
    r"|(?=meaning of\b|difference between\b|bedeutung\b|unterschied\b)"
    r"|was (?:ist|sind|macht|machen|tut|bedeutet|bedeuten|heißt|bewirkt)|wie funktionier(?:t|en)|erklär\w*)(?!\w)\s*",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = re.compile(
    r"^(?:me|an?|the|in|i|you|we|use|what|meaning of|diff(?:erence)?s? between|purpose of|point of|idea of"
    r"|python(?:['’]s)?|word|term|error|keyword|function|method|operator|command|statement|sign|symbol|called|mean by"
    r"|mir|eine?[nm]?|der|die|das|den|dem|bedeutung (?:von|des|der)|unterschied zwischen|wort|begriff|befehl|funktion"
    r"|methode|zeichen|in python)\s+"
)
_AFTER = re.compile(
    r"\s+(?:do|does|mean|means|return|returns|give|gives|check|checks|"
    r"work|works|for|stand for|used for|good for|again|exactly|actually|here|then|please"
    r"|in python|function|method|operator|keyword|command|statement|sign|symbol|thing|is|are|error"
    r"|ist|sind|genau|hier|denn|eigentlich|bitte|befehl|funktion|methode|operator|zeichen)$"
)
_BETWEEN = re.compile(r"\s+(?:and|or|vs\.?|versus|und|oder)\s+|,\s+")
_SPAN = re.compile(r"`([^`]+)`")
_QUOTES = re.compile(r"[`'\"“”„‚‘’]+")
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("en", ""), ("n", ""), ("e", ""))


def wordings(text: str) -> Iterator[tuple[str, ...]]:
    """The words that may be meant, the longest reading first; last of all what stands in backticks."""
    said = _ASKING.sub("", text.strip(), count=1).rstrip(" \t\n?!.").lower()
    readings = _peeled(_QUOTES.sub("", said).strip())
    yield from ((reading,) for reading in readings)
    for reading in readings:
        yield from _parts(_BETWEEN.split(reading))
    if spans := _SPAN.findall(text):
        yield tuple(span.strip().lower() for span in spans)


def forms_of(word: str) -> Iterator[str]:
    """The word as it is, without what its brackets hold, without what stands before its dot, and each in the singular.

    A word with a hyphen may be known with a space, and an error is asked for with its message.
    """
    called = re.sub(r"(?<=\w)\(.*\)$", "()", word)
    bare = called.removesuffix("()")
    for form in dict.fromkeys(
        (word, called, bare, bare.rpartition(".")[2], bare.partition(": ")[0], bare.replace("-", " "))
    ):
        yield form
        yield from (form.removesuffix(end) + to for end, to in _ENDINGS if form.endswith(end))


def _parts(said: list[str]) -> Iterator[tuple[str, ...]]:
    """All parts of what is asked, with less and less around each."""
    parts = [_peeled(part) for part in said]
    for depth in range(max(map(len, parts))):
        yield tuple(part[min(depth, len(part) - 1)] for part in parts)


def _peeled(said: str) -> list[str]:
    """What is asked, with less and less around it."""
    found = [said]
    for each in found:
        shorter = (_AFTER.sub("", each, count=1), _BEFORE.sub("", each, count=1))
        found += [less for less in shorter if less not in found]
    return list(dict.fromkeys(found))
