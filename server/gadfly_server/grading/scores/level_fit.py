"""Level fit: does the turn keep to its step of the ladder, and does the ladder only go up?

Judged only where the transcript says the level.  0 if the turn is longer than its level allows, points more precisely
than it allows, or lies below the turn before it although the program did not change; else 1.

It does not measure whether the level is the right one for this student.
"""

from __future__ import annotations

from gadfly_analyzers.leaks.verdict import Kind, Verdict
from gadfly_server.grading.score import NOTHING, Moment, Score
from gadfly_server.grading.words import words

MOST_WORDS = {0: 12, 1: 30, 2: 30, 3: 80, 4: 120}


def level_fit(moment: Moment, judged: Verdict) -> Score:
    """Compare a turn with what its level allows."""
    level, count = moment.turn.level, words(moment.turn.text)
    if level is None:
        return NOTHING
    if count > MOST_WORDS.get(level, count):
        return Score(0.0, f"{count} words at level {level}, which has {MOST_WORDS[level]} at most")
    if judged.too_precise:
        return Score(0.0, next(reason.text for reason in judged.reasons if reason.kind is Kind.POINT))
    fallen = _level_before(moment)
    if fallen is not None and fallen > level:
        return Score(0.0, f"falls from level {fallen} to {level} without a changed program")
    return Score(1.0)


def _level_before(moment: Moment) -> int | None:
    """Give the level of the tutor's last turn, if the program is still the same."""
    if moment.turn.program is not None:
        return None
    for turn in reversed(moment.before):
        if turn.program is not None:
            return None
        if turn.role == "tutor" and turn.level is not None:
            return turn.level
    return None
