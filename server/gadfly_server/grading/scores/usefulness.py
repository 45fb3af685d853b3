"""Usefulness: how much likelier a simulated student repairs the program with the turn than without it.

The mean gain of the weak and the medium student (``students/``), each a chance between 0 and 1, less what somebody
gets who has the turn alone and not the program: who dictates a repair is of no use.  May be negative.

Much of what people say in a dialogue asks nothing, or what fits any program ("What did you expect?"): alone it helps
nobody.  ``question_usefulness`` is that of the turns that ask about something in the program (``asking.py``).
The same of a whole dialogue is how far it ``taught``: all that the tutor says before the program is right, against
nothing.

Simulated students look where a turn points and at what its words of programming speak of, go through the run that it
asks about, and take code and values from it; they understand no explanation and give no answer here.  So it does not
measure what a person understands or learns, nor what is worked out between two turns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gadfly_server.grading.asking import asks_about
from gadfly_server.grading.score import NOTHING, Moment, Score
from gadfly_server.grading.students.attention import Hint
from gadfly_server.grading.students.usefulness import usefulness as measured
from gadfly_server.grading.transcript import Turn

LATELY = 3  # turns of the tutor, to which another may go back

if TYPE_CHECKING:
    from gadfly_server.grading.case import Case


def usefulness(moment: Moment) -> Score:
    """Let simulated students read a turn."""
    if moment.case.is_right:
        return NOTHING
    return gained(moment.case, (hint_of(moment.turn, moment.heard, moment.said),))


def question_usefulness(moment: Moment, useful: Score) -> Score:
    """Give how useful a turn was found, if it asks about something in the program; else there is nothing to judge."""
    if useful.value is None or not asks_about(moment.turn.text, moment.case.source):
        return NOTHING
    return useful


def gained(case: Case, hints: Sequence[Hint]) -> Score:
    """Let simulated students read turns, one after another, before they try anything."""
    found = case.attempts and measured(case.attempts, *hints)
    if not found:
        return NOTHING
    gain = (found.weak + found.medium) / 2 - found.hint_only
    told = f"weak {found.weak:+.3f}, medium {found.medium:+.3f}, with the hint alone {found.hint_only:.3f}"
    return Score(round(gain, 6), told)


def hint_of(turn: Turn, heard: Sequence[str], said: Sequence[str]) -> Hint:
    """Read a turn as a hint, after what the student has said and what the tutor has."""
    place = (turn.points_at.line, turn.points_at.end_line) if turn.points_at else None
    return Hint("\n".join((turn.text, *turn.choices)), place, "\n".join(heard), tuple(said[-LATELY:]))
