"""What pytest hands to a test is no part of what a student is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

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
    assert FACTS.focus is not None
    assert FACTS.focus.comparison is not None
    compared = replace(FACTS.focus.comparison, actual_source=checked)
    source = f"def test_stairs(box, run, capsys, monkeypatch):\n    assert {checked} == 3\n"
    focus = replace(FACTS.focus, comparison=compared, source=source, calls=())
    assert plan(replace(FACTS, focus=focus, trace=None))[0].text == asked
