"""Signs that a turn leads away from this program and its bug, or that it stays with them.

They are read off the turn, the program, its tests, the task and what was said. What each weighs was learned
(``benchmarks/learn_relevance.py`` writes ``relevance.json``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gadfly_server.grading.concepts import absent
from gadfly_server.grading.digressions import digression
from gadfly_server.grading.pointing import numbers, quotes
from gadfly_server.grading.score import Moment
from gadfly_server.grading.strangers import strangers
from gadfly_server.grading.words import PIECE, content, stem

LATELY = 3  # turns
_BY_THE_WAY = re.compile(r"^\W*(?:(?:and|so|but|ok|okay|now|well|then|also)\W+)*", re.IGNORECASE)
_OPENINGS = {
    "asks what if it were otherwise": r"(?:could|would|should|might) (?!you (?:explain|tell|show|walk|describe))",
    "asks what the student has done or likes": r"(?:have you|do you|did you|are you|does your)\b"
    r"(?! (?:see|think|notice))",
    "asks who, when or where": r"(?:when|who|where|which)\b",
    "asks how one would": r"how (?:would|could|can|do|does|did|is|are)\b(?! (?:your|the program|this))",
    "asks how many or how long": r"how (?:many|much|long|quickly|fast|often)\b(?! times)",
    "asks why the student did so": r"why (?:did|do|does|is|not)\b",
    "asks about things as such": r"(?:what (?:is|are|does) (?:a |an |the )?(?:difference|purpose of|pros|use|advantage)"
    r"|is there|is it|are there|is [`\w]+ (?:really|a|an|still)\b|can you (?:name|think of|draw))",
}
_WORDS = {
    "speaks of the world": r"people|somebody|anybody|friends?|school|course|book|country|company|shop|phone|internet"
    r"|online|favou?rite|user|customers?",
    "speaks of what the student wrote": r"your (?:\w+ )?(?:code|function|program|loop|condition|line|answer)"
    r"|you (?:wrote|have)",
    "speaks of tests": r"tests?|test case|assert\w*|example|sample",
    "speaks of mistakes": r"errors?|bugs?|wrong|incorrect|fail\w*|fix\w*|mistake|problem|issue|instead",
    "speaks of a run": r"happen\w*|run|runs|ran|execut\w+|evaluat\w+|iterat\w+|step|trac\w+|first|last|each|every|when",
    "speaks of values": r"value\w*|equal\w*|return\w*|output\w*|print\w*|result\w*|true|false|get|assign\w*",
    "asks what is expected or thought": r"expect\w*|think|suppos\w*|mean\w*|want|should",
    "asks to look": r"look|see|try|check|let's|take|walk|explain|tell|notice|consider what",
    "points with a word": r"this|that|it|here|there|these",
}
_MATCHERS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _WORDS.items()}
_STARTS = {name: re.compile(start, re.IGNORECASE) for name, start in _OPENINGS.items()}


def signs(moment: Moment, talk: frozenset[str] | None = None) -> frozenset[str]:
    """Give the signs that a turn has; ``talk`` are the stems that belong to any talk of bugs, as for ``strangers``."""
    text = moment.turn.text
    known = known_to(moment)
    plain = PIECE.sub(" ", text)
    asked = _last_question(plain)
    found = {
        "asks nothing": not asked,
        "says more than it asks": len(plain.split()) > 2 * len(asked.split()),
        "names a theme that leads away": bool(digression(text, known)),
        "quotes code that is nowhere": any(_is_new(code, known) for code in quotes(text)),
        "quotes code of the program": any(not _is_new(code, known) for code in quotes(text)),
        "names a line": bool(numbers(text)),
        "names a number from before": any(n in known for n in re.findall(r"\b\d+(?:\.\d+)?\b", text)),
        **{name: bool(words.search(asked or plain)) for name, words in _MATCHERS.items()},
        **{name: bool(start.match(_BY_THE_WAY.sub("", asked))) for name, start in _STARTS.items()},
    }
    return frozenset([name for name, held in found.items() if held] + [*_of_words(moment, plain, known, talk)])


def known_to(moment: Moment) -> str:
    """Give all that a turn may speak of: the program, its tests, the task and what the student said."""
    return "\n".join((moment.case.source.text, moment.case.tests, moment.case.task, *moment.heard))


def _of_words(moment: Moment, plain: str, known: str, talk: frozenset[str] | None) -> Iterator[str]:
    """Give the signs that lie in how much of the words comes from where."""
    new, count = strangers(moment, talk)
    words = list(content(plain))
    yield from _up_to("of its words come from nowhere", len(new), count)
    yield from _at_least("word comes from nowhere", "words come from nowhere", len(new), 2)
    yield from _at_least(
        "concept is not in the program", "concepts are not in the program", len(list(absent(plain, known))), 2
    )
    program = _stems(moment.case.source.text)
    yield from _at_least("word of the program", "words of the program", sum(word in program for word in words), 3)
    lately = _stems("\n".join(turn.text for turn in moment.before[-LATELY:]))
    yield from _up_to("of its words were just said", sum(word in lately for word in words), len(words))


def _up_to(name: str, part: int, whole: int) -> Iterator[str]:
    """Give a sign for each quarter that a part of a whole reaches."""
    yield from (f"{quarter}/4 {name}" for quarter in (1, 2, 3) if whole and part >= whole * quarter / 4)


def _at_least(one: str, more: str, number: int, most: int) -> Iterator[str]:
    """Give a sign for each number up to the most that is reached."""
    yield from (f"{each} {one if each == 1 else more}" for each in range(1, most + 1) if number >= each)


def _last_question(text: str) -> str:
    asked: Sequence[str] = re.findall(r"[^.?!\n]*\?", text)
    return asked[-1].strip() if asked else ""


def _is_new(code: str, known: str) -> bool:
    squeezed = "".join(code.split())
    return bool(squeezed) and squeezed not in _squeezed(known)


@lru_cache(64)
def _squeezed(text: str) -> str:
    return "".join(text.split())


@lru_cache(2000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+|\d+", text))
