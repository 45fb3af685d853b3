"""The worked examples of both catalogues are true, are puzzles where they say so, and ask one thing in plain words."""

from __future__ import annotations

import re

import pytest

from gadfly_analyzers import misconceptions, plans
from gadfly_analyzers.worked_example import WorkedExample
from helpers import parsons
from helpers.plain import HARSH, JARGON, TELLING, prose, sentences

ALL = {one.id: one.analogue for one in misconceptions.everything()} | {
    one.id: one.analogue for one in plans.everything()
}
EACH = pytest.mark.parametrize("example", ALL.values(), ids=ALL)


@EACH
def test_an_example_prints_what_is_said_in_its_orders_and_no_others(example: WorkedExample) -> None:
    assert parsons.printed(example.program) == example.prints
    assert 3 <= len(example.pieces) <= 8
    found = parsons.orders(example.program) if 4 <= len(example.pieces) <= 7 else ()
    assert example.orders == (found if len(found) <= 8 else ())


@EACH
def test_an_example_asks_one_thing_in_plain_words(example: WorkedExample) -> None:
    said = example.said
    assert [len(sentences(each)) for each in said] == [1] * len(said)
    assert all(len(prose(each).split()) <= 20 for each in said)
    words = prose(" ".join(said))
    assert [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 11] == []
    assert (JARGON.findall(words), TELLING.findall(words), HARSH.findall(words)) == ([], [], [])
    assert len({example.right, *example.wrong}) == 1 + len(example.wrong)
    assert example.goal.endswith(".")
    assert example.question.endswith("?")


def test_no_two_are_the_same_program() -> None:
    assert len({example.program for example in ALL.values()}) == len(ALL)
