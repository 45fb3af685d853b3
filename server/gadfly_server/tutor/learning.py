"""What an answer or a run tells of the student's beliefs, to be remembered; words and programs are not part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.tutor import beliefs, planner
from gadfly_server.tutor.questions import concept
from gadfly_server.tutor.remembered import Sign
from gadfly_server.tutor.runs import changed_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.turns import Dialogue, Turn

_FAILED = ("failing", "syntax", "problem")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sign of a misconception, or of none in particular where that is empty.

    ``event`` is where it comes from, so that it counts once; it is to be kept as a hash only.
    """

    misconception: str
    sign: Sign
    event: str


def evidence(before: Dialogue, after: Dialogue, facts: Facts, earlier: Facts | None = None) -> tuple[Evidence, ...]:
    """All that became known between two states of a dialogue; ``earlier`` are the facts of the run before."""
    return (*_answers(before, after, facts), *_clues(before, after, facts), *_repairs(before, after, facts, earlier))


def _answers(before: Dialogue, after: Dialogue, facts: Facts) -> Iterator[Evidence]:
    known = before.turns[-1].number if before.turns else 0
    question = before.question
    for turn in after.turns:
        if question and turn.number > known and turn.speaker == "student" and turn.question == question.id:
            yield from _answer(turn, question, _believed(question, facts), f"{question.id}\n{before.seen.text}")


def _answer(turn: Turn, question: Question, believed: Collection[str], event: str) -> Iterator[Evidence]:
    tiny = question.kind == concept.KIND
    if turn.marked == "wrong":
        yield Evidence(turn.misconception or "", Sign.CONCEPT_WRONG if tiny else Sign.WRONG, event)
    if turn.marked == "right":
        for misconception in believed or ("",):
            yield Evidence(misconception, Sign.CONCEPT_RIGHT if tiny else Sign.RIGHT, event)


def _believed(question: Question, facts: Facts) -> list[str]:
    """The misconceptions that answer otherwise; what they predict may have become known after the question."""
    asked = planner.candidates(planner.facts_about(question, facts))
    known = (each for each in asked if (each.id, each.oracle) == (question.id, question.oracle))
    return [*dict.fromkeys(belief for _, belief in question.beliefs or next(known, question).beliefs)]


def _clues(before: Dialogue, after: Dialogue, facts: Facts) -> Iterator[Evidence]:
    """A clue counts once for each program, however often that is saved."""
    is_new = before.seen != after.seen and after.seen.state == "failing"
    for misconception in beliefs.seen(facts) if is_new else ():
        yield Evidence(misconception, Sign.CLUE, misconception)


def _repairs(before: Dialogue, after: Dialogue, facts: Facts, earlier: Facts | None) -> Iterator[Evidence]:
    """What fewer tests disagree with after a change at the place of a belief speaks against that belief."""
    old, new = dict(before.seen.failing), dict(after.seen.failing)
    if before.seen.state not in _FAILED or after.seen.state not in ("failing", "passing"):
        return
    if after.seen.state == "passing":
        yield Evidence("", Sign.SOLVED, "")
    if before.seen.state == "failing" and new.keys() < old.keys():
        changed = changed_lines(before.seen.text, after.seen.text)
        places = {*_shown_at(before), *_seen_at(earlier)} if changed else set()
        there = {misconception for misconception, lines in places if not changed.isdisjoint(lines)}
        for misconception in sorted(there - {clue.misconception for clue in facts.clues}):
            yield Evidence(misconception, Sign.REPAIRED, after.seen.text)


def _shown_at(dialogue: Dialogue) -> Iterator[tuple[str, range]]:
    """The misconceptions that answers showed, and the lines that these were about."""
    places = {turn.question: turn.points_at for turn in dialogue.turns if turn.points_at and turn.speaker == "tutor"}
    for turn in dialogue.turns:
        place = places.get(turn.question)
        if turn.misconception and place:
            yield turn.misconception, range(place.line, place.end_line + 1)


def _seen_at(facts: Facts | None) -> Iterator[tuple[str, range]]:
    spoken_for = beliefs.seen(facts) if facts else ()
    for clue in facts.clues if facts else ():
        if clue.misconception in spoken_for:
            yield clue.misconception, range(clue.line, clue.line + 1)
