"""How like a wording is to those that ask what our questions ask, as was learned from many, good and bad.

Lists of words say what a wording may be made of; who has not written them finds other words. Here each sign of how it
is put weighs for or against it instead, and a word that nobody used before weighs, too. `benchmarks/learn_likeness.py`
learns the weights, and tells how they do on texts of a writer from whom they were not learned.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from gadfly_server.models import signs
from gadfly_server.models.asking import asked_for
from gadfly_server.models.kept import MOSTLY_KEPT
from gadfly_server.models.parts import parts_of
from gadfly_server.models.reading import SPAN, read, sentences

OUTSET = "outset"
AT_MOST = -1.0  # what a question may weigh that is let through
OF_LISTS = ("settles", "asks for", "keeps not", "counts", "judges")  # what these signs begin with
KINDS = ("pair", "word", "without", "asks")  # signs that may be unknown
_MOST_UNKNOWN = 4  # more weigh no more
_WORD = re.compile(r"[a-z][a-z'’]*")
_PIECE = re.compile(r"§|[a-z][a-z'’]*|\d+(?:st|nd|rd|th)?|[?,.:;!–—()]|-(?=\s)")
_ARTICLES = {"a", "an", "the"}
_SMALL = signs.word_list(
    r"""how many much often what which where why when who whose is are was were be been do does did will would can could
    should may might has have had i you we they it he she its your our their my me us them him her this that these
    those there here to of in on at by for from with without into inside onto out up down over under through during
    while until before after once as than about around and or but so then now if because since although though not
    no never just only also both either each every all any some one same another other"""
)
_STRANGE = "*"
_ENDINGS = ("ly", "ing", "ed", "er", "est", "ful", "ous", "s")
_ASKING = re.compile(
    r"\b(?:how many|how often|how much|what|which|where|why|when|who|how)\b"
    r"|(?:^|(?<=– ))(?:(?:so|now|then|and|okay|ok),? )?(?:is|are|does|do|did|will|would|can|could)\b",
    re.IGNORECASE,
)
_WH = re.compile(r"\b(?:how|what|which|where|why|when|who)\b", re.IGNORECASE)
_JOINING = re.compile(r"\b(?:and|or|but)\b", re.IGNORECASE)
_BROKEN = re.compile(r"[–—;:]| - ")


def unlikeness(asked: str, question: str) -> float:
    """What speaks against a wording of our question: the more, the less like good ones it is."""
    return weight_of(signs_of(asked, question), learned())


def weight_of(found: frozenset[str], weights: Mapping[str, float]) -> float:
    """What signs weigh together, with what those do that are not known."""
    return weights[OUTSET] + sum(weights.get(sign, 0.0) for sign in sorted(known(found, weights)))


@cache
def learned() -> dict[str, float]:
    """What each sign weighs."""
    told: dict[str, float] = json.loads(files("gadfly_server.models").joinpath("likeness.json").read_text("utf-8"))
    return told


def known(found: frozenset[str], among: Mapping[str, object]) -> frozenset[str]:
    """The signs that are among some, and how many others there are of each kind."""
    strange = Counter(sign.partition(":")[0] for sign in found if sign not in among)
    counted = {
        f"unknown {kind}:{number}" for kind in KINDS for number in range(1, min(strange[kind], _MOST_UNKNOWN) + 1)
    }
    return frozenset({sign for sign in found if sign in among} | counted)


def signs_of(asked: str, question: str) -> frozenset[str]:
    """The signs of how a question is put: its words beside each other, what it lacks of ours, and its shape."""
    told = (_words, _places, _shape, _asked_for, _settled)
    return frozenset(sign for signs_in in told for sign in signs_in(asked, question))


def _words(asked: str, question: str) -> Iterator[str]:
    own = {*_WORD.findall(SPAN.sub(" ", question).lower())}
    said = ["#" if each[0].isdecimal() else each for each in _PIECE.findall(SPAN.sub("§", asked).lower())]
    said = [each for each in said if each not in _ARTICLES]
    marked = [f"={each}" if each in own else each for each in said]
    yield from (f"pair:{one} {other}" for one, other in pairwise(("^", *marked, "$")))
    yield from (f"word:{each}" for each in said if each[0].isalpha() and each not in own)
    yield from (f"without:{each}" for each in own - {*said} - _ARTICLES)


def _places(asked: str, question: str) -> Iterator[str]:
    """Give between which words, or kinds of them, those stand that are neither small nor the question's."""
    own = {*_WORD.findall(SPAN.sub(" ", question).lower())}
    said = [_kind_of_word(each, own) for each in _PIECE.findall(SPAN.sub("§", asked).lower()) if each not in _ARTICLES]
    told = ["^", *said, "$"]
    for before, word, behind in zip(told, told[1:], told[2:], strict=False):
        if word.startswith(_STRANGE):
            yield f"between:{before} {word} {behind}"
            yield f"behind:{before} {_STRANGE}"
            yield f"before:{_STRANGE} {behind}"


