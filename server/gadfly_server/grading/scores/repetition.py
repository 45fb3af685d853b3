"""Repetition: does the turn ask what was asked before?

Each sentence that asks is compared with each earlier one of the tutor: as much as both share of the words that carry
meaning, as stems.  0 if a question comes again, in the same words or in others; else 1.  Questions that quote other
code, name other numbers or another one of several ("the second pass", "the last pass") are other questions, and so are
those of which one asks how many and the other does not.  A question that the turn goes on to answer itself is not asked
again.  Where the program changed in between, or the student was told to try, the same question is a new one; the short
forms of everyday ("anything else?") are none.

It does not measure whether two questions in quite other words ask the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from gadfly_server.grading.claims.claim import sentences
from gadfly_server.grading.score import NOTHING, Moment, Score
from gadfly_server.grading.words import PIECE, content, shared

ALIKE = 0.75  # of the words of the shorter one
WHOLE = 0.55  # of the words of the longer one
LEAST = 3  # words that carry meaning
LONG = 5  # words of any kind, which nobody says twice by chance
_ANSWERS = re.compile(
    r"(?:in (?:the|this|that) (?:run|test|call)\W+)?(?:it|that|the (?:run|test|call|answer|value|result))"
    r" (?:was|were|is|did|does|gave|came|ended|ran)\b[^?]*$",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\b\d+\b|\bthe (?:first|second|third|fourth|fifth|sixth|next|previous|last|other)\b", re.IGNORECASE
)
_COUNTS = re.compile(r"\bhow (?:many|much|often)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Question:
    """A sentence that asks: its words that carry meaning, the code in it, and whether it asks for a number.

    ``which`` are the numbers in its words and which one of several it asks about.
    ``answered`` tells that the next sentence answers it.
    """

    text: str
    bag: Counter[str]
    code: frozenset[str]
    which: frozenset[str]
    counts: bool
    answered: bool


def repetition(moment: Moment) -> Score:
    """Compare the questions of a turn with all those before."""
    asked = [each for each in questions_in(moment.turn.text) if not each.answered]
    earlier = [each for turn in _same_run(moment) for each in questions_in(turn)]
    if not asked or not moment.said:
        return NOTHING
    for one in asked:
        for before in earlier:
            if similar(one, before):
                return Score(0.0, f"“{one.text}” was asked: “{before.text}”")
    return Score(1.0)


def similar(one: Question, other: Question) -> bool:
    """Tell whether two questions ask the same."""
    if one.code != other.code or one.which != other.which or one.counts != other.counts:
        return False
    if _ends_with(one.text, other.text):
        return True
    less, more = sorted((one.bag, other.bag), key=Counter.total)
    if less.total() < LEAST:
        return one.bag == other.bag and one.bag.total() > 1
    return shared(less, more) >= ALIKE and (less & more).total() >= WHOLE * more.total()


def _ends_with(text: str, before: str) -> bool:
    """Tell whether a sentence is an earlier one, word for word, perhaps with a few words before it."""
    words, known = (re.findall(r"[\w`]+", each.lower()) for each in (text, before))
    return len(known) >= LONG and words[-len(known) :] == known


def questions_in(text: str) -> Iterator[Question]:
    """Give the sentences of a text that ask."""
    for sentence, after in pairwise([*sentences(text), ""]):
        if sentence.endswith("?"):
            code = frozenset("".join((one or other).split()) for one, other in PIECE.findall(sentence))
            which = frozenset(each.lower() for each in _WHICH.findall(PIECE.sub(" ", sentence)))
            counts, answered = _COUNTS.search(sentence) is not None, _ANSWERS.match(after) is not None
            yield Question(sentence, content(sentence), code, which, counts, answered)


def _same_run(moment: Moment) -> Iterator[str]:
    """Give the earlier turns of the tutor about the program as it stands."""
    if moment.turn.program is not None:
        return
    for turn in reversed(moment.before):
        if turn.role == "tutor":
            yield turn.text
        if turn.program is not None:
            return
