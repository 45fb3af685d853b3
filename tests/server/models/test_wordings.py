"""Of many texts that a model might write, hardly a bad one passes, and most good ones do."""

from __future__ import annotations

import pytest

from gadfly_server.models.request import WordingRequest
from gadfly_server.models.salvage import forms
from gadfly_server.models.vouching import refusal
from guard import SHOWN, TOLD, Judged, is_harmless, kind_of, told_of, told_of_parts, unasked
from wordings.texts import SETS, Wording, wordings


def stopped(name: str, *labels: str) -> float:
    """The share of texts with a label to which the guard alone, without the leak check, has something against."""
    texts = [each for each in wordings(name) if each.label in labels]
    return sum(_is_stopped(each) for each in texts) / len(texts)


def _is_stopped(each: Wording) -> bool:
    request = WordingRequest(2, "any", each.question)
    shown = next((text for text in forms(each.text, request) if not refusal(text, request)), "")
    if each.label == "good":
        return kind_of(shown, each) in SHOWN[3:]
    return not shown or is_harmless(shown, each)


def test_there_are_enough_of_them() -> None:
    labels = [each.label for name in SETS for each in wordings(name)]
    assert all(labels.count(each) >= 200 for each in ("good", "false", "leaking"))


def test_no_program_is_in_two_of_the_sets_in_many_styles() -> None:
    programs = [{each.program for each in wordings(name)} for name in ("varied", "locked")]
    assert all(len(each) > 10 for each in programs)
    assert not set.intersection(*programs)


MOST_GOOD_STOPPED = {
    "blind": 0.15,
    "blind_locked": 0.15,
}  # by writers from whom little or nothing was learned


@pytest.mark.parametrize("name", SETS)
def test_bad_ones_are_stopped_and_good_ones_pass(name: str) -> None:
    assert stopped(name, "false") >= 0.95
    assert stopped(name, "leaking") >= 0.95
    assert stopped(name, "good") <= MOST_GOOD_STOPPED.get(name, 0.1)


def test_the_benchmark_says_what_its_texts_come_to() -> None:
    assert set(TOLD) == set(SETS)
    texts = [("good", ""), ("good", "x"), ("good", ""), ("good", ""), ("false", "x"), ("leaking", "")]
    told = told_of([Judged(Wording("any", "any", label, "any"), reason) for label, reason in texts])
    assert told.startswith("Of 4 good texts that the guard was not tuned with 1 are stopped (25.0%;")
    assert "of 2 bad ones 1 pass (50.0%;" in told


async def test_each_question_that_they_stand_for_is_asked_about_its_program() -> None:
    assert await unasked([each for name in SETS for each in wordings(name)]) == []


@pytest.mark.parametrize(
    ("shown", "kind"),
    [
        ("Look closely. How much is `x`?", "whole"),
        ("How much is `x`?", "in part"),
        ("What is `x`?", "nothing but Gadfly's question"),
        ("Look closely. What is `x`?", "with Gadfly's question in its place"),
        ("", "nothing"),
    ],
)
def test_the_benchmark_tells_what_is_left_of_a_text(shown: str, kind: str) -> None:
    text = Wording("any", "What is `x`?", "good", "Look closely. How much is `x`?")
    assert kind_of(shown, text) == kind
    assert f"{kind} 1" in told_of_parts([Judged(text, "", kind)])


def test_a_bad_text_is_stopped_where_what_is_bad_about_it_is_left_out() -> None:
    text = Wording("any", "What is `x`?", "false", "`x` is 3. How much is `x`?", "`x` is 3.")
    assert is_harmless("How much is `x`?", text)
    assert not is_harmless("`x` is 3. How much is `x`?", text)
    assert not is_harmless("How much is `x`?", Wording("any", "What is `x`?", "false", "How much is `x`?"))
