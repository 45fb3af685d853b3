"""A claim that a text makes, and the sentences in which claims can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gadfly_analyzers.python_text import literal_of

CODE = r"(?:``.{1,400}?``|`[^`]+`)"
PLAIN = r"(?:-?\d+(?:\.\d+)?|True|False|None|'[^'\n]*'|\"[^\"\n]*\"|\[[^\[\]\n]*\])"
VALUE = rf"(?:{CODE}|{PLAIN})"
_SENTENCES = re.compile(r"[^.?!\n]+(?:[.?!](?=\S)[^.?!\n]*)*(?:[.?!]+|\n|$)")
_OPEN = re.compile(  # asks whether something is so, and does not say so
    r"^\W*(?:(?:and|so|but|okay|ok|now|then|well)\W+)*(?:does|do|did|is|are|was|were|has|have|had|can|could|would|will"
    r"|should|what if|suppose|imagine|let's say|assume|say)\b",
    re.IGNORECASE,
)
_ONLY_THOUGHT = re.compile(
    r"\b(?:if|suppose|supposed|assum\w+|imagine|should|would|could|might|may|expect\w*|want\w*|wish\w*|need\w*"
    r"|instead of|ought|let's say|you said|you think|when you change\w*|after chang\w+|maybe|perhaps)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim in its own words; ``holds`` is ``None`` where no run can tell, ``seen`` is what it was checked with."""

    words: str
    holds: bool | None
    seen: str = ""


def said(text: str) -> Iterator[str]:
    """Give the sentences that say that something is so: no hypotheses, wishes, or open questions."""
    for sentence in sentences(text):
        if not _ONLY_THOUGHT.search(sentence) and not (sentence.endswith("?") and _OPEN.match(sentence)):
            yield sentence


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text; points inside of code end none."""
    hidden = re.sub(CODE, lambda found: re.sub(r"[.?!\n]", "\0", found[0]), text)
    place = 0
    for found in _SENTENCES.finditer(hidden):
        place = found.start()
        sentence = text[place : found.end()].strip()
        if sentence:
            yield sentence


def bare(code: str) -> str:
    """Give a piece of code without the backticks around it."""
    return code.strip("`").strip()


def alike(one: str, other: str) -> bool:
    """Tell whether two texts stand for the same value, or are the same text."""
    try:
        return bool(literal_of(one) == literal_of(other))
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return re.sub(r"\s|['\"]", "", one) == re.sub(r"\s|['\"]", "", other)
