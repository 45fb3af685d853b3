"""What a strategy is shown of a dialogue: questions that may be asked, and what there is to understand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.models.privacy import without_personal_data
from gadfly_server.models.request import code_at
from gadfly_server.models.strategies.strategy import Candidate, View
from gadfly_server.tutor import planner
from gadfly_server.tutor.understanding import Understanding

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.turns import Dialogue

_STATEMENT = ("value-at", "no-value", "same-object", "explain", "hypothesis", "first-wrong", "syntax")
_BLOCK = ("count", "branch", "reached", "compare-runs", "point-at", "predict-return", "predict-output")
_KINDS = {
    Understanding.EXPECTED: ("expected-value",),
    Understanding.SYMPTOM: ("expected-value", "predict-return", "predict-output"),
    Understanding.REGION: (*_BLOCK, *_STATEMENT),
    Understanding.MECHANISM: _STATEMENT,
    Understanding.CAUSE: ("concept", "first-wrong"),
}
MOST_CANDIDATES, MOST_TURNS = 12, 6


def view_of(before: Dialogue, after: Dialogue, facts: Facts, names: tuple[str, ...]) -> View:
    """How things stand after an answer; the questions are those that could follow it.

    What a question shows is told by its kind alone: which lines are suspect is not for a strategy to know.
    """
    planned, asked = after.question, before.question
    if planned is None:
        return View((), (), "")
    left = [each for each in planner.choices(facts, after) if each.id != planned.id]
    some = [planned, *left][:MOST_CANDIDATES]
    new = [turn for turn in after.turns if turn.number > before.last and turn.speaker == "student"]
    said = [turn for turn in after.turns if "\n" not in turn.text][-MOST_TURNS:]
    place = (asked or planned).points_at or planned.points_at

    def clean(text: str) -> str:
        return without_personal_data(text, names)

    return View(
        states=tuple((each.value, each.value in after.understood) for each in Understanding),
        candidates=tuple(
            Candidate(each.id, clean(each.text), each.topic, planner.depth(each), _shows(each.kind)) for each in some
        ),
        planned=planned.id,
        asked=clean(asked.text) if asked else "",
        answer=clean(new[-1].text) if new else "",
        verdict=(new[-1].marked or "") if new else "",
        topic=asked.topic if asked else "",
        said=tuple((turn.speaker, clean(turn.text[:500])) for turn in said),
        code=tuple(f"{line}: {clean(text)}" for line, text in code_at(facts.source, place)),
    )


def _shows(kind: str) -> tuple[str, ...]:
    """What a right answer to a question of a kind may show."""
    return tuple(each.value for each in Understanding if kind in _KINDS.get(each, ()))
