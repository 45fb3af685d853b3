"""Relevance: is the turn about this program and its bug?

0 if the turn leads away: to style, speed, other libraries, other kinds of input, the tools, or the world
(``digressions.txt``), unless the task, the tests, the program or the student speak of that, too; or if a question
shares no word with them, nor with how one looks for bugs.  Else 1.

It does not measure whether the turn helps with this bug rather than with another part of the same program: location
and usefulness do.
"""

from __future__ import annotations

from gadfly_server.grading.digressions import digression
from gadfly_server.grading.score import NOTHING, Moment, Score
from gadfly_server.grading.scores.about import about
from gadfly_server.grading.words import questions


def relevance(moment: Moment) -> Score:
    """Look for what leads away, and for what leads nowhere."""
    known = "\n".join((moment.case.source.text, moment.case.tests, moment.case.task, *moment.heard))
    led = digression(moment.turn.text, known)
    if led:
        return Score(0.0, f"leads away: {led}")
    if not questions(moment.turn.text):
        return NOTHING
    held = about(moment)
    return (
        Score(1.0, f"about {held}")
        if held
        else Score(0.0, "a question that shares no word with program, task or student")
    )
