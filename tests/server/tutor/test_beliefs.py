"""What a misconception predicts is among the choices; an answer that shows it leads to the next question."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from gadfly_analyzers.execution.runner import Runner
from gadfly_server.tutor import dialogue as talk
from gadfly_server.tutor import kept
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.planner import ease, plan
from gadfly_server.tutor.question import Question
from helpers.dialogues import play, right
from helpers.seen import facts_about

with_one_runner = pytest.mark.asyncio(loop_scope="module")

SUM_TO = "def sum_to(n):\n    total = 0\n    for i in range(1, n):\n        total += i\n    return total\n"
SUM_TESTS = "def test_four():\n    assert sum_to(4) == 10\n"
TOTAL = "def total(ns):\n    result = 0\n    for n in ns:\n        result = n\n    return result\n"
TOTAL_TESTS = "def test_three():\n    assert total([3, 4, 5]) == 12\n"
SHARED = "def with_zero(ns):\n    result = ns\n    result.append(0)\n    return [ns, result]\n"
SHARED_TESTS = "def test_two():\n    assert with_zero([1]) == [[1], [1, 0]]\n"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as started:
        yield started


def first(facts: Facts, kind: str) -> Question:
    return next(question for question in plan(facts) if question.kind == kind)


@with_one_runner
async def test_what_is_believed_is_a_choice_and_an_answer_that_shows_it(runner: Runner, tmp_path: Path) -> None:
    asked = first(await facts_about(runner, tmp_path, SUM_TO, SUM_TESTS), "count")
    assert (asked.oracle.answer, asked.beliefs) == ("3", (("4", "range-includes-end"),))
    assert "4" in asked.choices
    for question in (asked, ease(asked)):
        assert mark(question, "four").misconception == "range-includes-end"
        assert mark(question, "2").misconception == ""
        assert mark(question, "3").misconception == ""


@with_one_runner
async def test_whether_objects_are_the_same_is_believed_otherwise(runner: Runner, tmp_path: Path) -> None:
    facts = await facts_about(runner, tmp_path, SHARED, SHARED_TESTS)
    asked = plan(facts)[1]
    assert (asked.kind, asked.oracle.answer, asked.beliefs) == ("same-object", "1", (("2", "assignment-copies"),))


@with_one_runner
async def test_the_earliest_contradiction_comes_first(runner: Runner, tmp_path: Path) -> None:
    facts = await facts_about(runner, tmp_path, TOTAL, TOTAL_TESTS)
    asked = plan(facts)[1]
    assert asked.text == "What is `result` after the second pass of the loop on line 3 for `[3, 4, 5]`?"
    assert dict(asked.beliefs)["7"] == "plain-assignment-accumulates"
    plain = plan(replace(facts, predictions=(), clues=(), divergence=None))[1]
    assert plain.text == "What is `result` after the first pass of the loop on line 3 for `[3, 4, 5]`?"


@with_one_runner
async def test_a_belief_that_shows_is_followed_by_its_tiny_program(runner: Runner, tmp_path: Path) -> None:
    facts = await facts_about(runner, tmp_path, SUM_TO, SUM_TESTS)
    dialogue = talk.answer(talk.begin(facts), facts, "10")
    dialogue = talk.answer(dialogue, facts, "4")
    said, reply, asked = dialogue.turns[-3:]
    assert (said.text, said.misconception) == ("4", "range-includes-end")
    assert reply.text == "You said 4. In the run it was 3."
    assert (asked.kind, asked.level) == ("concept", 3)
    assert "for floor in range(1, 4)" in asked.text
    dialogue = talk.answer(dialogue, facts, "Floor 1, then Floor 2, then Floor 3")
    reply, back = dialogue.turns[-2:]
    assert reply.text.endswith("Python gives `Floor 1, then Floor 2, then Floor 3`.")
    assert back.text == "What is `total` after the last pass of the loop on line 3 for `4`?"
    dialogue = talk.answer(dialogue, facts, "10")
    assert dialogue.turns[-3].misconception == "range-includes-end"
    assert dialogue.turns[-1].kind != "concept", "no tiny program comes twice"
    whole = play(facts, right, start=dialogue)
    assert len({turn.text for turn in whole.turns if turn.kind == "concept"}) == 1


@with_one_runner
async def test_what_an_answer_shows_orders_what_comes_next(runner: Runner, tmp_path: Path) -> None:
    facts = replace(await facts_about(runner, tmp_path, SUM_TO, SUM_TESTS), clues=())
    before, after = plan(facts), plan(facts, {"range-includes-end"})
    assert {question.id for question in before} == {question.id for question in after}
    assert [question.kind for question in after][1:3] == ["count", "value-at"]
    assert after[2].beliefs == (("10", "range-includes-end"),)


@with_one_runner
async def test_predictions_that_come_late_leave_the_open_question_as_it_is(runner: Runner, tmp_path: Path) -> None:
    facts = await facts_about(runner, tmp_path, SUM_TO, SUM_TESTS)
    early = replace(facts, predictions=())
    dialogue = talk.answer(talk.begin(early), early, "10")
    assert dialogue.question is not None
    assert dialogue.question.beliefs == ()
    assert talk.observe(dialogue, facts) is dialogue
    dialogue = talk.answer(dialogue, facts, "4")
    assert dialogue.turns[-3].misconception == "range-includes-end"
    words = [(question.id, question.text, question.oracle, question.points_at) for question in plan(early)]
    later = {question.id: (question.id, question.text, question.oracle, question.points_at) for question in plan(facts)}
    assert [later.get(each[0], each) for each in words] == words


@with_one_runner
async def test_the_same_predictions_every_time(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = [await facts_about(runner, tmp_path / name, TOTAL, TOTAL_TESTS) for name in ("a", "b")]
    assert plan(one) == plan(other)
    assert [q.choices for q in plan(one)] == [q.choices for q in plan(other)]
    believing = [play(facts, lambda q: q.beliefs[0][0] if q.beliefs else right(q)) for facts in (one, other)]
    assert believing[0] == believing[1]
    assert any(turn.misconception for turn in believing[0].turns)


@with_one_runner
async def test_a_dialogue_with_beliefs_comes_back_from_json(runner: Runner, tmp_path: Path) -> None:
    facts = await facts_about(runner, tmp_path, SUM_TO, SUM_TESTS)
    dialogue = talk.answer(talk.begin(facts), facts, "10")
    assert kept.from_json(kept.to_json(dialogue)) == dialogue


@with_one_runner
async def test_of_yes_and_no_one_is_no_sign_of_a_belief_that_nothing_speaks_for(runner: Runner, tmp_path: Path) -> None:
    program = "def weekend(day):\n    if day == 'Sat' or 'Sun':\n        return True\n    return False\n"
    facts = await facts_about(runner, tmp_path, program, "def test_mon():\n    assert weekend('Mon') == False\n")
    assert first(facts, "branch").beliefs == (("No", "or-distributes"),)
    assert facts.focus is not None
    unseen = replace(facts, clues=(), focus=replace(facts.focus, comparison=None))
    assert first(unseen, "branch").beliefs == ()


@with_one_runner
async def test_what_stands_in_a_class_speaks_where_a_method_of_it_ran(runner: Runner, tmp_path: Path) -> None:
    program = (
        "class Tank:\n    log = []\n\n    def __init__(self):\n        self.litres = 0\n\n"
        "    def fill(self, litres):\n        self.log.append(litres)\n        self.litres += litres\n\n"
        "    def history(self):\n        return list(self.log)\n\n\n"
        "def half(n):\n    return n * 2\n"
    )
    made = "def test_full():\n    tank = Tank()\n    tank.fill(60)\n    assert tank.litres == 60\n\n"
    two = made + "def test_log():\n    tank = Tank()\n    tank.fill(5)\n    assert tank.history() == [5]\n"
    facts = await facts_about(runner, tmp_path, program, two)
    assert first(facts, "concept").id == "concept:class-attribute-is-own"
    of_a_function = await facts_about(runner, tmp_path, program, made + "def test_half():\n    assert half(4) == 2\n")
    assert of_a_function.focus is not None
    assert of_a_function.focus.name == "test_half"
    assert not [question for question in plan(of_a_function) if question.kind == "concept" and "class" in question.id]


@with_one_runner
async def test_of_an_object_what_a_method_uses_is_asked_for(runner: Runner, tmp_path: Path) -> None:
    program = (
        "class Box:\n    def __init__(self, name, width, depth):\n        self.name = name\n"
        "        self.width = width\n        self.depth = width\n\n"
        "    def floor(self):\n        return self.width * self.depth\n"
    )
    facts = await facts_about(runner, tmp_path, program, "def test_floor():\n    assert Box('A', 2, 5).floor() == 10\n")
    asked = [question.text.partition(" when ")[0] for question in plan(facts) if " begins " in question.text]
    assert asked == ["What is `self.width`", "What is `self.depth`"]


@with_one_runner
async def test_an_idea_of_which_the_program_has_no_sign_is_not_asked_about(runner: Runner, tmp_path: Path) -> None:
    loops = {
        "range": "    for k in range(len(ns) - 1):\n        out.append(ns[k])\n",
        "while": "    k = 0\n    while k < len(ns) - 1:\n        out.append(ns[k])\n        k += 1\n",
    }
    tests = "def test_two():\n    assert copy([1, 2]) == [1, 2]\n"
    ideas = {}
    for name, loop in loops.items():
        program = f"def copy(ns):\n    out = []\n{loop}    return out\n"
        (folder := tmp_path / name).mkdir()
        facts = await facts_about(runner, folder, program, tests)
        ideas[name] = [question.id for question in plan(facts) if question.kind == "concept"]
    assert "concept:range-includes-end" in ideas["range"]
    assert "concept:range-includes-end" not in ideas["while"]
