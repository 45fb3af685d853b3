"""What a wording says, as far as it can be told without understanding it: pieces of code, numbers, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

SPAN = re.compile(r"`([^`]+)`")
HELD = re.compile(r"`[^`]+`|§")  # what keeps its place and its looks, while § stands for it
_TOKEN = re.compile(r"[A-Za-z_]\w*|\d+(?:\.\d+)?|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^\s\w]")
_QUOTED = re.compile(r"(?<!\w)'[^'\n]{1,40}'(?!\w)|[\"“][^\"“”\n]{1,40}[\"”]")
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:st|nd|rd|th)?(?![\w]|\.\d)")
_NAME = re.compile(
    r"\b(?:[A-Za-z]\w*_\w*|_\w+|[a-z]+\d+|[a-z]+[A-Z]\w*|True|False|None|\w*(?:Error|Exception)|[A-Za-z]\w*(?=\())\b"
)  # words that can only be names of a program
_WORDS = ("zero", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SPELT = {word: str(number) for words in (_WORDS, _ORDINALS) for number, word in enumerate(words)}
_SPELT["twice"] = "2"
_COUNTED = r"lines?|pass(?:es)?|rounds?|times?|steps?|calls?|items?|elements?|tests?|numbers?|loops?|turns?|values?"
_ONE = re.compile(
    rf"\b(?:(?:exactly|only|just|runs?) once|one(?= (?:{_COUNTED})\b)|(?<=pass )one|(?<=round )one|a single)",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(  # a time, and what is said before all else, are no places in an order
    r"\ba (?:split )?second\b(?! (?:time|pass|round|call|run|turn)\b)"
    r"|\bone (?:\w+ )?(?:at a time|by one)\b|\bone \w+ after (?:the other|another)\b"
    r"|\bone (?:more|other|small|quick|last) \w+"
    rf"|(?<!the )(?<!its )(?<!their )(?<!very )\bfirst\b(?! (?:{_COUNTED})\b)|\bmore than one (?:time|pass)\b"
    r"|\b(?:one|two) (?:calls?|people|person|friends?|things?|inputs?|runs?)\b|\bone (?:is|call)\b|\bstep one\b"
    r"|\b(?:this|that|which|the|no) one\b|(?<!pass )(?<!round )\bone of\b|\bone line (?:of|that|runs|is)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"\b({_COUNTED})\s+(-?\d+)|(-?(?<!\d)\d+)(?:st|nd|rd|th)?\s+({_COUNTED})\b", re.IGNORECASE)
_SAME = {
    "round": "pass",
    "loop": "pass",
    "turn": "pass",
    "time": "pass",
    "call": "pass",
    "element": "item",
    "passe": "pass",
}
_PLAIN = re.compile(r"(?<=[.?!:])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Reading:
    """``spans`` are pieces in backticks as tokens, in order; ``prose`` is the text without them."""

    text: str
    prose: str
    spans: tuple[tuple[str, ...], ...]
    quoted: tuple[str, ...]
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    labels: frozenset[tuple[str, str]]

    @property
    def anchors(self) -> tuple[str, ...]:
        """All that must be as it was observed."""
        return (*(" ".join(span) for span in self.spans), *self.numbers, *self.quoted, *self.names)


@cache
def read(text: str) -> Reading:
    """Read a text."""
    prose = SPAN.sub(" § ", text)
    quoted = tuple(found[0][1:-1] for found in _QUOTED.finditer(prose))
    prose = _QUOTED.sub(" § ", prose)
    plain = re.sub(
        r"[A-Za-z]+", lambda word: _SPELT.get(word[0].lower(), word[0]), _ONE.sub("1", _NO_NUMBER.sub("", prose))
    )
    return Reading(
        text,
        prose,
        tuple(tuple(tokens(span)) for span in SPAN.findall(text)),
        quoted,
        tuple(re.sub(r"[a-z]+$", "", number) for number in _NUMBER.findall(plain)),
        tuple(dict.fromkeys(_NAME.findall(prose))),
        frozenset(_labels(plain)),
    )


def number_of(word: str) -> int | None:
    """The number that a word or digits stand for."""
    told = {"one": "1", **_SPELT}.get(word.lower(), word)
    return int(told) if told.isdecimal() else None


def tokens(code: str) -> list[str]:
    """The tokens of a piece of code; strings are the same in either kind of quotes."""
    return [re.sub(r"^\"([^'\"]*)\"$", r"'\1'", token) for token in _TOKEN.findall(code)]


def sentences(text: str) -> list[str]:
    """The sentences of a text; no piece of code is cut."""
    pieces = iter(HELD.findall(text))
    parts = _PLAIN.split(HELD.sub("§", text))
    return [re.sub("§", lambda _: next(pieces), part).strip() for part in parts if part.strip()]


def _labels(plain: str) -> Iterator[tuple[str, str]]:
    """Give what numbers count, as in ``line 4`` or ``2nd pass``."""
    for found in _LABEL.finditer(plain):
        label, number = (found[1], found[2]) if found[1] else (found[4], found[3])
        word = label.lower() if label.lower() == "pass" else label.lower().removesuffix("s")
        yield _SAME.get(word, word), number
