"""Usefulness: how much likelier a simulated student repairs the program with the turn than without it.

The mean gain of the weak and the medium student (``students/``), each a chance between 0 and 1, less what somebody
gets who has the turn alone and not the program: who dictates a repair is of no use.  May be negative.

It does not measure what a person understands or learns.
"""

from __future__ import annotations

from gadfly_server.grading.score import NOTHING, Moment, Score
from gadfly_server.grading.students.attention import Hint
from gadfly_server.grading.students.usefulness import usefulness as measured


def usefulness(moment: Moment) -> Score:
    """Let simulated students read a turn."""
    if moment.case.attempts is None or moment.case.is_right:
        return NOTHING
    turn = moment.turn
    place = (turn.points_at.line, turn.points_at.end_line) if turn.points_at else None
    found = measured(moment.case.attempts, Hint("\n".join((turn.text, *turn.choices)), place))
    if found is None:
        return NOTHING
    gain = (found.weak + found.medium) / 2 - found.hint_only
    told = f"weak {found.weak:+.3f}, medium {found.medium:+.3f}, with the hint alone {found.hint_only:.3f}"
    return Score(round(gain, 6), told)
