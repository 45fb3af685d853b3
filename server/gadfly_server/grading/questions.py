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
from itertools import pairwise, zip_longest

from gadfly_analyzers.source import Source
from gadfly_server.grading.claims.claim import sentences
from gadfly_server.grading.requests.request import Request, request
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
    (re.compile(r"\bthe (?:result|value|output) of (?=`)", re.IGNORECASE), " "),
    (re.compile(r"\bfinal\b", re.IGNORECASE), "last"),
    (re.compile(r"\bonce (?:more|again)\b", re.IGNORECASE), " "),
    (re.compile(r"\b(?:right now|at the moment|at present|so far)\b", re.IGNORECASE), " "),
)
_QUOTED = r"`` .+? ``|`[^`]*`"
_SUM = re.compile(r"(?<![\w.])\w+(?:(?: ?(?:%|\*\*?|//|\+|[=!<>]=|[<>]) ?| [-/] )\w+)+(?![\w(\[]|\.\w)")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH_LINE = re.compile(rf"\b(?:the |your )?(?P<nth>{'|'.join(_ORDINALS)}) line\b", re.IGNORECASE)
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

    ``answered`` tells that the next sentence answers it; ``words`` are all but those of politeness; ``request`` is what
    it asks for of the program, where that is clear.
    """

    text: str
    bag: Counter[str]
    code: frozenset[str]
    apart: frozenset[tuple[str, str]]
    answered: bool
    words: frozenset[str]
    request: Request | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether it asks for a place or a reason."""
        return any(name in _NARROW for name, _ in self.apart)


def questions_in(text: str, source: Source | None = None) -> Iterator[Question]:
    """Give the sentences of a text that ask."""
    for sentence, after in pairwise([*sentences(text), ""]):
        if sentence.endswith("?"):
            meant = _set_off(sentence)
            code = frozenset("".join((one or other).split()) for one, other in PIECE.findall(meant))
            answered = _ANSWERS.match(after) is not None
            asked = request(meant, source) if source else None
            yield Question(sentence, _bag(meant), code, _apart(meant), answered, _words(meant), asked)


def _set_off(sentence: str) -> str:
    """Give a sentence with its code in backticks and its lines by their numbers, as others write them."""
    parts = re.split(rf"({_QUOTED})", sentence)
    bare = (_SUM.sub(lambda found: f"`{found[0]}`", part) for part in parts[::2])
    whole = "".join(one for both in zip_longest(bare, parts[1::2], fillvalue="") for one in both)
    return _NTH_LINE.sub(lambda found: f"line {_ORDINALS.index(found['nth'].lower()) + 1}", whole)


def mean_the_same(word: str, other: str) -> bool:
    """Tell whether two words count as one, or as none."""
    one, two = (_ONE.get(stem(each), stem(each)) for each in (word, other))
    return one == two or {one, two} <= _LEFT_OUT


def _bag(sentence: str) -> Counter[str]:
    meant = (_ONE.get(word, word) for word in content(plain(sentence)) if word not in _NONE)
    bag = Counter(dict.fromkeys(meant, 1))
    if any(map(is_sum, bag)):
        del bag["give"]  # what else would one ask of it
    return bag


def is_sum(word: str) -> bool:
    """Tell whether a word is a piece of code that is worked out, and says by itself what is asked for."""
    return _SUM.fullmatch(word) is not None


def _words(sentence: str) -> frozenset[str]:
    stems = map(stem, re.findall(r"[^\W_]+", PIECE.sub(" ", plain(sentence)).lower()))
    return frozenset(_ONE.get(word, word) for word in stems if word not in _LEFT_OUT)


def _apart(sentence: str) -> frozenset[tuple[str, str]]:
    prose = PIECE.sub(" ", plain(sentence))
    numbers = {("which", each.lower()) for each in _APART["which"].findall(prose)}
    return frozenset(numbers | {(name, "") for name, said in _APART.items() if name != "which" and said.search(prose)})


def plain(sentence: str) -> str:
    """Say what is said in several ways in one of them."""
    for said, meant in _PHRASES:
        sentence = said.sub(meant, sentence)
    return sentence
