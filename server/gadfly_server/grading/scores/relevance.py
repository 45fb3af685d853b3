"""Relevance: is the turn about this program and its bug?

0 if it leads away: to style, speed, other libraries, other kinds of input, the tools, or the world
(``digressions.txt``), unless the task, the tests, the program or the student speak of that, too; or if it asks in words
that come from nowhere, a quarter of those that say what it is about (``strangers.py``).  Else 1.

It does not measure whether the turn helps with this bug rather than with another part of the same program: location
and usefulness do.
"""

from __future__ import annotations

from gadfly_server.grading.digressions import digression
from gadfly_server.grading.score import Moment, Score
from gadfly_server.grading.strangers import strangers
from gadfly_server.grading.words import questions

MOST = 0.25  # of the words


def relevance(moment: Moment) -> Score:
    """Look for what leads away, and for words that come from nowhere."""
    known = "\n".join((moment.case.source.text, moment.case.tests, moment.case.task, *moment.heard))
    led = digression(moment.turn.text, known)
    if led:
        return Score(0.0, f"leads away: {led}")
    new, count = strangers(moment)
    if questions(moment.turn.text) and len(new) >= MOST * count > 0:
        return Score(0.0, f"asks in words that come from nowhere: {', '.join(new)}")
    return Score(1.0, "speaks of what program, task, dialogue and any talk of bugs speak of")
