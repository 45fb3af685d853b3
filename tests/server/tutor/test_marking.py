"""What counts as the right answer, in the ways in which students write it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.question import Entry, Oracle, Question
from gadfly_server.tutor.reading import request
from gadfly_server.wording import LANGUAGES, speaking


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


ORACLES = (
    "3",
    "2.5",
    "-1",
    "'ab'",
    "'34'",
    "''",
    "[1, 2]",
    "(1, 2)",
    "{1, 2}",
    "{1: 'a'}",
    "True",
    "None",
    "inf",
    "E(1)",
)
QUESTIONS = [
    *(ask(answer, entry, (answer, "'x'", "7")) for answer in ORACLES for entry in (Entry.VALUE, Entry.CHOICE)),
    *(ask("2", entry, ("1", "2", "3")) for entry in (Entry.NUMBER, Entry.CHOICE)),
    *(ask(answer, Entry.LINE, ("3", "4")) for answer in ("4", "4-6")),
    ask("Yes", Entry.CHOICE, ("Yes", "No")),
    replace(ask("False", choices=("True", "False")), oracle=Oracle("False", "test", "", truth=True)),
]  # fmt: skip
PIECES = (
    "9" * 400,
    "9" * 5000,
    "0x" + "f" * 5000,
    "1e999",
    "-" * 3000,
    "[" * 300,
    "1,",
    "[2]",
    "{[]}",
    "\\d",
    "'",
    "²",
    "٣",
)


@pytest.mark.parametrize(
    "answer", [*PIECES, f"[{'1' + '0' * 400}]", "1,[2]", "{[1]: 2}", "\ud800", "a\0b", "-" * 9000 + "1"]
)
def test_answers_out_of_all_measure_are_marked(answer: str) -> None:
    assert {mark(question, answer).verdict for question in QUESTIONS} <= {"right", "wrong", "unclear"}


@settings(max_examples=300)
@given(
    st.one_of(st.text(), st.lists(st.sampled_from([*PIECES, *ORACLES, "not sure", "-", ".", " ", "or"])).map("".join))
)
@example("1" + "0" * 400)
def test_no_answer_of_any_kind_raises(answer: str) -> None:
    for question in QUESTIONS:
        given_mark = mark(question, answer)
        assert given_mark.verdict in ("right", "wrong", "unclear")
        assert len(given_mark.said) <= 61


@pytest.mark.parametrize(
    ("expected", "choices", "said", "verdict"),
    [
        ("'ab'", ("'AB'", "'Ab'", "'ab'", "'ba'"), "'ab'", "right"),
        ("'ab'", ("'AB'", "'Ab'", "'ab'", "'ba'"), "Ab", "wrong"),
        ("'ab'", ("'AB'", "'Ab'", "'ab'", "'ba'"), "c)", "right"),
        ("'ABC'", ("'ABC'", "'abc'"), "'abc'", "wrong"),
        ("'34'", ("'3'", "'4'", "'34'"), "3", "wrong"),
        ("'34'", ("'43'", "'4'", "'34'"), "3", "unclear"),
        ("3.0", ("2.0", "3.0", "4.0", "5.0"), "3", "right"),
        ("3.0", ("2.0", "3.0", "4.0", "5.0"), "c", "wrong"),
        ("[1, 2]", ("[]", "[1, 2]"), "[1,2]", "right"),
        ("2", ("1", "2", "3"), "two", "right"),
        ("ValueError", ("None", "ValueError"), "valueerror", "right"),
    ],
)
def test_choices_are_read_as_what_they_say(expected: str, choices: tuple[str, ...], said: str, verdict: str) -> None:
    assert mark(ask(expected, Entry.CHOICE, choices), said).verdict == verdict


def test_a_line_among_choices_may_be_any_of_its_range() -> None:
    question = replace(ask("4-5", Entry.CHOICE, ("3", "4", "5")), kind="point-at")
    assert [mark(question, said).verdict for said in ("4", "5", "line 5", "3", "c)")] == [
        "right", "right", "right", "wrong", "right",
    ]  # fmt: skip


@pytest.mark.parametrize("entry", [Entry.VALUE, Entry.NUMBER, Entry.CHOICE])
@pytest.mark.parametrize("said", ["😀", "a\0b", "zz", "3 or 4", "1, 2", "the same as before", "yes"])
def test_what_is_no_number_is_unclear_where_one_is_asked_for(entry: Entry, said: str) -> None:
    assert mark(ask("1", entry, ("0", "1", "2")), said).verdict == "unclear"


@pytest.mark.parametrize("said", ["'1'", "None", "True", "[1]"])
def test_values_of_another_kind_are_unclear_among_numbers(said: str) -> None:
    assert mark(ask("1", Entry.CHOICE, ("0", "1", "2")), said).verdict == "unclear"


@pytest.mark.parametrize(
    ("expected", "said", "verdict"),
    [
        ("1000", "1,000", "right"), ("1", "1,000", "wrong"), ("-2", "\u22122", "right"), ("-2", "minus two", "right"),
        ("-2", "minus 2", "right"), ("2", "not sure but 2", "right"),
        ("3", "3 or 3", "right"), ("3", "3 - 4", "unclear"), ("3", "not 3", "unclear"),
        ("1", "1 + 1", "unclear"), ("1", "one hundred", "unclear"), ("1", "anything but 1", "unclear"),
        ("1", "one too many", "unclear"),
        ("3", "more than 3", "unclear"), ("3", "at least 3", "unclear"), ("3", "it is not 2", "unclear"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("entry", [Entry.VALUE, Entry.NUMBER])
def test_signs_of_numbers(expected: str, said: str, verdict: str, entry: Entry) -> None:
    assert mark(ask(expected, entry), said).verdict == verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("not sure but yes", "right"), ("I think yes", "right"), ("maybe no", "wrong"), ("I don't think so", "wrong"),
        ("it is not taken", "wrong"), ("no clue", "unclear"), ("not sure", "unclear"), ("yes or no", "unclear"),
        ("yes no", "unclear"), ("n/a", "unclear"), ("nothing", "unclear"), ("why", "unclear"),
        ("I do not understand it", "unclear"),
    ],
)  # fmt: skip
def test_yes_and_no_in_a_sentence(said: str, verdict: str) -> None:
    assert mark(ask("Yes", Entry.CHOICE, ("Yes", "No")), said).verdict == verdict


@pytest.mark.parametrize(
    "said", ["no clue sorry", "Sorry, I have no idea.", "not really sure", "I don't know yet", "um, idk"]
)
def test_ways_not_to_know(said: str) -> None:
    assert request(said) == "unknown"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("False", "right"), ("None", "right"), ("0", "right"), ("no", "right"), ("''", "right"), ("[]", "right"),
        ("it counts as false", "right"), ("True", "wrong"), ("1", "wrong"), ("yes", "wrong"), ("zz", "unclear"),
    ],
)  # fmt: skip
def test_where_only_the_truth_of_a_value_counts_any_such_value_is_right(said: str, verdict: str) -> None:
    question = replace(ask("False", choices=("True", "False")), oracle=Oracle("False", "test", "", truth=True))
    assert mark(question, said).verdict == verdict
    assert mark(replace(question, entry=Entry.CHOICE), said).verdict == verdict


@pytest.mark.parametrize("said", ["line 4 or 5", "4, 5", "4 and 5", "not 4", "4-5"])
def test_two_lines_are_no_answer_where_one_is_asked_for(said: str) -> None:
    question = replace(ask("4", Entry.LINE), kind="point-at")
    assert mark(question, said).verdict == "unclear"


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("'1 1\\n2 4\\n'", "1 1\\n2 4\\n"), ('"ju\'t"', "\u201cju't\u201d"), ("'abc'", "\u2018abc\u2019"),
        ("ValueError", "ValueError()"), ("ValueError", "a ValueError"), ("ValueError", "valueerror"),
        ("''", "empty"), ("[]", "empty"),
    ],
)  # fmt: skip
def test_how_a_text_is_typed_does_not_matter(expected: str, said: str) -> None:
    assert mark(ask(expected, Entry.VALUE), said).verdict == "right"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("the weather is nice", "unclear"), ("It goes from 0 to 6", "right"), ("it stays 0", "wrong"), ("a", "wrong")],
)
def test_of_sentences_to_choose_from_only_those_are_answers(said: str, verdict: str) -> None:
    question = ask("It goes from 0 to 6", Entry.CHOICE, ("It stays 0", "It goes from 0 to 6"))
    assert mark(question, said).verdict == verdict


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("then", [", then ", ", dann ", "; "])
def test_what_was_printed_is_read_the_same_in_every_language(spoken: str, then: str) -> None:
    """Or what is said to a German answer has no counterpart in English, and is not said."""
    question = replace(ask("1, dann 2", Entry.CHOICE, ("1", "1, dann 2")), kind="concept")
    with speaking(spoken):
        assert mark(question, f"1{then}2").verdict == "right"


@pytest.mark.parametrize("entry", [Entry.VALUE, Entry.NUMBER])
@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("the last one", "en"),
        ("one of them", "en"),
        ("the wrong one", "en"),
        ("which one?", "en"),
        ("eine von denen", "de"),
        ("ein anderer", "de"),
        ("eine Zahl", "de"),
    ],
)
def test_one_that_stands_for_a_thing_is_no_number(said: str, language: str, entry: Entry) -> None:
    with speaking(language):
        assert mark(ask("1", entry), said).verdict != "right"


@pytest.mark.parametrize(("said", "language"), [("I think one", "en"), ("one pass", "en"), ("ein Durchlauf", "de")])
def test_one_that_counts_is_a_number(said: str, language: str) -> None:
    with speaking(language):
        assert mark(ask("1", Entry.NUMBER), said).verdict == "right"
