"""To which lines a hint draws a simulated student, and which edits it would try there.

Each edit has a weight; a student tries edits by chance in proportion to it.
Without a hint the weight is how often edits of the kind repair novices' programs, alike on all lines but the one at
which Python says that an error came up.
A hint adds to that for the lines that it points to (``focus``), is shown beside, or that hold values, names
and constructs of which it speaks (``vocabulary``), the more the fewer such lines there are; and for the run that it
makes somebody go through (``tracing``).  An edit that brings in a piece of code of the hint's weighs more in itself.
Whoever looks at a line compares it with what was meant, and looks on where it does just that, as often as it follows
what happens there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gadfly_analyzers.attempts.attempt import Attempt, Attempts, Run, tokens
from gadfly_analyzers.source import Source
from gadfly_server.grading.students.focus import focus
from gadfly_server.grading.students.mentions import NOTHING, Mentions, mentions
from gadfly_server.grading.students.student import Student, chance
from gadfly_server.grading.students.tracing import traced
from gadfly_server.grading.students.vocabulary import spoken_of

# What is added to a line's weight of 1, shared among all lines that are meant by the same sign.
POINTED, MENTIONED, BY_ERROR = 30.0, 6.0, 3.0
DICTATED = 20.0  # times the weight of an edit that brings in a piece of code that the hint writes down
_ERROR = re.compile(
    r"\b\w*(?:error|exception)s?\b|\btraceback\b|\bcrash\w*|\bsyntax\b|\bcarets?\b|\bsquiggl\w+", re.IGNORECASE
)
_AGAIN = re.compile(
    r"\b(?:that|this|the same|those|these) "
    r"(?:lines?|loops?|statements?|conditions?|expressions?|parts?|variables?|functions?|operators?|pieces?|blocks?|code)\b"
    r"|\bthere(?=[.?!,])",
    re.IGNORECASE,
)
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hint:
    """Anybody's hint: its text with the answers that it offers, and the 1-based lines that it is shown beside.

    ``heard`` is what the student had said before: code of its own is not dictated.
    ``earlier`` is what whoever gives the hint had said, to which "that line" goes back.
    """

    text: str
    place: Place | None = None
    heard: str = ""
    earlier: tuple[str, ...] = ()


def weights(known: Attempts, hints: Sequence[Hint], student: Student, seed: int) -> list[float]:
    """Weigh all attempts for one person, who meant an edit anyway, knows its kind, or is told by the last hint what to
    write; 0 for what it cannot think of.
    """
    pulls, told = _pulls(known, tuple(hints), student)
    thoughts = zip(pulls, told, _at_hand(known, student, seed), strict=True)
    return [pull if is_told or is_at_hand else 0.0 for pull, is_told, is_at_hand in thoughts]


@lru_cache(256)
def _at_hand(known: Attempts, student: Student, seed: int) -> tuple[bool, ...]:
    """Tell which edits a person can think of without being told."""
    return tuple(each.meant or chance(student.name, seed, each.kind, each.line) < student.knows for each in known.every)


@lru_cache(64)
def _pulls(known: Attempts, hints: tuple[Hint, ...], student: Student) -> tuple[tuple[float, ...], tuple[bool, ...]]:
    """Give how much each edit draws somebody who can think of it, and which ones the last hint dictates."""
    drawn, said = _drawn(known, hints, student), mentions(hints[-1].text, known.text) if hints else NOTHING
    is_told = bool(said.foreign or said.shortened)
    told = tuple(is_told and dictated(each, said) > 0 for each in known.every)
    more = 1 + (DICTATED - 1) * student.heeds
    pulls = (each.likely * _mean(drawn, (each.line, each.end_line)) for each in known.every)
    return tuple(pull * more if by_it else pull for pull, by_it in zip(pulls, told, strict=True)), told


def _mean(drawn: Mapping[int, float], place: Place) -> float:
    return sum(drawn.get(line, 1.0) for line in range(place[0], place[1] + 1)) / (place[1] + 1 - place[0])


def dictated(attempt: Attempt, said: Mentions) -> int:
    """How long the longest piece of code is that a hint writes, and that an edit brings in or leaves."""
    brought = (len(piece) for piece in said.foreign if piece in attempt.after)
    return max((*brought, *(len(piece) for piece in said.shortened if piece == attempt.after)), default=0)


def _drawn(known: Attempts, hints: Sequence[Hint], student: Student) -> Mapping[int, float]:
    """Give how much lines draw somebody; 1 is as much as without any sign.

    Of several hints that lead to some place, each counts twice as much as the one before it.
    """
    drawn = dict.fromkeys(range(1, known.text.count("\n") + 2), 1.0)
    if known.raised:
        drawn[known.raised] = drawn.get(known.raised, 1.0) + BY_ERROR
    pointing = [lines for hint in reversed(hints) if (lines := _of_hint(hint, known, student.follows))]
    for age, lines in enumerate(pointing):
        for line, more in lines.items():
            drawn[line] = drawn.get(line, 1.0) + student.heeds * more * 0.5**age
    return drawn


@lru_cache(512)
def _of_hint(hint: Hint, known: Attempts, follows: float) -> Mapping[int, float]:
    """Give how much a hint draws to lines somebody who follows so large a share of what happens."""
    found: dict[int, float] = {}
    otherwise = _otherwise_than_meant(known)

    def draw(lines: Collection[int], worth: float) -> None:
        for line in lines:
            stays = 1.0 if line in otherwise else 1.0 - follows
            found[line] = found.get(line, 0.0) + stays * worth / len(lines)

    said, shown = mentions(hint.text, known.text), _shown(hint)
    groups = _pointed(hint, known.text)
    pointed = frozenset[int]().union(*groups)
    for group in groups:
        draw(group, POINTED / len(groups))
    draw(shown, POINTED)
    for lines in _signs(hint.text, said, known.text, is_pointed=bool(pointed)):
        draw(lines, MENTIONED)
    if known.raised and _ERROR.search(hint.text):
        draw((known.raised,), MENTIONED)
    if run := traced(hint.text, said, pointed | shown, known):
        draw(_seen(run, known), POINTED * follows)
        draw(run.lines, POINTED)
    return found


def led_to(hint: Hint, known: Attempts, most: int) -> frozenset[int]:
    """Give all lines to which a hint leads by a sign that so many lines have at most."""
    said, pointed = mentions(hint.text, known.text), _pointed(hint, known.text)
    signs = [*pointed, _shown(hint), *_signs(hint.text, said, known.text, is_pointed=bool(pointed))]
    return frozenset(line for lines in signs if len(lines) <= most for line in lines)


def _shown(hint: Hint) -> frozenset[int]:
    return frozenset(range(hint.place[0], hint.place[1] + 1)) if hint.place else frozenset()


def _signs(text: str, said: Mentions, program: str, *, is_pointed: bool) -> Iterator[Collection[int]]:
    """Give for each sign of the program in a text the lines that have it; who is shown lines looks for values alone."""
    lines = {number: frozenset(tokens(line)) for number, line in enumerate(program.split("\n"), 1)}
    values = said.values | said.operators
    for sign in sorted(values if is_pointed else values | said.names):
        yield [line for line, there in lines.items() if sign in there]
    if not is_pointed and not said.elsewhere:
        yield from spoken_of(text, program)


def _seen(run: Run, known: Attempts) -> frozenset[int]:
    """Give the line at which a run parts from what was meant, with the nearest place that was meant otherwise."""
    parts = run.parts or 0
    places = [frozenset(range(each.line, each.end_line + 1)) for each in known.every if each.meant]
    return min(places, key=lambda lines: min(abs(line - parts) for line in lines), default=frozenset()) | {parts}


@lru_cache(8)
def _otherwise_than_meant(known: Attempts) -> frozenset[int]:
    lines = [line for each in known.every if each.meant for line in range(each.line, each.end_line + 1)]
    return frozenset(lines) | frozenset(run.parts for run in known.runs if run.parts)


@lru_cache(512)
def _pointed(hint: Hint, program: str) -> list[frozenset[int]]:
    """Give the groups of lines to which a hint points; "that line" is one to which it was pointed before."""
    texts = (hint.text, *(reversed(hint.earlier) if _AGAIN.search(hint.text) else ()))
    return next((lines for text in texts if (lines := focus(text, _source(program)))), [])


@lru_cache(16)
def _source(program: str) -> Source:
    return Source.parse(program)
