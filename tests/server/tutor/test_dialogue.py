"""The dialogue from question to question: answers, wishes, runs, and the way through JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from gadfly_analyzers.execution.results import Outcome, Problem, ProblemKind, Stop
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_server.tutor.dialogue import answer, begin, observe
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.kept import from_json, to_json
from gadfly_server.tutor.notice import headline
from gadfly_server.tutor.planner import candidates
from gadfly_server.tutor.question import Entry
from gadfly_server.tutor.turns import Dialogue
from helpers import examples
from helpers.dialogues import play, right, texts, tutor_turns, wrong
from helpers.recorded import facts_from

TESTS = "def test_two():\n    assert average([2, 4]) == 3\n\ndef test_one():\n    assert average([1, 5]) == 3\n"
COUNT = "How many times does the body of the loop on line 3 run for `[2, 4]`?"
AVERAGE = """\
def average(numbers):
    total = 0
    for i in range(1, len(numbers)):
        total += numbers[i]
    return total / len(numbers)
"""
REPAIRED = AVERAGE.replace("range(1, len(numbers))", "range(len(numbers))")
GREETED = "def test_greet():\n    assert greet('Bo') == 'Hi Bo'\n"
FACTS = facts_from(AVERAGE, TESTS)


def after(*answers: str) -> Dialogue:
    dialogue = begin(FACTS)
    for text in answers:
        dialogue = answer(dialogue, FACTS, text)
    return dialogue


def test_right_answers() -> None:
    assert texts(after("3", "1"))[:6] == [
        "What should `average([2, 4])` give?",
        "> 3",
        "Right, that is what the test wants. Your program gives `2.0`: it is too small.",
        "How many times does the body of the loop on line 3 run for `[2, 4]`?",
        "> 1",
        "That is it: the run did just that.",
    ]


def test_a_wrong_answer_gets_the_contradiction_and_a_smaller_question() -> None:
    dialogue = after("3", "2")
    reply, smaller = dialogue.turns[-2:]
    assert reply.text == "You said 2. In the run it was 1."
    assert (reply.level, reply.kind, reply.marked) == (3, "contradict", "wrong")
    assert smaller.text == "What is `i` in the first pass of the loop on line 3 for `[2, 4]`?"


def test_a_wrong_goal_gets_the_tests_word() -> None:
    assert after("7").turns[2].text == "You said 7. The test wants `3`. Your program gives `2.0`: it is too small."


def test_after_two_wrong_answers_about_the_run_there_are_choices() -> None:
    dialogue = after("3", "2", "7")
    assert dialogue.question is not None
    assert dialogue.question.entry is Entry.CHOICE
    assert dialogue.turns[-1].choices == dialogue.question.choices


def test_a_right_answer_ends_the_row_of_wrong_ones() -> None:
    dialogue = after("3", "2", "1", "7")
    assert dialogue.question is not None
    assert dialogue.question.entry is not Entry.CHOICE


def test_not_knowing_gets_choices_first_and_the_evidence_then() -> None:
    dialogue = after("3", "?")
    assert dialogue.turns[-1].choices == ("0", "1", "2", "3")
    assert dialogue.turns[-1].text == f"{COUNT} The answer is one of these."
    dialogue = answer(dialogue, FACTS, "I don't know")
    assert dialogue.turns[-2].text == "That is fine. In the run it was 1."
    assert dialogue.question is not None
    assert dialogue.question.kind == "value-at"


def test_not_knowing_the_goal_gets_the_tests_word() -> None:
    assert (
        after("no idea").turns[2].text == "That is fine. The test wants `3`. Your program gives `2.0`: it is too small."
    )


@pytest.mark.parametrize("text", ["idk", "stuck", "help", "I'm not sure", "?"])
def test_ways_not_to_know(text: str) -> None:
    before = after("3")
    dialogue = answer(before, FACTS, text)
    assert dialogue.turns[-2].marked == "unclear"
    assert dialogue.question is not None
    assert before.question is not None
    assert dialogue.question.id == before.question.id


def test_skip_goes_on() -> None:
    dialogue = after("3", "skip")
    assert dialogue.turns[-2].text == "OK, we leave that one."
    assert dialogue.question is not None
    assert dialogue.question.kind == "value-at"


def test_why_keeps_the_question_open() -> None:
    before = after("3")
    assert answer(before, FACTS, "why?").question == before.question


def test_words_that_cannot_be_read_keep_the_question_open_and_twice_bring_choices() -> None:
    dialogue = after("3", "lots of times")
    assert dialogue.turns[-1].marked == "unclear"
    assert dialogue.question is not None
    assert dialogue.question.entry is Entry.NUMBER
    dialogue = answer(dialogue, FACTS, "as often as needed")
    assert dialogue.question is not None
    assert dialogue.question.entry is Entry.CHOICE


def test_when_questions_run_out_the_end_is_honest() -> None:
    dialogue = play(FACTS, right)
    closing, offered = dialogue.turns[-2:]
    assert closing.kind == "closing"
    assert "save" in closing.text
    assert (offered.kind, dialogue.offer) == ("offer", 4)
    again = answer(dialogue, FACTS, "hello?")
    assert again.turns[-1].kind == "closing"


def test_all_pass_names_the_insight() -> None:
    dialogue = observe(after("3", "2"), facts_from(REPAIRED, TESTS))
    assert dialogue.turns[-1].kind == "passed"
    assert dialogue.turns[-1].text == (
        "All 2 tests agree now. The key question was how often the loop runs. Well done!"
    )
    assert dialogue.question is None
    assert dialogue.turns[: len(after("3", "2").turns)] == after("3", "2").turns


def test_what_kept_python_from_reading_is_not_what_settled_the_test() -> None:
    broken = facts_from("def greet(name):\n    return 'Hi' + name)\n", GREETED)
    wrong = facts_from("def greet(name):\n    return 'Hi' + name\n", GREETED)
    repaired = facts_from("def greet(name):\n    return 'Hi ' + name\n", GREETED)
    spelled = play(broken, right)
    assert observe(spelled, repaired).turns[-1].text.startswith("The test agrees now. The key question was")
    assert observe(observe(spelled, wrong), repaired).turns[-1].text == (
        "The test agrees now. You found it yourself. Well done!"
    )


def test_a_question_about_another_place_did_not_settle_it() -> None:
    program = "def shop(prices):\n    first = prices[0]\n    total = 0\n    for p in prices:\n        total += p\n{}"
    wrong, repaired = program.format("    return total + first\n"), program.format("    return total\n")
    tests = "def test_two():\n    assert shop([1, 2]) == 3\n"
    facts = facts_from(wrong, tests)
    dialogue = answer(begin(facts), facts, "3")
    while dialogue.question and (dialogue.question.points_at is None or dialogue.question.points_at.line != 4):
        dialogue = answer(dialogue, facts, "skip")
    assert dialogue.question is not None
    told = observe(answer(dialogue, facts, right(dialogue.question)), facts_from(repaired, tests)).turns
    assert next(turn.text for turn in told if turn.kind == "passed") == (
        "The test agrees now. You found it yourself. Well done!"
    )


def test_all_pass_without_a_question_is_the_students_own_find() -> None:
    dialogue = observe(begin(FACTS), facts_from(REPAIRED, TESTS))
    assert dialogue.turns[-1].text == "All 2 tests agree now. You found it yourself. Well done!"


def test_nothing_was_ever_wrong() -> None:
    dialogue = begin(facts_from(REPAIRED, TESTS))
    assert dialogue.turns == ()
    assert dialogue.question is None


def test_the_same_failure_after_an_edit_is_said_and_nothing_is_asked_again() -> None:
    dialogue = observe(after("3", "2"), facts_from(AVERAGE.replace("total += ", "total = total + "), TESTS))
    report, asked = dialogue.turns[-2:]
    assert report.text == "The same 2 tests disagree as before. That tells us something, too."
    assert asked.text == "Still open: What is `i` in the first pass of the loop on line 3 for `[2, 4]`?"


def test_a_question_whose_answer_an_edit_changed_may_come_again() -> None:
    dialogue = observe(after("3", "1"), facts_from(AVERAGE.replace("range(1,", "range(5,"), TESTS))
    assert dialogue.turns[-1].text == (
        "After your change: How many times does the body of the loop on line 3 run for `[2, 4]`?"
    )
    assert dialogue.question is not None
    assert dialogue.question.oracle.answer == "0"


def test_a_changed_value_is_said() -> None:
    dialogue = observe(after("3"), facts_from(AVERAGE.replace("total = 0", "total = 9"), TESTS))
    assert dialogue.turns[-2].text == "The same 2 tests disagree, but the value changed: it is `6.5` now."


def test_fewer_failures_are_said() -> None:
    three = TESTS + "\ndef test_big():\n    assert average([1, 1]) == 1\n"
    half_way = AVERAGE.replace("total = 0", "total = numbers[0] if numbers[0] == 2 else 0")
    dialogue = observe(begin(facts_from(AVERAGE, three)), facts_from(half_way, three))
    assert dialogue.turns[-2].text == "That made a difference: of 3 tests that disagreed, 2 still do."


def hurried(facts: Facts, *names: str) -> Facts:
    stop = Stop("stopped after 0.04 s", 4, hurried=True)
    late = {test.id: replace(test, outcome=Outcome.STOPPED, stop=stop) for test in facts.tests if test.name in names}
    return replace(facts, tests=tuple(late.get(test.id, test) for test in facts.tests))


def test_tests_that_may_only_be_slow_are_not_counted() -> None:
    two, one = facts_from(AVERAGE, TESTS), facts_from(AVERAGE.replace("range(1,", "range(0,"), TESTS)
    some, none = hurried(two, "test_one"), hurried(two, "test_one", "test_two")
    assert headline(some) == "At least 1 test disagrees with `average`"
    assert headline(none) == "2 tests of `average` did not end in time"
    assert observe(begin(two), replace(some, text="# now")).turns[-2].text == "Now at least 1 test disagrees."
    assert observe(begin(two), replace(none, text="# now")).turns[-2].text == "Now 2 tests did not end in time."
    assert observe(begin(some), replace(two, text="# now")).turns[-2].text == "Now 2 tests disagree."
    assert observe(begin(some), one).turns[1].kind == "passed"


def test_a_regression_is_said_and_planned_anew() -> None:
    dialogue = observe(after("3"), facts_from(REPAIRED, TESTS))
    dialogue = observe(dialogue, FACTS)
    assert dialogue.turns[-2].text == "They agreed before. Now 2 tests disagree."
    assert (dialogue.turns[-1].kind, dialogue.understood) == ("count", ("expected", "symptom"))


def test_a_syntax_problem_and_its_end() -> None:
    dialogue = observe(after("3"), facts_from(AVERAGE.replace("len(numbers)):", "len(numbers):")))
    assert dialogue.turns[-1].kind == "syntax"
    assert dialogue.turns[-1].level == 3
    dialogue = observe(dialogue, FACTS)
    assert dialogue.turns[-2].text == "The program runs now, and 2 tests disagree with it."
    assert dialogue.turns[-1].kind == "count"


def test_a_problem_is_told_and_keeps_every_turn() -> None:
    problem = Problem(ProblemKind.NO_INTERPRETER, "There is no Python at /nowhere.")
    before = after("3")
    dialogue = observe(before, facts_from(AVERAGE, "", problems=(problem,)))
    assert dialogue.turns[: len(before.turns)] == before.turns
    assert dialogue.turns[-1].text == "There is no Python at /nowhere."


def test_equal_facts_change_nothing() -> None:
    dialogue = after("3")
    assert observe(dialogue, facts_from(AVERAGE, TESTS)) is dialogue


def test_more_evidence_about_the_same_run_says_nothing_new_but_lets_the_dialogue_go_on() -> None:
    from dataclasses import replace

    early = replace(FACTS, trace=None)
    dialogue = answer(begin(early), early, "3")
    while dialogue.question:
        dialogue = answer(dialogue, early, "skip")
    later = observe(dialogue, FACTS)
    assert later.question is not None
    assert later.question.kind == "count"
    open_still = begin(early)
    assert observe(open_still, FACTS) is open_still


@pytest.mark.parametrize("name", examples.NAMES)
def test_same_input_same_dialogue_also_through_json(name: str) -> None:
    facts = facts_from(examples.program(name), examples.tests(name))
    again = facts_from(examples.program(name), examples.tests(name))
    assert facts == again
    for answering in (right, wrong):
        whole = play(facts, answering)
        assert play(again, answering) == whole
        dialogue = begin(facts)
        while dialogue.question:
            dialogue = from_json(json.loads(json.dumps(to_json(dialogue))))
            assert dialogue.question is not None
            dialogue = answer(dialogue, facts, answering(dialogue.question))
        assert dialogue == whole


def test_headline() -> None:
    assert headline(FACTS) == "2 tests disagree with `average`"


def test_a_test_that_never_touches_the_program_leaves_an_invitation() -> None:
    facts = facts_from("def one():\n    return 1\n", "def test_later():\n    raise NotImplementedError\n")
    assert begin(facts).turns[-1].text == (
        "Read `test_later`: what does it want of your program? Try your idea and save."
    )


AFTER_LINE_OR_PASS = """\
def initials(name):
    result = ""
    for part in name.split():
        result = part[0] + "."
    return result
