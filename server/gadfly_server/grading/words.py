"""Texts as people read them: words, questions, how hard they are, and how alike two of them are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

PIECE = re.compile(r"`` (.+?) ``|`([^`]*)`", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_END = re.compile(r"[.?!]+(?:\s|$)|\n+")
_COMMON = """
a about again all also am an and any are as at be because been but by can could did do does doing for from had has
have how i if in into is it it's its just let let's like me my now of ok okay on one or our out please see shall so
some sure tell than thank thanks that that's the their them then there these they think this to up us very was we
well were what what's when where which who why will with would you you're your
"""
_EMPTY = frozenset(_COMMON.split())


def words(text: str) -> int:
    """Count the words; a piece of code is one."""
    return len(PIECE.sub(" code ", text).split())


def questions(text: str) -> int:
    """Count the question marks outside of code."""
    return PIECE.sub(" ", text).count("?")


def reading_grade(text: str) -> float:
    """Give the school grade at which a text is read, by the Automated Readability Index (Smith and Senter, 1967).

    It counts letters and not syllables, so that no word list of a language is needed; code counts as a short word.
    """
    prose = PIECE.sub(" code ", text)
    found = _WORD.findall(prose)
    if not found:
        return 0.0
    sentences = max(1, sum(1 for part in _END.split(prose) if part.strip()))
    letters = sum(map(len, found))
    return 4.71 * letters / len(found) + 0.5 * len(found) / sentences - 21.43


def content(text: str) -> Counter[str]:
    """Give the words of a text that say what it is about, as stems, each with how often; code as it is."""
    code = [re.sub(r"\s", "", one or other) for one, other in PIECE.findall(text)]
    plain = (word.lower() for word in _WORD.findall(PIECE.sub(" ", text)))
    return Counter([stem(word) for word in plain if word not in _EMPTY] + code)


def shared(one: Counter[str], other: Counter[str]) -> float:
    """Give how much of the smaller of two bags of words is in the other, from 0 to 1; 0 if one is empty."""
    least = min(one.total(), other.total())
    return (one & other).total() / least if least else 0.0


@lru_cache(1 << 14)
def stem(word: str) -> str:
    """Cut the commonest endings off a word."""
    for ending in ("ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "ly", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word


def joined(texts: Iterable[str]) -> Counter[str]:
    """Give the words of several texts in one bag, each as often as in the text that has most of it."""
    bag: Counter[str] = Counter()
    for text in texts:
        bag |= content(text)
    return bag
