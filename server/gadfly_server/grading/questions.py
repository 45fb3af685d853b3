"""The questions in a text, brought down to what they ask for, so that the same one in other words is known again.

Words that mean the same in talk of programs count as one, ways of asking ("can you tell me", "right now") as none.
What makes two questions different although they share their words is kept apart: numbers and which one of several,
whether it is about where, why, how many or before, and whether about what is or what should be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from gadfly_server.grading.claims.claim import sentences
from gadfly_server.grading.words import PIECE, content, stem

_ANSWERS = re.compile(
    r"(?:in (?:the|this|that) (?:run|test|call)\W+)?(?:it|that|the (?:run|test|call|answer|value|result))"
    r" (?:was|were|is|did|does|gave|came|ended|ran)\b[^?]*$",
    re.IGNORECASE,
)
_APART = {
    "which": re.compile(
        r"\b\d+\b|\bthe (?:first|second|third|fourth|fifth|sixth|next|previous|last|other)\b", re.IGNORECASE
    ),
    "counts": re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE),
    "where": re.compile(r"\bwhere\b", re.IGNORECASE),
    "why": re.compile(r"\bwhy\b|\bhow come\b|\breasons?\b", re.IGNORECASE),
    "before": re.compile(r"\bbefore\b|\bprior to\b", re.IGNORECASE),
    "should be": re.compile(
        r"\bshould\b|\bexpect\w*|\b(?:suppos|intend|meant)\w*|\bought\b|\b(?:you|it|test) wants?\b", re.IGNORECASE
    ),
}
_NARROW = frozenset({"where", "why"})  # with one of these a single word says what is asked
_PHRASES = (
    (re.compile(r"\bhow often\b", re.IGNORECASE), "how many times"),
    (
        re.compile(r"\b(?:has|have|had|contains?|with) no (?:elements|items|values|entries)\b", re.IGNORECASE),
        "is empty",
    ),
    (re.compile(r"\b(give|given|gives|come|comes|came|get|gets|goes|go) (?:back|out)\b", re.IGNORECASE), r"\1"),
    (re.compile(r"\b(?:in|at) (?:which|what) place\b", re.IGNORECASE), "where"),
    (re.compile(r"\bfinal\b", re.IGNORECASE), "last"),
    (re.compile(r"\bonce (?:more|again)\b", re.IGNORECASE), " "),
    (re.compile(r"\b(?:right now|at the moment|at present|so far)\b", re.IGNORECASE), " "),
)
_ALIKE = (
    "give gives gave given return returned get got yield produce output result evaluate",
    "value hold contain store",
    "run ran running execute perform",
    "time iteration pass repetition",
    "problem bug error mistake issue fault wrong incorrect",
    "after once",
    "end finish complete over stop",
    "calculate compute",
    "strange unusual odd weird suspicious",
    "change modify edit update",
    "element item entry",
    "walk go step",
    "use need purpose",
    "condition check test",
)
_WAYS = (  # of asking
    "describe explain tell say show think believe suspect guess reckon suppose expect idea elaborate know see notice"
    " observe reason should repeat ask question done currently current actually exactly again now then code program"
)
_POLITE = (
    "can could would will shall should do does did you me my please so the a an and okay ok hmm i let us more once"
)
_ONE = {stem(word): group.split()[0] for group in _ALIKE for word in group.split()}
_NONE = frozenset(map(stem, _WAYS.split()))
_LEFT_OUT = _NONE | frozenset(map(stem, _POLITE.split()))


@dataclass(frozen=True)
class Question:
    """A sentence that asks: its words that carry meaning, the code in it, and what sets it apart from others.

    ``answered`` tells that the next sentence answers it; ``words`` are all but those of politeness.
    """

    text: str
    bag: Counter[str]
    code: frozenset[str]
    apart: frozenset[tuple[str, str]]
    answered: bool
    words: frozenset[str]

    @property
    def is_narrow(self) -> bool:
        """Whether it asks for a place or a reason."""
        return any(name in _NARROW for name, _ in self.apart)


def questions_in(text: str) -> Iterator[Question]:
    """Give the sentences of a text that ask."""
    for sentence, after in pairwise([*sentences(text), ""]):
        if sentence.endswith("?"):
            code = frozenset("".join((one or other).split()) for one, other in PIECE.findall(sentence))
            answered = _ANSWERS.match(after) is not None
            yield Question(sentence, _bag(sentence), code, _apart(sentence), answered, _words(sentence))


def _bag(sentence: str) -> Counter[str]:
    meant = (_ONE.get(word, word) for word in content(_plain(sentence)) if word not in _NONE)
    return Counter(dict.fromkeys(meant, 1))


def _words(sentence: str) -> frozenset[str]:
    plain = map(stem, re.findall(r"[^\W_]+", PIECE.sub(" ", _plain(sentence)).lower()))
    return frozenset(_ONE.get(word, word) for word in plain if word not in _LEFT_OUT)


def _apart(sentence: str) -> frozenset[tuple[str, str]]:
    prose = PIECE.sub(" ", _plain(sentence))
    numbers = {("which", each.lower()) for each in _APART["which"].findall(prose)}
    return frozenset(numbers | {(name, "") for name, said in _APART.items() if name != "which" and said.search(prose)})


def _plain(sentence: str) -> str:
    for said, meant in _PHRASES:
        sentence = said.sub(meant, sentence)
    return sentence
