"""What counts as the right answer, in the ways in which students write it."""

from __future__ import annotations

import pytest

from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.question import Entry, Oracle, Question


def ask(answer: str, entry: Entry = Entry.VALUE, choices: tuple[str, ...] = ()) -> Question:
    return Question("id", "value-at", 2, "?", entry, Oracle(answer, "trace", ""), None, choices)


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("3", "3"),
        ("3", "3.0"),
        ("3.0", "3"),
        ("3", " three "),
        ("3", "It should be 3."),
        ("3", "I think 3"),
        ("3", "I think it gives `3`"),
        ("3", "`3`"),
        ("-2", "-2"),
        ("0.3333333333333333", "0.33"),
        ("33.00000000000001", "33"),
        ("2.5", "it was 2.5 in the end"),
        ("'abc'", "'abc'"),
        ("'abc'", '"abc"'),
        ("'abc'", "abc"),
        ("'ab c'", "ab c"),
        ("'7'", "7"),
        ("'?'", "'?'"),
        ("''", "''"),
        ("''", "empty string"),
        ("[1, 2]", "[1,2]"),
        ("[1, 2]", "1, 2"),
        ("[]", "an empty list"),
        ("[0.1, 0.25]", "[0.1, 0.25]"),
        ("(1, 2)", "(1, 2)"),
        ("{1: 'a'}", "{1: 'a'}"),
        ("{1, 2}", "{2, 1}"),
        ("True", "true"),
        ("True", "yes"),
        ("False", "no"),
        ("None", "none"),
        ("None", "nothing"),
        ("Point(x=1, y=2)", "Point(x=1,y=2)"),
        ("ValueError", "ValueError"),
    ],
)
def test_right_values(expected: str, said: str) -> None:
    assert mark(ask(expected), said).verdict == "right"


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("3", "4"),
        ("3", "'3'"),
        ("3", "four"),
        ("0.3333333333333333", "0.34"),
        ("0.3333333333333333", "0.3"),
        ("'abc'", "'Abc'"),
        ("[1, 2]", "[2, 1]"),
        ("[1, 2]", "(1, 2)"),
        ("[1, 2]", "[1, 2, 3]"),
        ("True", "1"),
        ("1", "True"),
        ("None", "0"),
        ("'7'", "8"),
        ("{1, 2}", "{1}"),
        ("Point(x=1, y=2)", "Point(x=2, y=1)"),
    ],
)
def test_wrong_values(expected: str, said: str) -> None:
    assert mark(ask(expected), said).verdict == "wrong"


@pytest.mark.parametrize("said", ["", "  ", "the sum of all of them", "what it says above"])
def test_words_that_are_no_value_are_unclear(said: str) -> None:
    assert mark(ask("3"), said).verdict == "unclear"


@pytest.mark.parametrize("said", ["2", "two", "twice", "2 times", "it runs 2 times", "It was two.", "2.0"])
def test_right_numbers(said: str) -> None:
    assert mark(ask("2", Entry.NUMBER), said).verdict == "right"


@pytest.mark.parametrize(
    ("said", "verdict"), [("never", "wrong"), ("3", "wrong"), ("2 or 3", "unclear"), ("many", "unclear")]
)
def test_other_numbers(said: str, verdict: str) -> None:
    assert mark(ask("2", Entry.NUMBER), said).verdict == verdict


def test_never_is_zero() -> None:
    assert mark(ask("0", Entry.NUMBER), "never").verdict == "right"


@pytest.mark.parametrize("said", ["4", "line 4", "Line 4.", "L4", "it's line 4", "4: total = 0"])
def test_right_lines(said: str) -> None:
    assert mark(ask("4", Entry.LINE), said).verdict == "right"


def test_any_line_of_a_long_header_is_right() -> None:
    assert [mark(ask("4-6", Entry.LINE), said).verdict for said in ("3", "4", "6", "7")] == [
        "wrong", "right", "right", "wrong",
    ]  # fmt: skip


def test_a_name_is_no_line() -> None:
    assert mark(ask("4", Entry.LINE), "the loop").verdict == "unclear"


@pytest.mark.parametrize("verdict", ["right", "wrong", "unclear"])
def test_yes_and_no(verdict: str) -> None:
    words = {"right": ("yes", "Yes", "y", "it does"), "wrong": ("no", "never", "N"), "unclear": ("perhaps",)}
    for said in words[verdict]:
        assert mark(ask("Yes", Entry.CHOICE, ("Yes", "No")), said).verdict == verdict


def test_choices_are_picked_by_text_or_letter() -> None:
    question = ask("3", Entry.CHOICE, ("1", "3", "4"))
    assert [mark(question, said).verdict for said in ("3", "b", "B)", "(b)", "1", "a", "4")] == [
        "right", "right", "right", "right", "wrong", "wrong", "wrong",
    ]  # fmt: skip


def test_choices_that_are_no_numbers_are_picked_by_number_too() -> None:
    question = ask("'b'", Entry.CHOICE, ("'a'", "'b'"))
    assert mark(question, "2").verdict == "right"
    assert mark(question, "2").said == "'b'"


def test_the_tests_own_words_are_right_too() -> None:
    question = Question(
        "id", "expected-value", 1, "?", Entry.VALUE, Oracle("'{}'", "test", "", "json.dumps({}, indent=4)"), None, ()
    )
    assert [mark(question, said).verdict for said in ("'{}'", "json.dumps({}, indent=4)", "json.dumps({})")] == [
        "right", "right", "wrong",
    ]  # fmt: skip


def test_what_was_said_is_repeated_shortly() -> None:
    assert mark(ask("3"), "7").said == "7"
    assert len(mark(ask("'a'"), "b" * 500).said) < 70
