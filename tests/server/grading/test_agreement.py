"""Agreement of raters, on a published example, and a model that is asked as one of them."""

from __future__ import annotations

import asyncio
import json

import pytest

from gadfly_server.grading.agreement import Ratings, alpha, kappa
from gadfly_server.grading.judging import CRITERIA, judged
from gadfly_server.grading.raters import agreement
from gadfly_server.grading.transcript import Label, Transcript, Turn
from gadfly_server.settings import Models
from helpers.servers import says, serving

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example C: four observers, twelve units.
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


def rater(said: str) -> Ratings:
    return {number: value for number, value in enumerate(said.split()) if value != "."}


def test_alpha_of_the_published_example() -> None:
    assert alpha([rater(each) for each in OBSERVERS]) == pytest.approx(0.743, abs=0.0005)


def test_kappa_of_a_table_of_two() -> None:
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed 0.7, by chance 0.5.
    one = rater("y " * 25 + "n " * 25)
    other = rater("y " * 20 + "n " * 5 + "y " * 10 + "n " * 15)
    assert kappa(one, other) == pytest.approx(0.4)
    assert kappa(one, one) == 1
    assert kappa(one, {}) is None
    assert kappa(rater("y y"), rater("y y")) is None


def turn(text: str, *labels: tuple[str, str, bool | str]) -> Turn:
    said = tuple(Label(rater=who, criterion=what, value=value) for who, what, value in labels)
    return Turn(role="tutor", text=text, labels=said)


def test_spellings_of_yes_and_no_are_one() -> None:
    turns = (
        turn("a", ("Ann", "direct", True), ("Bo", "direct", "yes")),
        turn("b", ("Ann", "direct", False), ("Bo", "direct", "0")),
    )
    told = list(agreement([Transcript(id="a", tutor="t", problem="p", program="", turns=turns)], []))
    assert told[0].startswith("direct: alpha 1.000; kappa: Ann and Bo 1.000 (n=2)")


def test_a_model_sees_the_dialogue_and_no_repair_and_its_opinion_is_a_label() -> None:
    opinion = dict.fromkeys(CRITERIA, False) | {"direct": True}
    turns = (Turn(role="student", text="Help"), turn("Use plus."), turn("Why?"))
    transcript = Transcript(id="a", tutor="t", problem="p", program="x = 1", repairs=("x = 77",), turns=turns)
    with serving(says(json.dumps(opinion)), says("I cannot tell.")) as server:
        (told,) = asyncio.run(judged([transcript], Models("mock", server.url)))
        assert all("77" not in json.dumps(asked.body) for asked in server.asked)
        assert server.asked[0].data["before"] == ["student: Help"]
    assert {label.criterion: label.value for label in told.turns[1].labels} == opinion
    assert {label.rater for label in told.turns[1].labels} == {"mock"}
    assert told.turns[2].labels == ()