"""
AFTER_OR_BEFORE = """\
def median(numbers):
    numbers.sort()
    middle = len(numbers) // 2
    return (numbers[middle] + numbers[middle + 1]) / 2
"""
AT_ERROR = """\
def last(words):
    spot = len(words)
    return words[spot]
"""
SUMMED_UP = """\
def average(days):
    total = 0
    count = 0
    for rain in days:
        if rain > 0:
            total = total + rain
        count = count + 1
    print(total / count)
"""


@pytest.mark.parametrize(
    ("program", "test", "suspect", "same"),
    [
        (
            AFTER_LINE_OR_PASS,
            "assert initials('Ada Lovelace') == 'A.L.'",
            4,
            ("What is `result` right after line 4 has run once", "What is `result` after the first pass"),
        ),
        (
            AFTER_OR_BEFORE,
            "assert median([4, 1, 3, 2]) == 2.5",
            4,
            ("What is `numbers` right after line 2", "What is `numbers` just before line 3"),
        ),
        (
            AT_ERROR,
            "assert last(['a', 'b']) == 'b'",
            3,
            ("What is `spot` right after line 2", "What is `spot` when the `IndexError` comes up"),
        ),
        (
            SUMMED_UP,
            "assert average([1, 2, 3]) == 2",
            8,
            ("What is `total` just before line 8 runs", "What is `total` after the last pass"),
        ),
    ],
)
def test_what_a_name_is_at_one_moment_is_asked_once_in_whatever_words(
    program: str, test: str, suspect: int, same: tuple[str, str]
) -> None:
    others = (Suspect(line, line, 0.1, ("it may",)) for line in range(2, program.count("\n") + 1) if line != suspect)
    suspects = (Suspect(suspect, suspect, 0.9, ("it decides",)), *others)
    facts = facts_from(program, f"def test_it():\n    {test}\n", suspects=suspects)
    assert all(any(each.text.startswith(words) for each in candidates(facts)) for words in same)
    asked = [turn.text for turn in tutor_turns(play(facts, right))]
    assert len([text for text in asked if text.startswith(same)]) == 1


def test_of_one_moment_it_is_asked_where_the_program_is_likeliest_at_fault() -> None:
    suspects = (Suspect(4, 4, 0.9, ("it decides",)), Suspect(3, 3, 0.1, ("it may",)))
    facts = facts_from(
        AFTER_LINE_OR_PASS, "def test_it():\n    assert initials('Ada Lovelace') == 'A.L.'\n", suspects=suspects
    )
    asked = [turn.text for turn in tutor_turns(play(facts, right))]
    assert any(text.startswith("What is `result` right after line 4 has run once") for text in asked)
    assert not any(text.startswith("What is `result` after the first pass") for text in asked)


def test_what_a_name_is_at_an_error_is_asked_where_it_came_to_be_so() -> None:
    program = "def smallest(numbers):\n    numbers = numbers.sort()\n    return numbers[0]\n"
    suspects = (Suspect(2, 3, 0.9, ("it decides",)), Suspect(3, 3, 0.1, ("it may",)))
    facts = facts_from(program, "def test_it():\n    assert smallest([2, 1]) == 1\n", suspects=suspects)
    asked = [turn.text for turn in tutor_turns(play(facts, right))]
    assert any(text.startswith("What is `numbers` right after line 2") for text in asked)
    assert not any(text.startswith("What is `numbers` when the `TypeError` comes up") for text in asked)
