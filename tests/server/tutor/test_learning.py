"""What answers and runs tell of beliefs, and what it changes that somebody is known."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio

from gadfly_analyzers.execution.runner import Runner
from gadfly_server.tutor import dialogue as talk
from gadfly_server.tutor.beliefs import weight
from gadfly_server.tutor.facts import Clue, Facts
from gadfly_server.tutor.learning import Evidence, evidence
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.question import Entry
from gadfly_server.tutor.remembered import EASY, Occurrence, Remembered, Sign, weighed
from gadfly_server.tutor.turns import Dialogue
from helpers.dialogues import play, right
from helpers.recorded import facts_from
from helpers.seen import facts_about

with_one_runner = pytest.mark.asyncio(loop_scope="module")

RANGE, COPIES = "range-includes-end", "assignment-copies"
SUM_TO = "def sum_to(n):\n    total = 0\n    for i in range(1, n):\n        total += i\n    return total\n"
SUM_TESTS = "def test_four():\n    assert sum_to(4) == 10\n"
MENDED = SUM_TO.replace("range(1, n)", "range(1, n + 1)")
TODAY = date(2025, 3, 10)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def facts(runner: Runner, tmp_path_factory: pytest.TempPathFactory) -> Facts:
    return await facts_about(runner, tmp_path_factory.mktemp("sum"), SUM_TO, SUM_TESTS)


def short(found: Iterable[Evidence]) -> list[tuple[str, Sign]]:
    return [(each.misconception, each.sign) for each in found]


def said(dialogue: Dialogue, facts: Facts, *answers: str) -> tuple[Dialogue, list[tuple[str, Sign]]]:
    """The dialogue after answers, and what the last of them tells."""
    before = dialogue
    for each in answers:
        before, dialogue = dialogue, talk.answer(dialogue, facts, each)
    return dialogue, short(evidence(before, dialogue, facts))


# What answers tell


@with_one_runner
async def test_a_wrong_answer_that_a_belief_predicts_speaks_for_it(facts: Facts) -> None:
    assert said(talk.begin(facts), facts, "10", "4")[1] == [(RANGE, Sign.WRONG)]


@with_one_runner
async def test_a_right_answer_speaks_against_the_beliefs_that_answer_otherwise(facts: Facts) -> None:
    assert said(talk.begin(facts), facts, "10", "3")[1] == [(RANGE, Sign.RIGHT)]


@with_one_runner
async def test_other_answers_speak_of_nothing_in_particular(facts: Facts) -> None:
    assert said(talk.begin(facts), facts, "10", "17")[1] == [("", Sign.WRONG)]
    assert said(talk.begin(facts), facts, "10")[1] == [("", Sign.RIGHT)]
    for words in ("?", "skip", "why", "what do you mean?"):
        assert said(talk.begin(facts), facts, "10", words)[1] == []


@with_one_runner
async def test_answers_about_a_tiny_program_count_as_such(facts: Facts) -> None:
    asked, _ = said(talk.begin(facts), facts, "10", "4")
    assert asked.question is not None
    assert asked.question.id == f"concept:{RANGE}"
    assert said(asked, facts, asked.question.oracle.answer)[1] == [(RANGE, Sign.CONCEPT_RIGHT)]
    assert said(asked, facts, asked.question.beliefs[0][0])[1] == [(RANGE, Sign.CONCEPT_WRONG)]


@with_one_runner
async def test_what_was_predicted_after_the_question_came_counts(facts: Facts) -> None:
    early = replace(facts, predictions=())
    asked = talk.answer(talk.begin(early), early, "10")
    assert said(asked, facts, "3")[1] == [(RANGE, Sign.RIGHT)]


@with_one_runner
async def test_the_same_answer_to_the_same_question_is_one_event(facts: Facts) -> None:
    asked = talk.answer(talk.begin(facts), facts, "10")
    one, other = (evidence(asked, talk.answer(asked, facts, "4"), facts) for _ in range(2))
    assert one == other
    later = replace(asked, seen=replace(asked.seen, text=SUM_TO + "\n"))
    assert evidence(later, talk.answer(later, facts, "4"), facts) != one


# What runs tell


def test_a_clue_speaks_for_a_belief_when_a_failing_run_comes_by() -> None:
    facts = replace(facts_from(SUM_TO, SUM_TESTS), clues=(Clue(RANGE, 3), Clue(COPIES, 99)))
    begun = talk.begin(facts)
    assert short(evidence(Dialogue(), begun, facts)) == [(RANGE, Sign.CLUE)]
    assert short(evidence(begun, talk.observe(begun, facts), facts)) == []
    mended = replace(facts_from(MENDED, SUM_TESTS), clues=facts.clues)
    assert short(evidence(Dialogue(), talk.begin(mended), mended)) == []


def test_a_repair_at_the_place_of_a_belief_speaks_against_it() -> None:
    facts = replace(facts_from(SUM_TO, SUM_TESTS), clues=(Clue(RANGE, 3), Clue(COPIES, 5)))
    mended = facts_from(MENDED, SUM_TESTS)
    begun = talk.begin(facts)
    passed = talk.observe(begun, mended)
    assert short(evidence(begun, passed, mended, facts)) == [("", Sign.SOLVED), (RANGE, Sign.REPAIRED)]
    assert short(evidence(begun, passed, mended)) == [("", Sign.SOLVED)], "after a restart nobody knows the clue"
    still = replace(mended, clues=facts.clues)
    assert short(evidence(begun, passed, still, facts)) == [("", Sign.SOLVED)]
    other = replace(facts_from(SUM_TO + "\n", SUM_TESTS), clues=facts.clues)
    assert Sign.REPAIRED not in dict(short(evidence(begun, talk.observe(begun, other), other, facts))).values()


@with_one_runner
async def test_a_repair_where_an_answer_showed_a_belief_speaks_against_it(facts: Facts) -> None:
    asked = talk.answer(talk.answer(talk.begin(facts), facts, "10"), facts, "4")
    mended = facts_from(MENDED, SUM_TESTS)
    assert (RANGE, Sign.REPAIRED) in short(evidence(asked, talk.observe(asked, mended), mended))


def test_only_a_program_that_failed_before_was_solved() -> None:
    mended = facts_from(MENDED, SUM_TESTS)
    assert evidence(Dialogue(), talk.begin(mended), mended) == ()


# What it changes that somebody is known


def known(*signs: tuple[str, Sign, str]) -> tuple[Remembered, ...]:
    return weighed([Occurrence(belief, sign, program, TODAY) for belief, sign, program in signs], TODAY)


def order(facts: Facts) -> list[str]:
    return [question.id for question in plan(facts)]


@with_one_runner
async def test_a_remembered_belief_is_between_one_that_is_predicted_and_one_that_shows(facts: Facts) -> None:
    plain = replace(facts, clues=(), focus=None)
    held = replace(plain, remembered=known((RANGE, Sign.WRONG, "a")))
    refuted = replace(plain, remembered=known((RANGE, Sign.RIGHT, "a"), (RANGE, Sign.RIGHT, "b")))
    assert [weight(each, RANGE) for each in (refuted, plain, held)] == [0.5, 1, 1.5]
    assert weight(refuted, RANGE, {RANGE}) == weight(held, RANGE, {RANGE}) == 4
    assert weight(held, COPIES) == 1


TOTAL = "def total(ns):\n    result = 0\n    for n in ns:\n        result = n\n    return result\n"
TOTAL_TESTS = "def test_three():\n    assert total([3, 4, 5]) == 12\n"


@with_one_runner
async def test_what_is_remembered_orders_questions_and_loses_none(runner: Runner, tmp_path: Path) -> None:
    """Where a belief and the run part ways comes first, if the belief held before."""
    belief = "plain-assignment-accumulates"
    unknown = replace(await facts_about(runner, tmp_path, TOTAL, TOTAL_TESTS), clues=())
    held, refuted = (replace(unknown, remembered=known((belief, sign, "a"))) for sign in (Sign.WRONG, Sign.RIGHT))
    passes = [[each.split(" ")[2] for each in order(facts)[1:4]] for facts in (unknown, held, refuted)]
    assert passes == [["first", "second", "last"], ["second", "last", "first"], ["first", "second", "last"]]
    assert {*order(held)} == {*order(unknown)}


@with_one_runner
async def test_an_idea_that_comes_back_is_asked_about_right_after_the_goal(facts: Facts) -> None:
    often = known((RANGE, Sign.WRONG, "a"), (RANGE, Sign.CONCEPT_WRONG, "b"))
    again = replace(facts, remembered=often)
    assert order(again)[1] == f"concept:{RANGE}"
    assert order(facts)[1] != f"concept:{RANGE}"
    once = replace(facts, remembered=known((RANGE, Sign.WRONG, "a"), (RANGE, Sign.CONCEPT_WRONG, "a")))
    assert order(once)[1] != f"concept:{RANGE}"
    elsewhere = replace(facts, remembered=known((COPIES, Sign.WRONG, "a"), (COPIES, Sign.WRONG, "b")))
    assert f"concept:{COPIES}" not in order(elsewhere), "this program does not speak for it"


@with_one_runner
async def test_the_same_memory_gives_the_same_dialogue(facts: Facts) -> None:
    often = known((RANGE, Sign.WRONG, "a"), (RANGE, Sign.WRONG, "b"), (COPIES, Sign.RIGHT, "a"))
    one, other = (play(replace(facts, remembered=often), right) for _ in range(2))
    assert one == other
    assert one != play(facts, right)


@with_one_runner
async def test_beginners_start_with_a_tiny_program_and_with_choices(facts: Facts) -> None:
    easy = replace(facts, start=EASY)
    begun = talk.begin(easy)
    assert begun.question == talk.begin(facts).question, "what a test wants nobody is to guess"
    asked = talk.answer(begun, easy, "10")
    assert asked.question is not None
    assert asked.question.id == f"concept:{RANGE}"
    asked = talk.answer(asked, easy, asked.question.oracle.answer)
    assert asked.question is not None
    assert (asked.question.kind, asked.question.entry) == ("count", Entry.CHOICE)
