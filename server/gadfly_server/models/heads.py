"""What a question asks, apart from when and for what, in other words: all of them are listed, by what ours asks.

``words/heads.en.txt`` holds them as a small grammar. It has no room for a word of one's own, so that whatever it reads
asks the same.
"""

from __future__ import annotations

import re
from functools import cache

from gadfly_server.models.lists import listed
from gadfly_server.models.parts import masked, parts_of
from gadfly_server.models.reading import sentences

_NAMED = re.compile("<([a-z]+)>")
_BEFORE = r"(?:^|(?<=[,:;] )|(?<=[–—`\d-] )|(?<=\bso )|(?<=\band )|(?<=\bnow )|(?<=\bthen )|(?<=\bcall )|(?<=\btime ))"
# With these begins what says for what, where or when something is asked.
OPENING = (
    r" (?:(?:right|just|immediately|directly|shortly|exactly|only|all) )?(?:after|before|when|once|while|during|for|in"
    r"|on|at|as|if|where|by|with|following|until|upon|inside|within|given|this|that|then|there|now|here|from|to|and|or)\b"
)
_BEHIND = rf"(?=[,:;?.]|\s[–—-]|{OPENING}|$)"
_IN_ALL = re.compile(r"\b(?:in all|in total|altogether|overall)\b", re.IGNORECASE)


def in_our_words(text: str, question: str) -> str:
    """The text with what it asks in the words of our question, if it asks the same in others that are listed."""
    *before, last = sentences(text) or [""]
    ours = parts_of(question).head
    found = head_in(last, question)
    if found is None or (_IN_ALL.search(ours) and not _IN_ALL.search(text)):
        return text
    start, end = found.span()
    return " ".join([*before, f"{last[:start]}{ours}{last[end:]}"])


def head_in(sentence: str, question: str) -> re.Match[str] | None:
    """Where a sentence asks what our question asks."""
    places = (pattern.search(sentence) for pattern in _patterns(parts_of(question).head))
    outside = (found for found in places if found and found.start() not in _in_code(sentence))
    return next(outside, None)


def _in_code(sentence: str) -> set[int]:
    return {place for place, sign in enumerate(masked(sentence)[1:], 1) if sign == masked(sentence)[place - 1] == "§"}


@cache
def _patterns(head: str) -> tuple[re.Pattern[str], ...]:
    for asked, ways in listed("heads.en").items():
        found = re.fullmatch(asked.replace("§", "`[^`]+`"), head)
        if found:
            named = {name: re.escape(told) for name, told in found.groupdict().items()}
            return tuple(_pattern(way, named) for way in ways)
    return ()


def _pattern(way: str, named: dict[str, str]) -> re.Pattern[str]:
    """Make a pattern of a line of the list; what it names is in the head."""
    while _NAMED.search(way):
        way = _NAMED.sub(lambda name: _macros()[name[1]], way)
    for name, told in named.items():
        way = way.replace(f"{{{name}}}", told)
    return re.compile(f"{_BEFORE}(?:{way}){_BEHIND}", re.IGNORECASE)


@cache
def _macros() -> dict[str, str]:
    told = (line.partition(" = ") for line in listed("heads.en")["<where>"])
    return {name: pattern for name, _, pattern in told}
