"""What a question asks for of a program: which fact, of which place, for which input, and when.

"When is `best` replaced?" and "Under what condition does line 5 run?" ask for the same where line 5 replaces it.
All of it is read off the words and the tree; a question of which this finds no kind or no place is compared by its
words alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gadfly_analyzers.source import Source
from gadfly_server.grading.requests import places
from gadfly_server.grading.requests.words import (
    ASKS,
    CHANGED,
    GIVES,
    HOW_MANY,
    KINDS,
    MOMENTS,
    RESULT,
    SHOULD,
    VALUE,
    found_in,
    inputs_in,
)
from gadfly_server.grading.words import PIECE

MOST = 400  # characters of a question that are read
_RESULT = frozenset(("result",))  # of the function


@dataclass(frozen=True)
class Request:
    """A kind of fact, about lines or names; ``should_be`` tells what should be from what is."""

    kind: str
    should_be: bool
    about: frozenset[str]
    inputs: frozenset[str]
    moment: frozenset[str]

    @property
    def sets_apart(self) -> tuple[str, bool, frozenset[str]]:
        """Give what makes it another question than one that has the same words."""
        return "why" if self.kind == "what it does" else self.kind, self.should_be, self.inputs

    def is_for_the_same(self, other: Request) -> bool:
        """Tell whether two ask for the same fact; what they are about has to have something in common."""
        ours, theirs = ((each.kind, each.should_be, each.inputs, each.moment) for each in (self, other))
        return ours == theirs and bool(self.about & other.about)


@dataclass(frozen=True)
class _Read:
    """A question with lines in the place of what stands on one line alone, and what it speaks of."""

    prose: str
    numbered: frozenset[int]
    lines: frozenset[int]
    names: frozenset[str]
    inputs: frozenset[str]
    moment: frozenset[str]
    source: Source


@lru_cache(256)
def request(text: str, source: Source) -> Request | None:
    """Read what a question asks for; ``None`` where that is not clear."""
    read = _read(text[:MOST], source)
    kind = next(found_in(read.prose, KINDS), None)
    wanted = SHOULD.search(text[:MOST]) is not None
    if kind in (None, "what it does") and _is_of_result(read, wanted=wanted and kind is None):
        return Request("result", wanted, _RESULT, read.inputs, read.moment - {"end"})
    if kind is None:
        asks = read.names and VALUE.search(read.prose) and not HOW_MANY.search(read.prose)
        return Request("value", wanted, read.names, read.inputs, _time(read)) if asks else None
    about = _about(kind, read)
    inputs = frozenset[str]() if kind == "why" else read.inputs  # why something is there hangs on none
    return Request(kind, wanted, about, inputs, read.moment) if about else None


def _read(text: str, source: Source) -> _Read:
    named = places.with_lines(text, source)
    prose, lines = places.LINE.sub(" ", named), places.lines_in(named, source)
    inputs = frozenset(inputs_in(prose))
    if not places.CALL.search(prose):
        inputs -= places.numbers_on(lines, source)
    names, moment = places.names_in(prose, source), frozenset(found_in(text, MOMENTS))
    return _Read(prose, places.numbered(named), lines, names, inputs, moment, source)


def _is_of_result(read: _Read, *, wanted: bool) -> bool:
    """Tell whether a question is about what the function gives back: it says so, calls it, or names what it returns.

    Who wants to know what somebody expects for an input, and names nothing of the program, means that, too.
    """
    if (wanted and read.inputs and not PIECE.search(read.prose)) or places.calls(read.prose, read.source):
        return True
    if not ASKS.search(read.prose):
        return False
    if not (read.names and PIECE.search(read.prose)) and GIVES.search(read.prose):
        return True
    if read.names & places.returned(read.source) and read.moment <= {"end"}:
        return len(read.names & places.returned(read.source)) == 1 and bool(read.inputs)
    return not read.names - places.arguments(read.source) and RESULT.search(read.prose) is not None


def _time(read: _Read) -> frozenset[str]:
    """Give when: at a line, which is just before it; a loop says only that something goes round.

    The line that first sets a variable is where it starts.
    """
    lines = read.lines if read.moment else read.numbered
    if "start" in read.moment or (lines and lines == places.first_set(read.names, read.source)):
        return frozenset(("start",))
    at = frozenset(f"line {line}" for line in lines - places.loops(read.source))
    return (read.moment - {"before"} if at else read.moment) | at


def _about(kind: str, read: _Read) -> frozenset[str]:
    """Give what a kind of question is about: the lines that it names, or those that change what it names."""
    lines = read.lines
    if not lines and kind in ("when", "what it does") and CHANGED.search(read.prose):
        lines = places.changing(read.names, read.source)
    if kind == "when":
        lines = frozenset(places.governing(line, read.source) for line in lines)
    return frozenset(f"line {line}" for line in lines) or read.names
