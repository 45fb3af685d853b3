"""Where nothing else shows the way, the most suspect statements are asked about one by one."""

from __future__ import annotations

from gadfly_analyzers.localize.suspects import Suspect
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.questions.line_by_line import TOPIC, candidates
from helpers.dialogues import play, right
from helpers.recorded import facts_from

EVENS = """\
def evens(numbers):
    found = []
    rest = []
    for number in numbers:
        if number % 2:
            found.append(number)
            continue
        rest.append(number)
    return found
"""
TEST = "def test_evens():\n    assert evens([1, 2, 4, 6]) == [2, 4, 6]\n"


def suspect(*scores: tuple[int, float]) -> tuple[Suspect, ...]:
    return tuple(Suspect(line, line, score, ("it takes part",)) for line, score in scores)


def asked(*scores: tuple[int, float]) -> list[Question]:
    return [*candidates(facts_from(EVENS, TEST, suspects=suspect(*scores)))]


def test_a_line_that_some_passes_leave_out_is_counted() -> None:
    (question,) = asked((6, 0.9))
    assert question.text == "How many times does line 6 run for `[1, 2, 4, 6]`?"
    assert (question.oracle.answer, question.oracle.evidence) == ("1", "In the run it was 1.")
    assert (question.points_at.line, question.points_at.end_line) == (6, 6)  # type: ignore[union-attr] # it has a place


def test_a_line_that_runs_once_is_asked_for_what_it_meets() -> None:
    (question,) = asked((9, 0.9))
    assert (question.text, question.oracle.answer) == (
        "What is `found` just before line 9 runs for `[1, 2, 4, 6]`?",
        "[1]",
    )


def test_what_a_line_only_writes_down_is_asked_of_the_likeliest_alone() -> None:
    assert [question.text for question in asked((2, 0.9))] == ["What is `found` right after line 2 for `[1, 2, 4, 6]`?"]
    assert [question.points_at.line for question in asked((6, 0.9), (2, 0.2)) if question.points_at] == [6]


def test_lines_that_nearly_nothing_speaks_against_are_left_out() -> None:
    assert [question.points_at.line for question in asked((6, 0.9), (9, 0.04)) if question.points_at] == [6]
    assert [question.points_at.line for question in asked((6, 0.9), (9, 0.1)) if question.points_at] == [6, 9]


def test_headers_of_blocks_have_questions_of_their_own() -> None:
    assert asked((4, 0.9), (5, 0.8)) == []


def test_other_questions_come_first_and_then_the_lines_by_suspicion() -> None:
    facts = facts_from(EVENS, TEST, suspects=suspect((9, 0.3), (6, 0.6), (8, 0.5)))
    topics = {question.id: question.topic for question in candidates(facts)}
    order = [turn.question for turn in play(facts, right).turns if turn.question and not turn.marked]
    lines = [order.index(question) for question in topics if question in order]
    assert len(lines) >= 2
    assert min(lines) >= 2
    assert set(topics.values()) == {TOPIC}


def test_a_line_of_a_function_within_another_is_asked_about_in_a_call_of_its_own() -> None:
    program = (
        "def differ(a, b):\n    def sign(x, y):\n        if x == y:\n            return '1'\n        return '0'\n\n"
        "    return ''.join(sign(x, y) for x, y in zip(a, b))\n"
    )
    test = "def test_differ():\n    assert differ('1', '1') == '0'\n"
    questions = [*candidates(facts_from(program, test, suspects=suspect((4, 0.9))))]
    assert [(each.text, each.oracle.answer) for each in questions] == [
        ("How many times does line 4 run in `sign('1', '1')`?", "1")
    ]
