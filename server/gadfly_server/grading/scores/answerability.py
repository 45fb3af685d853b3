"""Answerability: has the question exactly one right answer, which a run shows?

Judged where the words ask for a call's result, a count, a value, or whether a line runs.  1 if every recorded run that
the words allow gives the same answer, and, where answers are offered or the tutor says which is right, it is among
them and is that one; else 0.  If any are offered, two or more of them must be wrong, and one where only yes and no are
answers.

It does not measure open questions ("What do you think?"), which have their place.
"""

from __future__ import annotations

from gadfly_server.grading.claims.claim import alike
from gadfly_server.grading.oracle import answers
from gadfly_server.grading.score import NOTHING, Moment, Score

LEAST_WRONG = 2
YES_OR_NO = frozenset({"Yes", "No"})


def answerability(moment: Moment) -> Score:
    """Work out the answers to what a turn asks."""
    turn = moment.turn
    found = answers(turn.text, moment.case)
    if found is None:
        return NOTHING
    if len(found) != 1:
        return Score(0.0, f"the runs give {len(found)} answers: {', '.join(sorted(found)[:4])}")
    right = next(iter(found))
    if turn.answer is not None and not alike(turn.answer, right):
        return Score(0.0, f"the tutor holds {turn.answer} right, a run gives {right}")
    if turn.choices:
        fitting = sum(alike(choice, right) for choice in turn.choices)
        if fitting != 1:
            return Score(0.0, f"{fitting} of the answers offered are {right}")
        least = 1 if right in YES_OR_NO else LEAST_WRONG
        if len(turn.choices) <= least:
            return Score(0.0, f"wrong answers offered: {len(turn.choices) - 1}, at least {least} needed")
    return Score(1.0, f"one answer: {right}")
