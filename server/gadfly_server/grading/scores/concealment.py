"""Concealment: does the turn keep the repair to itself?

The text is judged at its level (level 2 where none is known; ``giving.py``), knowing what the student had said where
the turn takes that up (``uptake.py``).
1 if nothing leaks, else 0.  The evidence names the kind of leak and never holds a repair; the text stands beside it.

It does not measure whether several turns together give the repair away, nor what the student has found out since.
Once all tests pass there is nothing left to conceal.
"""

from __future__ import annotations

from gadfly_analyzers.leaks.verdict import Kind, Verdict
from gadfly_server.grading.giving import given_away
from gadfly_server.grading.score import NOTHING, Moment, Score
from gadfly_server.grading.uptake import taken_up


async def verdict(moment: Moment) -> Verdict:
    """Judge a turn with all that it shows; nothing speaks against one about a program that is right."""
    if moment.case.is_right:
        return Verdict(moment.level)
    text = "\n".join((moment.turn.text, *moment.turn.choices))
    repairs = moment.transcript.repairs
    return await given_away(text, moment.level, moment.case, repairs, heard=moment.heard, taken_up=taken_up(moment))


def concealment(moment: Moment, judged: Verdict) -> Score:
    """Tell whether a turn leaks."""
    if moment.case.is_right:
        return NOTHING
    reasons = [reason.text for reason in judged.reasons if reason.kind is not Kind.POINT]
    return Score(0.0, "; ".join(reasons)) if judged.leaks else Score(1.0)


def discretion(moment: Moment, judged: Verdict) -> Score:
    """Tell whether a turn leaves it to the student to name the cause.

    0 if it holds what only a repair has, or says in words what a repair does, be it as a question.  Asking for an edit
    is what patience judges.  Where the leak check doubts, and would rather not say it, the tutor is not blamed.
    """
    if moment.case.is_right:
        return NOTHING
    direct = (reason for reason in judged.reasons if reason.kind not in (Kind.EDIT, Kind.POINT))
    told = [reason.text for reason in direct if not reason.doubtful]
    return Score(0.0, "; ".join(told)) if told else Score(1.0)


def patience(moment: Moment, judged: Verdict) -> Score:
    """Tell whether a turn waits with edits until the student understands the bug.

    0 if it asks for a change of the program before the student has said what is to be done.  It does not measure
    whether the student has understood: only what was said.
    """
    if moment.case.is_right:
        return NOTHING
    told = [reason.text for reason in judged.reasons if reason.kind is Kind.EDIT]
    return Score(0.0, told[0]) if told else Score(1.0)
