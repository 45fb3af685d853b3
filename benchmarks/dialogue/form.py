"""The form of dialogues: what is repeated, how levels go, how long turns are, how many questions a turn asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gadfly_server.grading.scores.level_fit import MOST_WORDS
from gadfly_server.grading.words import words
from gadfly_server.tutor.question import Place
from gadfly_server.tutor.turns import Turn

RUNS = ("run", "passed", "problem")  # kinds of turns that speak of a new run


def asks(turn: Turn) -> bool:
    """Whether a turn puts a question, and is no reply to an answer."""
    return turn.speaker == "tutor" and turn.question is not None and turn.marked is None


def questions(turns: Sequence[Turn]) -> list[Turn]:
    """The turns that ask."""
    return [turn for turn in turns if asks(turn)]


def repeated(turns: Sequence[Turn]) -> Iterator[Turn]:
    """Questions that come a second time, or with the words and the place of another, without a run between.

    A question that comes again with choices, where there were none, is easier, and no repetition.
    """
    seen: dict[str, bool] = {}
    worded: dict[tuple[str, Place | None], str] = {}
    for turn in turns:
        if turn.kind in RUNS:
            seen.clear()
            worded.clear()
        if not asks(turn):
            continue
        known, words_and_place = turn.question or "", (turn.text, turn.points_at)
        if (known in seen and (seen[known] or not turn.choices)) or (known not in seen and words_and_place in worded):
            yield turn
        seen[known] = bool(turn.choices)
        worded[words_and_place] = known


def falls(turns: Sequence[Turn]) -> Iterator[tuple[Turn, Turn]]:
    """Neighbouring turns of the tutor without a run between, the second of which has a lower level."""
    own = [turn for turn in turns if turn.speaker == "tutor"]
    for before, after in pairwise(own):
        if after.level < before.level and after.kind not in RUNS:
            yield before, after


def too_long(turn: Turn) -> bool:
    """Whether a turn has more words than its level allows."""
    return words(turn.text) > MOST_WORDS.get(turn.level, 10**6)
