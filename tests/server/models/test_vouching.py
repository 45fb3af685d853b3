"""A question in words that no list has is shown where it is like those that ask the same; a statement never is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.verdict import Kind, Reason, Verdict
from gadfly_server.models import likeness
from gadfly_server.models.completing import placed
from gadfly_server.models.guard import objection
from gadfly_server.models.likeness import KINDS, OUTSET, known, learned
from gadfly_server.models.request import WordingRequest
from gadfly_server.models.salvage import asks_all_of, forms
from gadfly_server.models.vouching import is_vouched, refusal
from gadfly_server.rewording import leaks
from helpers.leaks import checker_of

VALUE = "What is `total` after the second pass of the loop on line 5 for `[2, 4]`?"
COUNT = "How many times does the body of the loop on line 4 run for `[2, 4]`?"
TAKEN = "How many times is the `if` on line 11 taken in this call?"
BRANCH = "Is the `if` on line 3 taken for `7`?"
EXPECTED = "What should `average([2, 4])` give?"
PRINTS = "What does your program print for `[]`?"
LISTS = "How many different lists are `longer` and `found` right after line 10 in this call?"
BACK = "For `5`, your program calls `rounds(2)`. What does that give back?"
COMPARED = "Which line runs for `power(2, 3)`, but not for `power(7, 0)`?"
WHEN = "after the second pass of the loop on line 5 for `[2, 4]`"
GIVEN_FIRST = "for `[2, 4]`, after the second pass of the loop on line 5"


def shown(question: str, text: str) -> str:
    """What of a wording is shown; empty if nothing is."""
    request = WordingRequest(2, "any", question)
    return next((each for each in forms(text, request) if not refusal(each, request)), "")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (VALUE, f"Which figure has `total` climbed to {WHEN}?"),
        (VALUE, f"Which number would you jot down for `total` {WHEN}?"),
        (COUNT, "For `[2, 4]`, how many times does Python dive into the body of the loop on line 4?"),
        (BRANCH, "For `7`, do we get to hop inside the `if` on line 3?"),
        (COUNT, "For `[2, 4]`, how frequently does Python execute the body of the loop on line 4?"),
    ],
)
def test_words_that_no_list_has_may_ask_the_same(question: str, text: str) -> None:
    assert objection(text, WordingRequest(2, "any", question))
    assert shown(question, text) == text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (VALUE, f"Which number should sit in the box called `total` {WHEN}?"),
        (VALUE, f"Which number sits in the box called `total` {WHEN.replace('after', 'before')}?"),
        (VALUE, f"Which number sits in the box called `total` {WHEN.replace('line 5', 'line 6')}?"),
        (VALUE, f"Which number sits in the box called `total` {WHEN}, now that the first item is skipped?"),
        (VALUE, f"Which line sits in the box called `total` {WHEN}?"),
        (COUNT, "For `[2, 4]`, how many trips does Python skip in the body of the loop on line 4?"),
        (BRANCH, "For `7`, why does Python not walk into the `if` on line 3?"),
        (EXPECTED, "What number does `average([2, 4])` hand over to whoever called it?"),
        (PRINTS, "Which text does your program hand back to you for `[]`?"),
        (COUNT, "How many times does the body of the one-pass loop on line 4 run for `[2, 4]`?"),
        (BRANCH, "Is the strict `if` on line 3 taken for `7`?"),
        (BRANCH, "Is the non-inclusive `if` on line 3 taken for `7`?"),
    ],
)
def test_what_asks_for_another_thing_is_not_shown_for_its_likeness(question: str, text: str) -> None:
    assert not shown(question, text)


@pytest.mark.parametrize("word", ["Inclusive", "Dedent", "Nought", "Empieza"])
def test_a_stray_word_before_a_question_is_left_out(word: str) -> None:
    assert shown(COUNT, f"{word}, {COUNT[0].lower()}{COUNT[1:]}") == COUNT


def test_a_statement_is_never_weighed() -> None:
    asked = f"Which figure has `total` climbed to {WHEN}?"
    assert shown(VALUE, f"By then `total` has forgotten the first number. {asked}") == asked
    assert not is_vouched(f"By then `total` has forgotten the first number. {asked}", WordingRequest(2, "any", VALUE))


def test_what_a_question_leans_on_is_named_before_it_and_what_was_said_of_it_is_lost() -> None:
    told = "The `if` on line 11 is where it goes astray. In this call, how many times does its condition come out true?"
    assert shown(TAKEN, told) == (
        "The `if` on line 11 – in this call, how many times does its condition come out true?"
    )


@pytest.mark.parametrize(
    ("asked", "question", "told"),
    [
        ("So what is it now?", VALUE, f"`total`, {GIVEN_FIRST} – what is it now?"),
        ("What is `total` by then?", VALUE, f"F{GIVEN_FIRST[1:]} – what is `total` by then?"),
        (VALUE, VALUE, ""),
        ("Does it?", BRANCH, ""),
        ("`total` is …?", VALUE, f"F{GIVEN_FIRST[1:]} – `total` is …?"),
        (
            "How many lists are they?",
            LISTS,
            "`longer` and `found`, in this call, right after line 10 – how many lists are they?",
        ),
        ("What answer does it get?", BACK, "For `5`, your program calls `rounds(2)`. What answer does it get?"),
    ],
)
def test_a_question_is_put_behind_what_it_lacks(asked: str, question: str, told: str) -> None:
    assert placed(asked, question) == told


@pytest.mark.parametrize(("one", "other"), [("former", "latter"), ("first", "second"), ("first call", "other one")])
def test_calls_that_were_named_before_are_named_where_they_are_only_counted(one: str, other: str) -> None:
    told = "Put `power(2, 3)` and `power(7, 0)` side by side."
    assert shown(COMPARED, f"{told} Which line does Python run for the {one} but not for the {other}?") == (
        "Which line does Python run for `power(2, 3)` but not for `power(7, 0)`?"
    )


def test_a_request_is_shown_without_an_empty_question_behind_it() -> None:
    told = "Count how many times the `if` on line 11 is taken in this call."
    assert shown(TAKEN, f"{told} What number do you arrive at?") == told


def test_nothing_that_is_asked_may_be_cut_from_what_is_only_alike() -> None:
    text = "How often are lines 18 and 19 run in this call?"
    assert not asks_all_of(text, "In this call, how often are lines 18?")
    assert asks_all_of("Look at `x`. What is it?", "What is `x`?")
    assert not asks_all_of("Does line 7 run for `5`? Is it No?", "Is line 7 No?")


def test_what_is_made_of_listed_words_comes_first() -> None:
    request = WordingRequest(2, "any", VALUE)
    told = forms(f"The first number is lost. At the end of that round, what is `total` {WHEN}, by the way?", request)
    strict = [not objection(each, request) for each in told[1:] if not refusal(each, request)]
    assert strict == sorted(strict, reverse=True)


def test_no_likeness_counts_in_another_language() -> None:
    question = "Was ist `total` nach dem zweiten Durchlauf der Schleife in Zeile 5 für `[2, 4]`?"
    assert not is_vouched(
        f"Which figure has `total` climbed to {WHEN}?", WordingRequest(2, "any", question, language="de")
    )


def test_words_that_nobody_used_speak_against_a_question() -> None:
    plain, strange = (f"Which {word} has `total` climbed to {WHEN}?" for word in ("figure", "glorp blarg figure"))
    assert likeness.unlikeness(strange, VALUE) > likeness.unlikeness(plain, VALUE)
    assert known(frozenset({"word:glorp", "word:blarg", "word:the"}), {"word:the": 0}) == {
        "word:the",
        "unknown word:1",
        "unknown word:2",
    }


def test_weights_are_of_signs_that_there_are() -> None:
    counted = {f"unknown {kind}" for kind in KINDS}
    alone = {OUTSET, "broken", "joined", "counts something else", "asks for something else"}
    alone |= {"asks for what is given back"}
    asked = re.compile("asks for (what|how|why|count|moment|yes or no)")
    for sign in learned():
        kind = sign.partition(":")[0]
        places = {"between", "behind", "before"}
        shape = {"kind", "commas", "asking", "longer", "ending", "settles", "keeps not", "judges"}
        fixed = {*KINDS, *places, *shape, *counted, *alone}
        assert kind in fixed or asked.fullmatch(kind), sign


def test_weights_hold_words_and_no_piece_of_any_program() -> None:
    told = Path(likeness.__file__).with_name("likeness.json").read_text("utf-8")
    assert "`" not in told
    assert not any(re.search(r"\d", sign) for sign in json.loads(told) if sign.startswith(("word:", "without:")))


class _Objecting:
    """A leak check that has one thing against every text but our own question."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind

    async def verdict(self, text: str, level: int, _: object = ()) -> Verdict:
        """Object to all that is not ours."""
        return Verdict(level, () if text == VALUE else (Reason(self._kind, "any"),))


@pytest.mark.parametrize(
    ("kind", "leaking"),
    [(Kind.WORD, False), (Kind.EDIT, True), (Kind.TOKEN, True), (Kind.SPLICE, True), (Kind.POINT, True)],
)
async def test_only_words_that_were_weighed_already_are_not_held_against_it(kind: Kind, *, leaking: bool) -> None:
    text = f"Which figure has `total` climbed to {WHEN}?"
    request = WordingRequest(2, "any", VALUE)
    assert await leaks(_Objecting(kind), text, request) is leaking  # type: ignore[arg-type]  # it judges, that is all


@pytest.mark.parametrize(
    ("text", "leaking"),
    [
        ("Delete the `+ 1` on line 2. What should `twice(2)` give now?", True),
        ("Right, delete the `+ 1` on line 2. What should `twice(2)` give?", True),
        ("Right, what should `twice(2)` give now?", False),
    ],
)
async def test_who_has_said_nothing_is_not_agreed_with(text: str, *, leaking: bool, tmp_path: Path) -> None:
    request = WordingRequest(2, "any", "What should `twice(2)` give?")
    async with Runner() as runner:
        assert await leaks(await checker_of("twice", runner, tmp_path), text, request) is leaking
