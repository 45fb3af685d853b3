"""A hypothesis as an answer: it goes into the notebook, and what the run says of it marks the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor import experiment, notes, reading
from gadfly_server.tutor.notebook import Unclear, suppose
from gadfly_server.tutor.question import Entry, Oracle, Place
from gadfly_server.tutor.questions import hypothesis

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.turns import Dialogue


def posed(dialogue: Dialogue, facts: Facts, question: Question, text: str) -> tuple[Dialogue, Question]:
    """The notebook with the answer in it, and the question with what the run says; unchanged for all other answers."""
    if question.kind != hypothesis.KIND or question.entry is not Entry.TEXT or reading.request(text):
        return dialogue, question
    try:
        alone = suppose(replace(dialogue, hypotheses=()), facts, text).hypotheses[0]
        noted = suppose(dialogue, facts, text)
    except Unclear:
        return dialogue, question
    found = alone.outcomes[-1].finding.verdict
    if found == experiment.NOT_RECORDED:
        return noted, question
    answer = text.strip() if found == experiment.CONFIRMED else ""
    oracle = Oracle(answer, "trace", notes.spoken(alone, alone.outcomes[-1]))
    place = Place(alone.line, alone.line)
    return noted, replace(question, entry=Entry.VALUE, oracle=oracle, points_at=place, choices=())
