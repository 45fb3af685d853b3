"""What a wording in another language than English is made of: its question's own words, and a closed list of others.

English has checks that tell what a word does. Elsewhere a word that is not on the list is refused, whatever it does:
more good wordings are lost so, and nothing can be said that no list holds. The list of a language is a file in
``words/``, by what its words are for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from gadfly_server.models.lists import listed
from gadfly_server.models.reading import SPAN, sentences

if TYPE_CHECKING:
    from gadfly_server.models.request import WordingRequest

_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\W+(\d+)")
_STEM = 4  # letters by which settling words are told apart, without "be" or "da" before "vor" and "nach"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language, as patterns for a whole word.

    ``inviting`` may stand before the question, and have no verb that says what happens; ``asking`` may stand in it.
    ``parts`` are those of a program that may stand before it if the question has them; ``joining`` only stand there.
    ``settling`` settle what is meant: all of the question's must be there, and no other.
    ``phrases`` mean nothing but that one is to think, whatever their words mean elsewhere.
    ``denying`` are those of them that belong to what comes next; ``kinds`` are the words that tell what is asked for.
    ``naming`` are those of them behind which it is named, ``plain`` the names that may stand there for any other.
    Of ``kept`` a wording has all that the question has.
    """

    phrases: re.Pattern[str]
    inviting: re.Pattern[str]
    parts: re.Pattern[str]
    asking: re.Pattern[str]
    settling: re.Pattern[str]
    denying: re.Pattern[str]
    kinds: tuple[re.Pattern[str], ...]
    naming: re.Pattern[str]
    plain: re.Pattern[str]
    kept: re.Pattern[str]


def in_its_words(text: str, request: WordingRequest) -> str:
    """Why a wording is refused that is in none but its question's language, as words that follow "it"; else empty."""
    words = words_of(request.language)
    text = words.phrases.sub("", text)
    *before, asked = sentences(text)
    ours = sentences(request.question)
    own = set(_words(request.question))
    if any(each not in ours[:-1] and not _invites(each, words, own) for each in before):
        return "has a word before the question that is not among those with which one invites to look"
    if not all(word in own or words.asking.fullmatch(word) for word in _words(asked)):
        return "has a word that is neither the question's nor among those with which one asks"
    said_kinds, kinds = _kinds(asked, words), _kinds(ours[-1], words)
    other = said_kinds[:1] != kinds[:1] or len(said_kinds) > len(kinds) or not {*kinds} <= {*said_kinds}
    if other or not _names_the_same(asked, ours[-1], words):
        return "asks for something else"
    if not {*_found(request.question, words.kept)} <= {*_found(text, words.kept)}:
        return "leaves out what is asked about"
    numbered = [
        {(word[:_STEM].lower(), number) for word, number in _NUMBERED.findall(SPAN.sub("§", each))}
        for each in (text, request.question)
    ]
    if _settling(text, words) != _settling(request.question, words) or not numbered[0] <= numbered[1]:
        return "leaves out or brings in a word that settles what is meant"
    return ""


@cache
def words_of(language: str) -> Words:
    """Read the list of a language."""
    told = listed(language)
    lists = {name: " ".join(lines).split() for name, lines in told.items()}
    return Words(
        re.compile(rf"\b(?:{'|'.join(told['phrases'])})\b,?", re.IGNORECASE),
        _pattern([*lists["inviting"], *lists["joining"]]),
        _pattern(lists["parts"]),
        _pattern([*lists["asking"], *lists["inviting"], *lists["settling"]]),
        _pattern(lists["settling"]),
        _pattern(lists["denying"]),
        tuple(_pattern(each.split("|")) for each in lists["kinds"]),
        *(_pattern(lists[name]) for name in ("naming", "plain", "kept")),
    )


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(each.replace("*", r"\w*") for each in words), re.IGNORECASE)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(SPAN.sub(" ", text))]


def _invites(sentence: str, words: Words, own: set[str]) -> bool:
    """Tell whether a sentence only invites to look and to think, at nothing that the question does not name."""
    said = _words(sentence)
    return all(words.inviting.fullmatch(word) or (word in own and words.parts.fullmatch(word)) for word in said)


def _kinds(sentence: str, words: Words) -> list[int]:
    """Of which kinds the words of asking are, in their order; a question for yes or no has none."""
    return [kind for word in _words(sentence) for kind, each in enumerate(words.kinds) if each.fullmatch(word)]


def _names_the_same(asked: str, ours: str, words: Words) -> bool:
    """Tell whether nothing else is counted or to be chosen than in our question: no lines in place of passes."""
    said, own = (
        {
            (words.kinds.index(kind), named[:_STEM])
            for word, named in pairwise(_words(each))
            for kind in words.kinds
            if words.naming.fullmatch(word) and kind.fullmatch(word) and not words.plain.fullmatch(named)
        }
        for each in (asked, ours)
    )
    return said <= own and {named for named in own if named[0]} <= said


def _found(text: str, words: re.Pattern[str]) -> list[str]:
    return [word[:_STEM] for word in _words(text) if words.fullmatch(word)]


def _settling(text: str, words: Words) -> list[str]:
    """The words that settle what is meant in their order, each with what it belongs to, if that is what comes next."""
    bare = SPAN.sub("§", text)
    pieces = iter(SPAN.findall(text))
    named = {place: next(pieces) for place, sign in enumerate(bare) if sign == "§"}
    found = []
    for each in _WORD.finditer(bare):
        if not words.settling.fullmatch(each[0]):
            continue
        after = next((named[place] for place in sorted(named) if place > each.start()), "")
        stem = re.sub("^(?:be|da)(?=vor|nach)", "", each[0].lower())[:_STEM]
        found.append(f"{stem} {after}" if words.denying.fullmatch(each[0]) else stem)
    return found
