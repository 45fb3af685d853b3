"""What, when and for what our questions ask, as in "What is `x` | just before line 3 runs | for `5`?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gadfly_server.models.reading import SPAN, sentences

_MOMENT = (
    r" (?:right after line \d+(?: has run once)?|just before line \d+ runs|when the §+ comes up"
    r"|while the loop on line \d+ runs|(?:after|in) the (?:very )?\w+ (?:pass|call) of (?:the loop on line \d+|§+))"
)
_GIVEN = r" (?:(?<!not )for §+|in (?:this call|the call §+ itself))"
_REST = re.compile(rf"(?P<moment>{_MOMENT})?(?P<given>{_GIVEN})?\??$")
_IN_FRONT = re.compile(r"^(?P<given>In §+), ")
_CLAUSE = re.compile(r"\s*(?:[,:;]|\s[–—-])\s+")


@dataclass(frozen=True, slots=True)
class Parts:
    """What goes before a question, what it asks, when, and for what, with a capital; empty if that is not said."""

    before: str
    head: str
    moment: str
    given: str

    def around(self, head: str) -> str:
        """The question with another head, and what it is asked for in front."""
        if not self.given:
            return f"{capital(head)}{self.moment}?"
        return f"{self.given}, {head[:1].lower()}{head[1:]}{self.moment}?"


@cache
def parts_of(question: str) -> Parts:
    """Take a question of ours apart."""
    *before, last = sentences(question) or [""]
    bare = masked(last)
    rest, front = _REST.search(bare), _IN_FRONT.match(bare)
    start, end = front.end() if front else 0, rest.start() if rest else len(last)
    moment, given = (last[slice(*rest.span(name))] if rest else "" for name in ("moment", "given"))
    given = last[slice(*front.span("given"))] if front else capital(given.strip())
    return Parts(" ".join(before), last[start:end], moment, given)


def with_call_first(question: str) -> str:
    """The same question with what it is asked for in front."""
    parts = parts_of(question)
    return " ".join([*sentences(question)[:-1], parts.around(parts.head)])


def clauses_of(sentence: str) -> list[str]:
    """The parts of a sentence between commas and such; no piece of code is cut."""
    between = [found.span() for found in _CLAUSE.finditer(masked(sentence))]
    starts, ends = [0, *(end for _, end in between)], [*(start for start, _ in between), len(sentence)]
    return [sentence[start:end] for start, end in zip(starts, ends, strict=True)]


def masked(text: str) -> str:
    """The text with § for each letter of a piece of code, so that places in it stay the same."""
    return SPAN.sub(lambda found: "§" * len(found[0]), text)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