def _kind_of_word(word: str, own: set[str]) -> str:
    if not word[0].isalpha() or _SMALL.fullmatch(word):
        return "#" if word[0].isdecimal() else word
    if word in own:
        return "="
    return _STRANGE + next((end for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + 2), "")


def _shape(asked: str, question: str) -> Iterator[str]:
    bare = SPAN.sub("§", asked)
    ours = SPAN.sub("§", sentences(question)[-1])
    found = _ASKING.search(bare)
    rest = bare[found.end() :] if found else bare
    kind = _kind_of(question)
    yield f"kind:{kind}"
    yield f"asks:{kind}, {found[0].lower() if found else '-'}"
    yield f"commas:{min(max(rest.count(',') - ours.count(','), 0), 2)}"
    yield f"asking:{min(len(_WH.findall(bare)), 3)}"
    yield f"longer:{max(min((_length(bare) - _length(ours)) // 4, 4), -2)}"
    own = {*_WORD.findall(question.lower())}
    ending = [each for each in _WORD.findall(re.split(r"[§\d]", rest)[-1].lower()) if each not in own]
    yield f"ending:{min(len(ending), 4)}"
    if _BROKEN.search(rest):
        yield "broken"
    if _JOINING.search(rest) and not _JOINING.search(question):
        yield "joined"


def _settled(asked: str, question: str) -> Iterator[str]:
    """Give what lists of words tell: what settles what is meant and is not as in ours, and what judges or explains."""
    said, ours = (signs.IDIOMS.sub(" ", read(each).prose) for each in (asked, question))
    for number, words in enumerate(signs.PIVOTS):
        if bool(words.search(said)) != bool(words.search(ours)):
            yield f"settles:{number} {'brought in' if words.search(said) else 'left out'}"
    for number, (has, should_have) in enumerate(MOSTLY_KEPT):
        if has.search(ours) and not should_have.search(said):
            yield f"keeps not:{number}"
    if "how many times" in ours.lower() and not signs.COUNTS["times"].search(said):
        yield "counts something else"
    for number, words in enumerate((*signs.JUDGEMENTS, signs.BROUGHT, signs.WITH)):
        if words.search(said) and not words.search(ours):
            yield f"judges:{number}"


def _asked_for(asked: str, question: str) -> Iterator[str]:
    """Give in what another kind of thing is asked for than in our question."""
    said, ours = read(asked).prose, read(question).prose
    if asked_for(asked) != asked_for(question):
        yield f"asks for {asked_for(question)}:{asked_for(asked)}"
        yield "asks for something else"
    if "print" in ours and signs.BACK.search(signs.IDIOMS.sub(" ", said)):
        yield "asks for what is given back"


def _kind_of(question: str) -> str:
    """What our question asks, as the first three words of it and its last."""
    words = _WORD.findall(re.sub(r"[^a-z ]", " ", SPAN.sub("x", parts_of(question).head).lower()))
    return " ".join([*words[:3], *words[-1:]])


def _length(bare: str) -> int:
    return len([each for each in bare.lower().split() if each not in _ARTICLES])
