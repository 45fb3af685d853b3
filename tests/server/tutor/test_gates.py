"""The ladder from level 3 to 6: what opens a level, what is offered, and when a human is better."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from gadfly_analyzers.localize.suspects import Suspect
from gadfly_server.tutor import gates
from gadfly_server.tutor.dialogue import answer, begin, observe
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.question import Entry
from gadfly_server.tutor.turns import Dialogue
from helpers.dialogues import play, right, texts, tutor_turns, wrong
from helpers.recorded import facts_from

TESTS = "def test_two():\n    assert average([2, 4]) == 3\n"
AVERAGE = """\
def average(numbers):
    total = 0
    for i in range(1, len(numbers)):
        total += numbers[i]
    return total / len(numbers)
"""
SUSPECTS = (Suspect(3, 3, 0.9, ("the loop",)),)


def facts_of(program: str, tests: str = TESTS) -> Facts:
    return facts_from(program, tests, suspects=SUSPECTS)


FACTS = facts_of(AVERAGE)
SAME = [facts_of(AVERAGE.replace("total = 0", f"total = 0.0  {'#' * number}")) for number in range(1, 6)]
OTHER = facts_of(AVERAGE.replace("total = 0", "total = 9"))


def said(dialogue: Dialogue, *answers: str) -> Dialogue:
    for text in answers:
        dialogue = answer(dialogue, FACTS, text)
    return dialogue


def last(dialogue: Dialogue) -> tuple[int, str]:
    return dialogue.turns[-1].level, dialogue.turns[-1].kind


def test_nothing_is_told_before_two_steps_of_ones_own() -> None:
    dialogue = said(begin(FACTS), "3", "more")
    assert last(dialogue) == (2, "wait")
    assert dialogue.turns[-1].text == (
        "Take a step first: answer my question, or try an idea and save. Then I can help more."
    )
    assert dialogue.question is not None


def test_who_asks_for_more_once_again_is_helped_with_the_question() -> None:
    dialogue = said(begin(FACTS), "3", "more")
    eased = said(dialogue, "more")
    assert eased.question is not None
    assert dialogue.question is not None
    assert (eased.question.id, eased.question.entry) == (dialogue.question.id, Entry.CHOICE)
    assert last(said(eased, "more"))[1] not in ("wait", "told")
    assert said(eased, "more").question != eased.question


def test_whoever_only_asks_for_more_comes_past_a_line_that_python_cannot_read() -> None:
    dialogue = begin(SYNTAX)
    for _ in range(4):
        dialogue = answer(dialogue, SYNTAX, "more")
    assert [turn.kind for turn in dialogue.turns].count("wait") == 2
    assert any(turn.text.endswith("It stops at line 3.") for turn in dialogue.turns)


def test_not_knowing_opens_nothing() -> None:
    assert last(said(begin(FACTS), "?", "?", "?", "skip", "more"))[1] == "wait"


def test_two_answers_open_the_direction() -> None:
    dialogue = said(begin(FACTS), "3", "2", "more")
    assert last(dialogue) == (4, "direct")
    assert dialogue.question is None


def test_an_example_needs_a_run_that_changes_what_fails() -> None:
    direct = said(begin(FACTS), "3", "2", "more")
    asked = said(direct, "more")
    assert last(asked)[1] in {question.kind for question in plan(FACTS)}  # what is left comes first
    waiting = said(play(FACTS, lambda _: "skip", start=asked), "more")
    assert last(waiting) == (4, "wait")
    assert not gates.is_open(replace(waiting, acts=(*waiting.acts, gates.SAME, gates.RIGHT)))
    assert not gates.is_open(replace(waiting, acts=(*waiting.acts, gates.CHANGED)))  # a cooldown
    assert gates.is_open(replace(waiting, acts=(*waiting.acts, gates.CHANGED, gates.RIGHT)))
    tried = observe(direct, OTHER)
    tried = answer(tried, OTHER, right(tried.question)) if tried.question else tried
    example = answer(tried, OTHER, "more")
    assert last(example)[0] >= 5


def test_three_runs_that_change_nothing_bring_an_offer_and_no_push() -> None:
    dialogue = said(begin(FACTS), "3")
    for facts in SAME[:2]:
        dialogue = observe(dialogue, facts)
    assert dialogue.offer == 0
    dialogue = observe(dialogue, SAME[2])
    assert dialogue.offer == 4
    offered = [turn for turn in dialogue.turns if turn.kind == "offer"]
    assert [turn.text for turn in offered] == ["If you like, I can give you a stronger hint. Just say `more`."]
    assert dialogue.question is not None
    assert last(answer(dialogue, SAME[2], "more")) == (4, "direct")
    later = observe(dialogue, SAME[3])
    assert (later.offer, later.count("offer")) == (4, 1)  # it stands, and is not repeated at once


def test_the_top_is_a_list_for_the_teacher() -> None:
    dialogue = said(play(FACTS, right), "more")
    facts = FACTS
    for number in itertools.count():
        if dialogue.level == gates.HAND_OVER:
            break
        assert number < 12, texts(dialogue)
        facts = facts_of(AVERAGE.replace("total = 0", f"total = {number + 2}"))
        dialogue = observe(dialogue, facts)
        while dialogue.question:
            dialogue = answer(dialogue, facts, right(dialogue.question))
        dialogue = answer(dialogue, facts, "more")
        while dialogue.question:
            dialogue = answer(dialogue, facts, right(dialogue.question))
    summary = next(turn.text for turn in dialogue.turns if turn.kind == "hand-over")
    assert "The test `test_two` disagrees with `program.py`." in summary
    assert "What I know: what the test wants; how the result differs" in summary
    again = answer(dialogue, facts, "more")
    assert last(again) == (6, "closing")
    assert observe(again, FACTS).question is None  # a human has it now


@pytest.mark.parametrize("answering", [right, wrong, lambda _: "?", lambda _: "so so"])
def test_after_forty_turns_about_one_bug_a_human_takes_over(answering) -> None:  # type: ignore[no-untyped-def] # two kinds
    dialogue, facts = begin(FACTS), FACTS
    for number in range(2, 40):
        dialogue = play(facts, answering, start=dialogue)
        if dialogue.level == gates.HAND_OVER:
            break
        facts = facts_of(AVERAGE.replace("total = 0", f"total = {number}"))
        dialogue = observe(dialogue, facts)
    assert dialogue.level == gates.HAND_OVER
    said_of_it = [turn for turn in dialogue.of_bug if turn.speaker == "tutor"]
    assert len(said_of_it) <= gates.MOST_TURNS_OF_A_BUG + 2


@pytest.mark.parametrize("words", [("3", "2"), ("7", "9", "?"), ("stuck", "why?", "skip", "2")])
def test_levels_never_fall_while_it_is_the_same_bug(words: tuple[str, ...]) -> None:
    dialogue = said(begin(FACTS), *words, "more")
    for facts in (*SAME, OTHER):
        dialogue = observe(dialogue, facts)
        dialogue = answer(dialogue, facts, right(dialogue.question)) if dialogue.question else dialogue
    levels = [turn.level for turn in tutor_turns(dialogue)]
    assert levels == sorted(levels)


def test_another_bug_begins_below() -> None:
    two = TESTS + "\ndef test_one():\n    assert average([5]) == 6\n"
    dialogue = begin(facts_of(AVERAGE, two))
    dialogue = answer(answer(dialogue, facts_of(AVERAGE, two), "1"), facts_of(AVERAGE, two), "1")
    repaired = facts_of(AVERAGE.replace("range(1, len(numbers))", "range(len(numbers))"), two)
    before = dialogue.bug
    dialogue = observe(dialogue, repaired)
    assert dialogue.bug != before or dialogue.bug in {test.id for test in repaired.failing}
    if dialogue.bug != before:
        assert dialogue.turns[-1].level == 1


SYNTAX = facts_of(AVERAGE.replace("len(numbers)):", "len(numbers):"))


def test_what_cannot_be_read_has_the_ladder_too() -> None:
    dialogue = begin(SYNTAX)
    while dialogue.question:
        dialogue = answer(dialogue, SYNTAX, right(dialogue.question))
    assert dialogue.offer == 4
    assert last(answer(dialogue, SYNTAX, "more")) == (4, "direct")


def test_a_slip_on_the_way_costs_no_step() -> None:
    direct = said(begin(FACTS), "3", "2", "more")
    slipped = observe(direct, SYNTAX)
    back = observe(slipped, SAME[0])
    assert (back.level, back.bug, back.began) == (direct.level, direct.bug, direct.began)
    assert back.acts == direct.acts
    assert back.understood == direct.understood


@pytest.mark.parametrize("words", ["why?", "more", "hello", "so so"])
def test_words_alone_lead_to_a_human_in_the_end(words: str) -> None:
    dialogue = begin(FACTS)
    for _ in range(60):
        dialogue = answer(dialogue, FACTS, words)
    assert dialogue.level == gates.HAND_OVER
    assert [turn.kind for turn in dialogue.turns].count("hand-over") == 1


def test_a_question_that_more_pushed_aside_may_come_again() -> None:
    dialogue = said(begin(FACTS), "3", "1")
    aside = dialogue.question
    assert aside is not None
    told = said(dialogue, "more")
    assert (aside.id, aside.oracle.answer) not in told.known
    assert any(
        turn.question == aside.id for turn in play(FACTS, lambda _: "skip", start=said(told, "more")).turns[-30:]
    )


def test_the_same_text_run_again_is_no_act() -> None:
    dialogue = said(begin(FACTS), "3")
    again = replace(FACTS, tests=OTHER.tests, focus=OTHER.focus, trace=OTHER.trace)
    assert observe(dialogue, again).acts == dialogue.acts


@pytest.mark.parametrize(
    ("level", "acts", "opens"),
    [
        (3, (gates.RIGHT,), False),
        (3, (gates.RIGHT, gates.WRONG), True),
        (3, (gates.RIGHT, gates.OFFERED), False),  # what we did is no act of the student
        (4, (gates.RIGHT, gates.WRONG, gates.ROSE), False),  # what came before the rise does not count again
        (4, (gates.ROSE, gates.RIGHT, gates.WRONG), False),  # an example needs a run of another version
        (4, (gates.ROSE, gates.CHANGED), False),
        (4, (gates.ROSE, gates.CHANGED, gates.SAME), True),
        (4, (gates.ROSE, gates.MOVED, gates.RIGHT), True),
        (5, (gates.ROSE, gates.RIGHT), False),
        (5, (gates.ROSE, gates.SAME, gates.CHANGED), False),  # a human needs the question about the example
        (5, (gates.ROSE, gates.WRONG, gates.CHANGED), True),
        (5, (gates.ROSE, gates.SAME, gates.MOVED, gates.SAME), True),  # three runs in vain open every level
        (5, (gates.ROSE, gates.SAME, gates.CHANGED, gates.SAME), False),
    ],
)
def test_what_opens_which_level(level: int, acts: tuple[str, ...], *, opens: bool) -> None:
    assert gates.is_open(Dialogue(level=level, acts=acts)) is opens


def test_what_one_has_to_wait_for_is_what_is_open() -> None:
    example = begin(FACTS)
    assert example.question is not None
    example = replace(example, level=gates.ANALOGUE, question=replace(example.question, level=gates.ANALOGUE))
    assert gates.waiting_for(example).startswith("First the question about the example")
    assert example.question is not None
    of_the_run = replace(example, question=replace(example.question, level=2))
    assert gates.waiting_for(of_the_run).startswith("Take a step first: answer my question")
    assert gates.waiting_for(replace(example, question=None)).startswith("Take a step first: try an idea")
