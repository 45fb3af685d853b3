"""Which side of a failed comparison is expected, and what both were."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import TestResult
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import SHORT, results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROGRAM = """
def half(n):
    return n / 2

def is_even(n):
    return n % 2 == 1

def crash(n):
    return n[0]

def spin(n):
    while n:
        pass

class Account:
    def __init__(self):
        self.balance = 0
    def put(self, n):
        self.balance -= n
"""
HEAD = """
import json, math, unittest
import pytest
from work import half, is_even, crash, spin, Account

def check(argument, want):
    assert half(argument) == want

"""

# What is asserted, and what is told: computed side, its value, operator, expected value; "~" for nearly equal.
FAILED = {
    "assert half(3) == 2": "half(3): 1.5 == 2",
    "assert 2 == half(3)": "half(3): 1.5 == 2",
    "assert 2 < half(3)": "half(3): 1.5 > 2",
    "assert half(3) in (1, 2)": "half(3): 1.5 in (1, 2)",
    "assert half(3) is None": "half(3): 1.5 is None",
    "assert half(3) == pytest.approx(2)": "half(3): 1.5 == 2 ~",
    "assert math.isclose(half(3), 2)": "half(3): 1.5 == 2 ~",
    "assert is_even(2)": "is_even(2): False == True",
    "assert not is_even(3)": "is_even(3): True == False",
    "assert is_even(2) is True": "is_even(2): False is True",
    "assert half(2) == 1 and half(4) == 1": "half(4): 2.0 == 1",
    "assert [half(n) for n in (2, 4)] == [1, 4]": "[half(n) for n in (2, 4)]: [1.0, 2.0] == [1, 4]",
    "check(3, 2)": "half(argument): 1.5 == 2",
    "expected = 2; got = half(3)\n    assert expected == got": "half(3): 1.5 == 2",
    "account = Account()\n    account.put(5)\n    assert account.balance == 5": "account.balance: -5 == 5",
    "for n, want in [(2, 1), (4, 1)]:\n        assert half(n) == want": "half(n): 2.0 == 1",
    "case = unittest.TestCase()\n    case.assertEqual(half(3), 2)": "half(3): 1.5 == 2",
    "case = unittest.TestCase()\n    case.assertAlmostEqual(2, half(3))": "half(3): 1.5 == 2 ~",
    "case = unittest.TestCase()\n    case.assertTrue(is_even(2))": "is_even(2): False == True",
    "case = unittest.TestCase()\n    case.assertIn(half(3), [1, 2])": "half(3): 1.5 in [1, 2]",
    "with pytest.raises(ValueError):\n        half(3)": "",
    "assert any(half(n) == 9 for n in (1, 2))": "",
}

# Tests that never came to compare: what was expected, and of what.
UNFINISHED = {
    "assert crash(3) == 2": "crash(3): 2",
    "assert crash(3) == [2] * 2": "crash(3): [2, 2]",
    "assert spin(3) == json.dumps({'a': 1})": "spin(3): '{\"a\": 1}'",
    "n = 3\n    assert 1 + crash(n) == 7": "1 + crash(3): 7",
    "result = crash(3)\n    assert result == 2": "crash(3): 2",
    "unittest.TestCase().assertEqual(crash(3), 2)": "crash(3): 2",
    "assert crash(3) == half(3)": "crash(3): unknown",
    "assert crash(3)": "crash(3): True",
}


def _tests(bodies: dict[str, str]) -> str:
    """Write one test per body."""
    return HEAD + "".join(f"def test_{number}():\n    {body}\n\n" for number, body in enumerate(bodies))


def _failed(test: TestResult) -> str:
    """Word a failed comparison."""
    told = test.comparison
    if told is None:
        return ""
    close = " ~" if told.close else ""
    return f"{told.actual_source}: {told.actual.text} {told.operator} {told.expected.text}{close}"


async def test_sides_are_told_apart(runner: Runner, tmp_path: Path) -> None:
    told = await results(runner, write(tmp_path, PROGRAM, _tests(FAILED)))
    assert {body: _failed(test) for body, test in zip(FAILED, told.tests, strict=True)} == FAILED


async def test_expectation_is_known_without_comparing(runner: Runner, tmp_path: Path) -> None:
    told = await results(runner, write(tmp_path, PROGRAM, _tests(UNFINISHED)), limits=SHORT)
    said = [f"{test.actual_source}: {test.expected.text if test.expected else 'unknown'}" for test in told.tests]
    assert dict(zip(UNFINISHED, said, strict=True)) == UNFINISHED


async def test_parameters_and_cases(runner: Runner, tmp_path: Path) -> None:
    tests = """
        import unittest
        import pytest
        from work import half, crash

        @pytest.mark.parametrize("n, want", [(2, 2), (4, 2)])
        def test_half(n, want):
            assert half(n) == want

        @pytest.mark.parametrize("want, n", [(2, 2)])
        def test_crash(n, want):
            assert crash(n) == want

        class TestHalf(unittest.TestCase):
            def test_list(self):
                self.assertListEqual([half(2)], [2])

            @unittest.skip("later")
            def test_later(self):
                self.fail()
    """
    told = await results(runner, write(tmp_path, PROGRAM, tests))
    assert {test.name: (test.outcome.value, _failed(test)) for test in told.tests} == {
        "test_half[2-2]": ("failed", "half(n): 1.0 == 2"),
        "test_half[4-2]": ("passed", ""),
        "test_crash[2-2]": ("raised", ""),
        "test_later": ("skipped", ""),
        "test_list": ("failed", "[half(2)]: [1.0] == [2]"),
    }
    crash = told.tests[2]
    assert crash.expected is not None
    assert (crash.expected.text, crash.actual_source) == ("2", "crash(2)")
    assert told.tests[0].actual_source == "half(2)"


async def test_places_and_texts(runner: Runner, tmp_path: Path) -> None:
    tests = (
        "import pytest\nfrom work import crash\n\n@pytest.mark.skipif(False, reason='')\ndef test_it():\n    crash(3)\n"
    )
    told = (await results(runner, write(tmp_path, PROGRAM, tests))).tests[0]
    assert (told.line, told.asserted_line, told.path) == (5, 6, tmp_path / "test_work.py")
    assert told.source.startswith("@pytest.mark.skipif")
    assert told.source.endswith("crash(3)\n")
    assert told.raised is not None
    assert (told.raised.type, told.raised.line) == ("TypeError", 9)
