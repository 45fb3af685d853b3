"""Scores of turns: each is asked for what it finds, and for its nearest innocent."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.verdict import Kind, Reason, Verdict
from gadfly_server.grading.case import Cases
from gadfly_server.grading.grade import NAMES, grade
from gadfly_server.grading.graded import Graded, from_json, to_json
from gadfly_server.grading.score import Moment, Score
from gadfly_server.grading.scores.concealment import discretion
from gadfly_server.grading.scores.relevance import OUTSET, leads_away
from gadfly_server.grading.transcript import Place, Transcript, Turn

PROGRAM = dedent("""\
    def total(prices):
        result = 0
        for price in prices[1:]:
            result = result + price
        return result
    """)
REPAIR = PROGRAM.replace("prices[1:]", "prices")
TESTS = dedent("""\
    from program import total

    def test_all():
        assert total([4, 5, 6]) == 15

    def test_none():
        assert total([]) == 0
    """)


def dialogue(*said: Turn | str, program: str = PROGRAM, repairs: Sequence[str] = (REPAIR,)) -> Transcript:
    turns = tuple(Turn(role="tutor", text=each) if isinstance(each, str) else each for each in said)
    return Transcript(
        id="one", tutor="Ann", problem="total", program=program, tests=TESTS, repairs=tuple(repairs), turns=turns
    )


def graded(*said: Turn | str, program: str = PROGRAM, useful: bool = False) -> Graded:
    async def work() -> list[Graded]:
        async with Runner() as runner:
            return await grade([dialogue(*said, program=program)], Cases(runner, Path(sys.executable), useful=useful))

    return asyncio.run(work())[0]


@pytest.fixture(scope="module")
def scored() -> dict[str, dict[str, Score]]:
    """Many turns, graded together; each dialogue has one."""
    texts = (
        "What does `total([4, 5, 6])` give back?",
        "Replace `prices[1:]` with `prices` on line 3.",
        "`total([4, 5, 6])` returns `11`.",
        "`total([4, 5, 6])` returns `12`.",
        "If `total([4, 5, 6])` returns `12`, what then?",
        "The for loop on line 3 is what counts.",
        "The while loop on line 3 is what counts.",
        "Line 4 is never executed.",
        "Line 5 is never executed, and line 4 is executed.",
        "The loop on line 3 runs 2 times.",
        "The loop on line 3 runs 3 times.",
        "`result` is 11 on line 5.",
        "`result` is 12 on line 5.",
        "What happens on line 3?",
        "What happens on line 5?",
        "How many times does the body of the loop on line 3 run?",
        "What is `result` after line 4?",
        "What is `result` right after line 4 has run once?",
        "When does line 4 run?",
        "If so, does line 4 run?",
        "Do you know how to write this in Java?",
        "Can you change the loop so that it starts earlier?",
        "Is it warm? Is it cold?",
        "Which sorting algorithms do you know?",
        "Could the prices be kept in a dictionary?",
        "Which of the prices does the loop look at first?",
        "Have you thought about what `total([])` should be?",
    )

    async def work() -> list[Graded]:
        every = [dialogue(text).model_copy(update={"id": text}) for text in texts]
        async with Runner() as runner:
            return await grade(every, Cases(runner, Path(sys.executable)))

    return {each.id: dict(each.turns[0].scores) for each in asyncio.run(work())}


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("What does `total([4, 5, 6])` give back?", "truth", None),
        ("`total([4, 5, 6])` returns `11`.", "truth", 1),
        ("`total([4, 5, 6])` returns `12`.", "truth", 0),
        ("If `total([4, 5, 6])` returns `12`, what then?", "truth", None),
        ("The for loop on line 3 is what counts.", "truth", 1),
        ("The while loop on line 3 is what counts.", "truth", 0),
        ("Replace `prices[1:]` with `prices` on line 3.", "truth", None),
        ("Line 4 is never executed.", "truth", 0),
        ("The loop on line 3 runs 2 times.", "truth", 1),
        ("The loop on line 3 runs 3 times.", "truth", 0),
        ("`result` is 11 on line 5.", "truth", 1),
        ("`result` is 12 on line 5.", "truth", 0),
        ("Replace `prices[1:]` with `prices` on line 3.", "concealment", 0),
        ("What does `total([4, 5, 6])` give back?", "concealment", 1),
        ("Can you change the loop so that it starts earlier?", "patience", 0),
        ("What happens on line 3?", "patience", 1),
        ("What happens on line 3?", "location", 1),
        ("What happens on line 5?", "location", 0),
        ("What does `total([4, 5, 6])` give back?", "level_fit", None),
        ("How many times does the body of the loop on line 3 run?", "answerability", 1),
        ("What is `result` after line 4?", "answerability", 0),
        ("What is `result` right after line 4 has run once?", "answerability", 1),
        ("What happens on line 3?", "answerability", None),
        ("When does line 4 run?", "answerability", None),
        ("If so, does line 4 run?", "answerability", 1),
        ("Do you know how to write this in Java?", "relevance", 0),
        ("Is it warm? Is it cold?", "relevance", 0),
        ("What happens on line 3?", "relevance", 1),
        ("Which sorting algorithms do you know?", "relevance", 0),
        ("Could the prices be kept in a dictionary?", "relevance", 0),
        ("Which of the prices does the loop look at first?", "relevance", 1),
        ("Have you thought about what `total([])` should be?", "relevance", 1),
    ],
)
def test_a_turn_has_a_score(scored: dict[str, dict[str, Score]], text: str, name: str, value: float | None) -> None:
    score = scored[text][name]
    assert score.value == value, score
    assert value is None or score.evidence or name in ("concealment", "patience")


def test_one_is_told_of_as_one(scored: dict[str, dict[str, Score]]) -> None:
    evidence = scored["Could the prices be kept in a dictionary?"]["relevance"].evidence
    assert "1 concept is not in the program" in evidence


def test_form_counts_what_does_not_hold(scored: dict[str, dict[str, Score]]) -> None:
    assert scored["What happens on line 3?"]["form"].value == 1
    asked_twice = scored["Is it warm? Is it cold?"]["form"]
    assert asked_twice.value == pytest.approx(2 / 3)
    assert "2 questions" in asked_twice.evidence


def test_what_leaks_is_named_by_its_kind_and_never_by_the_repair(scored: dict[str, dict[str, Score]]) -> None:
    for text, scores in scored.items():
        if text.startswith("Replace"):
            assert scores["concealment"].evidence
            assert "in prices:" not in scores["concealment"].evidence


def test_nobody_is_blamed_for_what_the_leak_check_doubts() -> None:
    doubted, certain = (Reason(Kind.WORD, "leads to what should be otherwise", doubtful=each) for each in (True, False))

    async def work() -> list[float | None]:
        talk = dialogue("Is that all?")
        async with Runner() as runner, Cases(runner, Path(sys.executable)).of(talk, PROGRAM, ()) as case:
            return [discretion(Moment(talk, 0, case), Verdict(2, (each,))).value for each in (doubted, certain)]

    assert asyncio.run(work()) == [1, 0]


def test_a_question_that_comes_again_is_found_unless_the_program_changed() -> None:
    changed = PROGRAM.replace("result + price", "price + result")
    first = "What is the value of `result` when the loop ends?"
    again = "When the loop ends, what is the value of `result`?"
    other = "Which prices does the loop visit?"
    student = Turn(role="student", text="11")
    run = Turn(role="student", text="I changed it.", program=changed)
    told = graded(first, student, again, student, other, run, first)
    assert [turn.scores["repetition"].value for turn in told.turns] == [None, 0, 1, 1]


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ("Why is that so?", "Let me ask again. Why is that so?", 1),
        ("Where in your code do you think that is?", "I will ask again. Where in your code do you think that is?", 0),
        ("What does the loop on line 3 do?", "How many times does the loop on line 3 run?", 1),
        ("What does `result` hold after the loop?", "What does `price` hold after the loop?", 1),
        ("What does `result` hold after the loop?", "After the loop, what does `result` hold?", 0),
        ("What is `x` after the second pass of the loop?", "What is `x` after the last pass of the loop?", 1),
        ("What happens on line 2 in this loop?", "What happens on line 3 in this loop?", 1),
        ("What happens on line 2 in this loop?", "So what happens in this loop on line 2?", 0),
        ("What is `result` then?", "What is `result` then? In the run it was `7`.", None),
        ("What is `result` in the end?", "Hm. What is `result` in the end? It is a good question.", None),
        ("What is `result` in the end?", "In the run it was `7`. What is `result` in the end?", 0),
    ],
)
def test_a_question_is_repeated_if_it_asks_for_the_same_and_is_not_answered(
    first: str, second: str, value: float | None
) -> None:
    told = graded(first, Turn(role="student", text="I am not sure."), second)
    assert told.turns[-1].scores["repetition"].value == value


def test_levels_are_kept_and_do_not_fall() -> None:
    high, low = Turn(role="tutor", text="Look.", level=3), Turn(role="tutor", text="Look.", level=1)
    long = Turn(role="tutor", text="word " * 31, level=3).model_copy(update={"level": 2})
    told = graded(low, high, low, long)
    assert [turn.scores["level_fit"].value for turn in told.turns] == [1, 1, 0, 0]
    assert "falls from level 3 to 1" in told.turns[2].scores["level_fit"].evidence


def test_answers_that_are_offered_are_compared_with_the_run() -> None:
    text = "How many times does the body of the loop on line 3 run?"
    right = Turn(role="tutor", text=text, choices=("1", "2", "3"), answer="2", points_at=Place(line=3, end_line=3))
    told = graded(
        right, right.model_copy(update={"answer": "3"}), right.model_copy(update={"choices": ("1", "3", "4")})
    )
    assert [turn.scores["answerability"].value for turn in told.turns] == [1, 0, 0]


@pytest.mark.parametrize(("answer", "value"), [("0", 1), ("1", 0), ("No", 0)])
def test_how_often_is_answered_by_a_number(answer: str, value: float) -> None:
    program = PROGRAM.replace("result = result + price", "if price > 9:\n            result += price")
    text = "How many times is the `if` on line 4 taken?"
    told = graded(Turn(role="tutor", text=text, choices=("0", "1", "No"), answer=answer), program=program)
    assert told.turns[0].scores["answerability"].value == value


@pytest.mark.parametrize(("answer", "value"), [("2", 1), ("3", 0), ("Yes", 0)])
def test_how_often_a_line_runs_is_no_question_for_yes_or_no(answer: str, value: float) -> None:
    told = graded(Turn(role="tutor", text="How many times does line 4 run in this call?", answer=answer))
    assert told.turns[0].scores["answerability"].value == value


@pytest.mark.parametrize(("choices", "value"), [(("Yes", "No"), 1), (("Yes",), 0), (("Maybe", "No"), 0)])
def test_a_question_for_yes_or_no_needs_one_wrong_answer(choices: tuple[str, ...], value: float) -> None:
    told = graded(Turn(role="tutor", text="Does line 4 run?", choices=choices))
    assert told.turns[0].scores["answerability"].value == value


def test_a_tutor_is_not_blamed_for_leading_away_where_signs_are_about_even() -> None:
    weights = {OUTSET: -1.0, "for": -0.5, "against": 1.05, "far away": 2.0}
    found = [leads_away(frozenset(signs), weights) for signs in ((), ("against",), ("far away",), ("for", "far away"))]
    assert found == [False, False, True, True]


def test_a_dialogue_that_ends_with_a_right_program_is_solved() -> None:
    fixed = Turn(role="student", text="I have it.", program=REPAIR)
    assert graded("What happens on line 3?", fixed).solved is True
    broken = Turn(role="student", text="Like so?", program="def total(")
    assert graded("What happens on line 3?", broken).solved is False
    assert graded("What happens on line 3?").solved is None


def test_nothing_is_given_away_once_the_program_is_right() -> None:
    fixed = Turn(role="student", text="I have it.", program=REPAIR)
    told = graded("What happens on line 5?", "What happens on line 3?", fixed, "So `prices` it was, on line 5?")
    assert [turn.scores["location"].value for turn in told.turns] == [0, 1, None]
    assert [turn.scores["concealment"].value for turn in told.turns] == [1, 1, None]


def test_a_dialogue_taught_what_was_said_before_the_program_was_right() -> None:
    fixed = Turn(role="student", text="I have it.", program=REPAIR)
    before, after, never = (
        graded(*said, useful=True).taught
        for said in (("What happens on line 3?", fixed), ("Hello!", fixed, "What happened on line 3?"), ("Hello!",))
    )
    assert before is not None
    assert before > 0.1
    assert (after, never) == (0, 0)
    assert graded("What happens on line 3?").taught is None


def test_simulated_students_tell_a_pointer_from_a_dictated_repair() -> None:
    told = graded("What happens on line 3?", "What happens on line 5?", REPAIR, useful=True)
    pointer, elsewhere, dictated = (turn.scores["usefulness"].value for turn in told.turns)
    assert pointer is not None
    assert elsewhere is not None
    assert dictated is not None
    assert pointer > 0
    assert pointer > elsewhere
    assert pointer > dictated


def test_of_questions_only_those_about_the_program_are_asked_for_their_use() -> None:
    told = graded("What happens on line 3?", "What did you expect?", "Well done!", useful=True)
    at, general, praise = (turn.scores for turn in told.turns)
    assert at["question_usefulness"] == at["usefulness"]
    assert (general["usefulness"].value, praise["usefulness"].value) == (0, 0)
    assert (general["question_usefulness"].value, praise["question_usefulness"].value) == (None, None)
    plain = graded("What happens on line 3?").turns[0].scores
    assert plain["question_usefulness"].value is None


def test_hints_about_an_open_bracket_are_useful_too() -> None:
    opened = PROGRAM.replace("result + price", "result + (price")
    told = graded("Does each bracket on line 4 have its other half?", "What is on line 2?", program=opened, useful=True)
    at, elsewhere = (turn.scores["usefulness"].value for turn in told.turns)
    assert at is not None
    assert elsewhere is not None
    assert at > 0.05 > elsewhere


def test_without_tests_and_without_repairs_the_text_alone_is_judged() -> None:
    async def work() -> list[Graded]:
        bare = dialogue("What happens on line 3?", repairs=()).model_copy(update={"tests": ""})
        async with Runner() as runner:
            return await grade([bare], Cases(runner, Path(sys.executable)))

    scores = asyncio.run(work())[0].turns[0].scores
    assert scores["location"].value is None
    assert scores["relevance"].value == 1


def test_results_survive_being_written_down() -> None:
    told = graded("What happens on line 3?")
    assert from_json(to_json(told)) == told
    assert set(told.turns[0].scores) == set(NAMES)


OTHERWISE = dedent("""\
    def total(prices):
        result = 0
        for price in prices[1:]:
            result = result + price
        if not prices:
            return 0
        return result + 0
    """)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Replace `result + 0` with `result + prices[0]` on line 7.", 1),
        ("Replace `result + 0` with `result + 1` on line 7.", 0),
    ],
)
def test_code_that_repairs_where_it_is_put_points_there_also_if_nobody_knew_of_that_repair(
    text: str, value: float
) -> None:
    repair = OTHERWISE.replace("prices[1:]", "prices")

    async def work() -> list[Graded]:
        async with Runner() as runner:
            known = dialogue(text, program=OTHERWISE, repairs=(repair,))
            return await grade([known], Cases(runner, Path(sys.executable)))

    assert asyncio.run(work())[0].turns[0].scores["location"].value == value


@pytest.mark.parametrize("faulty", [(), (3,)])
def test_who_gives_no_repair_has_some_looked_for_also_if_the_faulty_lines_are_known(faulty: tuple[int, ...]) -> None:
    async def work() -> list[Graded]:
        telling = dialogue("Replace `prices[1:]` with `prices[0:]` on line 3.", repairs=()).model_copy(
            update={"faulty": faulty}
        )
        async with Runner() as runner:
            return await grade([telling], Cases(runner, Path(sys.executable)))

    assert asyncio.run(work())[0].turns[0].scores["discretion"].value == 0


@pytest.mark.parametrize(
    ("heard", "said", "patience"),
    [
        ("Help?", "Change the loop on line 3. What happens now?", 0),
        ("", "What a nice program! That is right. Can you modify line 3?", 0),
        ("Help?", "What happens now?", 1),
        ("I think it should start at the first price, I will change line 3.", "Can you make that change now?", 1),
        ("I think it should start at the first price, I will change line 3.", "Right, change line 3.", 1),
    ],
)
def test_who_agrees_with_nothing_tells_to_edit_all_the_same(heard: str, said: str, patience: float) -> None:
    (turn,) = graded(*([Turn(role="student", text=heard)] if heard else []), said).turns
    assert turn.scores["patience"].value == patience


def test_a_place_of_more_lines_than_there_are_is_the_rest_of_the_program() -> None:
    beyond, after = (Turn(role="tutor", text="See?", points_at=Place(line=n, end_line=10**15)) for n in (3, 99))
    pointing = graded(beyond, after)
    assert [turn.scores["location"].value for turn in pointing.turns] == [None, None]
    assert graded(beyond.model_copy(update={"points_at": Place(line=3, end_line=4)})).turns[0].scores["location"].value


def test_nobody_knows_how_often_a_loop_would_run_that_never_ends() -> None:
    endless = PROGRAM.replace("for price in prices[1:]:", "while prices:").replace("price\n", "1\n")
    (turn,) = graded("The loop on line 3 runs 4 times.", program=endless).turns
    assert turn.scores["truth"] == Score(1.0, "“loop on line 3”: it is 'while prices:'")
