"""The questions of the course, as the teacher wrote them; ``gadfly classroom check`` has run their programs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.question import Entry, Oracle, Question
from gadfly_server.tutor.questions import concept
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.rules import CourseQuestion

KIND = "course"
TOPIC = "concept"


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask those that the failing test calls for."""
    for each in facts.rules.questions:
        if facts.focus is not None and _is_called_for(each, facts):
            yield _of_misconception(each) if each.misconception else _as_written(each)


def _is_called_for(each: CourseQuestion, facts: Facts) -> bool:
    shown = {symptom.family for symptom in facts.symptoms}
    called = {call.function.rpartition(".")[2] for call in facts.focus.calls} if facts.focus else set()
    return not (each.symptoms or each.functions) or bool(shown & {*each.symptoms} or called & {*each.functions})


def _as_written(each: CourseQuestion) -> Question:
    return Question(
        id=each.id,
        kind=KIND,
        level=each.level,
        text=each.text,
        entry=Entry.CHOICE,
        oracle=Oracle(each.right, "catalogue", each.why),
        points_at=None,
        choices=tuple(sorted({each.right, *each.wrong}, key=lambda choice: (len(choice), choice))),
        topic=TOPIC,
        insight=say("the question of your course"),
    )


def _of_misconception(each: CourseQuestion) -> Question:
    """The question about a misconception of the course; the catalogue knows nothing of it, so no belief is noted."""
    assert each.misconception is not None
    return replace(concept.of(each.misconception), id=each.id, kind=KIND, beliefs=())
