"""Tests may take away what Python brings, so that students write it themselves: what runs them needs none of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

FORBIDDEN = ["max", "min", "sorted", "sum", "range", "map", "zip", "open", "print", "round"]


@pytest.mark.parametrize("program", ["import os\n", ""])
async def test_a_test_may_forbid_what_python_brings(program: str, runner: Runner, tmp_path: Path) -> None:
    tests = "import pytest, work\ndef no(*values, **named): raise AssertionError('write it yourself')\n"
    for name in FORBIDDEN:
        tests += f"def test_{name}(monkeypatch):\n    monkeypatch.setattr('builtins.{name}', no)\n"
        tests += "    assert work.f(1) == 2\n"
        tests += f"@pytest.fixture\ndef no_{name}(monkeypatch): monkeypatch.setattr('builtins.{name}', no)\n"
        tests += f"def test_without_{name}(no_{name}):\n    assert work.f(1) == 2\n"
    told = await results(runner, write(tmp_path, f"{program}def f(n): return n + 1\n", tests))
    assert {test.name: test.outcome for test in told.tests if test.outcome is not Outcome.PASSED} == {}, told
    assert len(told.tests) == 2 * len(FORBIDDEN)
