"""The search for better weights."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from gadfly_server.grading.files import Unreadable
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.tuning import Plan, costs_of, neighbours, tune, weights_in, written
from gadfly_server.tutor.weights import USUAL

PROGRAM = """\
def total(prices, limit):
    result = 0
    for price in prices:
        if price > limit:
            result = result + price
    count = len(prices)
    return result // count
"""
TESTS = """\
from till import total

def test_all():
    assert total([10, 20], 10) == 15

def test_none():
    assert total([1, 2], 10) == 0
"""
SMALL = Plan(seeds=(0,), turns=3, students=("tracer",))


def lesson(name: str) -> Transcript:
    return Transcript(
        id=name,
        tutor="none",
        problem=name,
        program=PROGRAM,
        module="till",
        tests=TESTS,
        repairs=(PROGRAM.replace(">", ">="),),
        turns=(),
    )


def test_all_weights_are_played_on_the_same_lessons_and_reported_on_others() -> None:
    heard: list[str] = []
    found = tune([lesson("one")], [lesson("two")], plan=SMALL, rounds=1, tell=heard.append)
    assert found.tried == 1 + len(list(neighbours(USUAL)))
    assert found.searched is not None
    assert found.searched.mean <= 0
    assert found.held_out is not None
    assert found.held_out.count == 1
    assert len(heard) == 1


def test_the_same_weights_cost_the_same_every_time() -> None:
    other = replace(USUAL, surprise=9.0)
    first, again = (costs_of([lesson("one")], [USUAL, other], SMALL, Pool()) for _ in range(2))
    assert first == again
    assert set(first) == {USUAL, other}


def test_what_is_found_is_not_measured_where_it_was_found() -> None:
    with pytest.raises(Unreadable, match="one is in both sets"):
        tune([lesson("one")], [lesson("one")])


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text(written(replace(USUAL, seen=9.5)), "utf-8")
    assert weights_in(path) == replace(USUAL, seen=9.5)
    path.write_text(json.dumps({"sene": 1}), "utf-8")
    with pytest.raises(Unreadable, match="'sene' is no weight"):
        weights_in(path)
    for wrong, said in (
        ("[1]", "one JSON object"),
        ('{"seen": NaN}', "'seen' is no"),
        ('{"seen": true}', "'seen' is no"),
    ):
        path.write_text(wrong, "utf-8")
        with pytest.raises(Unreadable, match=said):
            weights_in(path)
