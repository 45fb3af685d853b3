"""What pytest hands to a test is no part of what a student is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gadfly_analyzers.values import Value
from gadfly_server.tutor.planner import plan
from helpers.recorded import facts_from

FACTS = facts_from("def stairs(n):\n    return n + 1\n", "def test_stairs():\n    assert stairs(3) == 3\n")


@pytest.mark.parametrize(
    ("checked", "asked"),
    [
        ("run(monkeypatch, capsys, '10')", "In `test_stairs`, what should `run('10')` be?"),
        ("run('10', out=capsys)", "In `test_stairs`, what should `run('10')` be?"),
        ("capsys.readouterr().out", "What should your program print in `test_stairs`?"),
        ("capsys.readouterr().out.split()", "In `test_stairs`, what should the checked value be?"),
        ("box.count()", "In `test_stairs`, what should `box.count()` be?"),
        ("run('capsys')", "In `test_stairs`, what should `run('capsys')` be?"),
    ],
)
def test_a_question_names_no_fixture(checked: str, asked: str) -> None:
    assert question(f"def test_stairs(box, run, capsys, monkeypatch):\n    assert {checked} == 'x'\n", checked) == asked


@pytest.mark.parametrize(
    ("test", "checked", "asked"),
    [
        (
            "def test_stairs():\n    request = R(3)\n    assert handle(request) == 'x'\n",
            "handle(request)",
            "In `test_stairs`, what should `handle(request)` be?",
        ),
        (
            "def test_stairs(capsys):\n    one(capsys.readouterr().out)\n    assert capsys.readouterr().out == 'x'\n",
            "capsys.readouterr().out",
            "In `test_stairs`, what should the checked value be?",
        ),
        (
            "def test_stairs(tmp_path):\n    assert save(tmp_path / 'a', 'hi') == 'x'\n",
            "save(tmp_path / 'a', 'hi')",
            "In `test_stairs`, what should `save(tmp_path / 'a', 'hi')` be?",
        ),
    ],
    ids=["a-name-of-its-own", "read-twice", "a-file"],
)
def test_what_a_test_says_itself_is_named(test: str, checked: str, asked: str) -> None:
    assert question(test, checked) == asked


def test_who_asks_whether_anything_is_printed_wants_no_text() -> None:
    test = "def test_stairs(capsys):\n    assert not capsys.readouterr().out\n"
    asked = question(test, "capsys.readouterr().out", operator="not")
    assert asked == "What does `test_stairs` want the checked value to count as: true or false?"


def question(source: str, checked: str, operator: str = "==") -> str:
    """Give the first question on a test that compared this with a text."""
    assert FACTS.focus is not None
    assert FACTS.focus.comparison is not None
    text = Value("'x'", "str", True)
    compared = replace(FACTS.focus.comparison, operator=operator, actual_source=checked, expected=text)
    focus = replace(FACTS.focus, comparison=compared, source=source, calls=())
    return plan(replace(FACTS, focus=focus, trace=None))[0].text
