"""What is recorded of a dialogue: one event for each turn, and what changed with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gadfly_analyzers.misconceptions import by_id
from gadfly_server.events.event import Event, Kind
from gadfly_server.events.telling import found, ran, told
from gadfly_server.tutor.dialogue import answer, begin, observe
from gadfly_server.tutor.rules import CourseQuestion, Rules
from gadfly_server.tutor.turns import Dialogue
from helpers import examples
from helpers.dialogues import right
from helpers.recorded import facts_from

FACTS = facts_from(examples.program("average"), examples.tests("average"))
REPAIRED = facts_from(examples.repaired("average"), examples.tests("average"))
OF_TURNS = {Kind.QUESTION, Kind.ANSWER, Kind.REQUEST, Kind.REPLY, Kind.SUCCESS, Kind.LUCK, Kind.HAND_OVER}


def turns(events: tuple[Event, ...]) -> list[tuple[Kind, int]]:
    return [(event.kind, event.turn) for event in events if event.kind in OF_TURNS]


def test_every_turn_is_one_event_with_its_number() -> None:
    events, dialogue = told(Dialogue(), begin(FACTS)), begin(FACTS)
    for word in ("3", "why", "7", "?", "skip", "more"):
        after = answer(dialogue, FACTS, word)
        events, dialogue = (*events, *told(dialogue, after)), after
    assert [number for _, number in turns(events)] == [turn.number for turn in dialogue.turns]
    assert [e.text for e in events if e.kind in OF_TURNS] == [turn.text for turn in dialogue.turns]


def test_an_answer_has_its_question_and_mark() -> None:
    before = begin(FACTS)
    assert before.question is not None
    after = answer(before, FACTS, right(before.question))
    [given] = [event for event in told(before, after) if event.kind is Kind.ANSWER]
    assert (given.mark, given.question, given.text) == ("right", before.question.kind, right(before.question))
    assert Kind.INSIGHT in [event.kind for event in told(before, after)]


@pytest.mark.parametrize(("said", "shown"), [("Garden: 25", "course:hat"), ("Garden: 7", "")])
def test_a_wrong_answer_shows_a_misconception_of_the_course(said: str, shown: str) -> None:
    own = CourseQuestion("course:hat", "", "", (), "", 3, (), (), by_id("caret-is-power"))
    facts = replace(FACTS, rules=Rules(questions=(own,)))
    before = begin(facts)
    while before.question is None or before.question.kind != "course":
        before = answer(before, facts, right(before.question) if before.last < 3 and before.question else "?")
    [given] = [event for event in told(before, answer(before, facts, said)) if event.kind is Kind.ANSWER]
    assert (given.question, given.misconception) == ("course", shown)


def test_a_wish_is_a_request() -> None:
    before = begin(FACTS)
    [wish] = [event for event in told(before, answer(before, FACTS, "why")) if event.kind is Kind.REQUEST]
    assert wish.name == "why"


def test_a_step_up_is_told_once() -> None:
    dialogue, levels = (
        begin(FACTS),
        [event.level for event in told(Dialogue(), begin(FACTS)) if event.kind is Kind.LEVEL],
    )
    for word in ("7", "7", "more", "more", "more", "more"):
        after = answer(dialogue, FACTS, word)
        levels += [event.level for event in told(dialogue, after) if event.kind is Kind.LEVEL]
        dialogue = after
    assert levels == sorted(set(levels))
    assert levels[-1] == dialogue.level > 1


def test_success_is_told() -> None:
    before = begin(FACTS)
    after = observe(before, REPAIRED)
    assert Kind.SUCCESS in [event.kind for event in told(before, after)]


def test_a_run_names_no_test_and_no_program() -> None:
    snapshot, run = ran(FACTS, 0)
    assert (snapshot.kind, run.kind, run.name) == (Kind.SNAPSHOT, Kind.RUN, "failing")
    assert run.failing == len(FACTS.failing) > 0
    assert run.text == ""
    assert not any("test" in name for name, _ in run.tests)
    assert snapshot.state == run.state


def test_what_patterns_ask_is_told_by_rule_and_line() -> None:
    [finding] = found([("lone-name", 3)], FACTS, 4)
    assert (finding.kind, finding.name, finding.line, finding.turn) == (Kind.FINDING, "lone-name", 3, 4)


def test_nothing_new_nothing_told() -> None:
    dialogue = begin(FACTS)
    assert told(dialogue, dialogue) == ()
