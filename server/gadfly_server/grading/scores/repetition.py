"""Repetition: does the turn ask what was asked before?

Each sentence that asks is compared with each earlier one of the tutor: as much as both share of the words that carry
meaning, as stems.  0 if a question comes again, in the same words or in others; else 1.  Where the program changed
in between, or the student was told to try, the same question is a new one; the short forms of everyday ("anything
else?") are none.

It does not measure whether two questions in quite other words ask the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gadfly_server.grading.claims.claim import sentences
from gadfly_server.grading.score import NOTHING, Moment, Score
from gadfly_server.grading.words import content, shared

ALIKE = 0.75  # of the words of the shorter one
LEAST = 3  # words that carry meaning


def repetition(moment: Moment) -> Score:
    """Compare the questions of a turn with all those before."""
    asked = list(questions_in(moment.turn.text))
    earlier = [(text, bag) for turn in _same_run(moment) for text, bag in questions_in(turn)]
    if not asked or not moment.said:
        return NOTHING
    for text, bag in asked:
        for before, known in earlier:
            if similar(bag, known):
                return Score(0.0, f"“{text}” was asked: “{before}”")
    return Score(1.0)


def similar(one: Counter[str], other: Counter[str]) -> bool:
    """Tell whether two bags of words ask the same."""
    if min(one.total(), other.total()) < LEAST:
        return one == other and one.total() > 1
    return shared(one, other) >= ALIKE and max(one.total(), other.total()) <= 2 * min(one.total(), other.total())


def questions_in(text: str) -> Iterator[tuple[str, Counter[str]]]:
    """Give the sentences of a text that ask, each as a bag of words."""
    for sentence in sentences(text):
        if sentence.endswith("?"):
            yield sentence, content(sentence)


def _same_run(moment: Moment) -> Iterator[str]:
    """Give the earlier turns of the tutor about the program as it stands."""
    if moment.turn.program is not None:
        return
    for turn in reversed(moment.before):
        if turn.role == "tutor":
            yield turn.text
        if turn.program is not None:
            return
