"""What is expected of signs: comparisons, `or`, divisions and powers."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from helpers.predictions import check_no_prediction, check_prediction

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_or_distributes(runner: Runner, tmp_path: Path) -> None:
    program = """
        def is_weekend(day):  #? returned: True | False
            if day == "Saturday" or "Sunday":  #? taken: True | False
                return True
            return False
    """
    await check_prediction(runner, tmp_path / "two", "or-distributes", program, "is_weekend('Monday')")
    await check_no_prediction(runner, tmp_path / "first", "or-distributes", program, "is_weekend('Saturday')")
    program = """
        def small(n):  #? returned: 2 | False
            return n + 1 > 9 or n == 1 or 2 or 3
    """
    await check_prediction(runner, tmp_path / "more", "or-distributes", program, "small(5)")


async def test_is_compares_values(runner: Runner, tmp_path: Path) -> None:
    program = """
        def same(one, other):  #? returned: (False, True) | (True, False)
            return one is other, one is not other
    """
    await check_prediction(runner, tmp_path / "equal", "is-compares-values", program, "same([1], [1])")
    await check_no_prediction(runner, tmp_path / "other", "is-compares-values", program, "same([1], [2])")
    program = "def f(n):\n    return n is None\n"
    await check_no_prediction(runner, tmp_path / "none", "is-compares-values", program, "f(1)")


async def test_a_caret_is_a_power(runner: Runner, tmp_path: Path) -> None:
    program = """
        def area(r):  #? returned: 11 | 27
            return 3 * r ^ 2
    """
    await check_prediction(runner, tmp_path / "number", "caret-is-power", program, "area(3)")
    program = "def f(items):\n    return set(items) ^ {1}\n"
    await check_no_prediction(runner, tmp_path / "set", "caret-is-power", program, "f([1])")


async def test_two_slashes_divide(runner: Runner, tmp_path: Path) -> None:
    program = """
        def mean(a, b):  #? returned: 2 | 2.5
            total = a + b
            total //= 2  #? total: 2 | 2.5
            return total
    """
    await check_prediction(runner, tmp_path / "fraction", "floor-division-is-division", program, "mean(2, 3)")
    await check_no_prediction(
        runner, tmp_path / "none", "floor-division-is-division", "def f():\n    return 4 / 3", "f()"
    )


async def test_a_division_gives_whole_numbers(runner: Runner, tmp_path: Path) -> None:
    program = """
        def mean(a, b):  #? returned: 1.25 | 1
            half = (a + b) / 2  #? half: 2.5 | 2
            half /= 2
            return half
    """
    await check_prediction(runner, tmp_path / "whole", "division-gives-whole", program, "mean(2, 3)")
    await check_no_prediction(runner, tmp_path / "fraction", "division-gives-whole", program, "mean(2.0, 3)")


async def test_signs_in_a_text_are_read_as_believed_too(runner: Runner, tmp_path: Path) -> None:
    program = """
        def told(a, items):  #? returned: '1.5 [1]' | '1 [1]'
            return f"{a / 2} {items[:1]}"
    """
    await check_prediction(runner, tmp_path / "division", "division-gives-whole", program, "told(3, [1, 2])")
    program = program.replace("'1 [1]'", "'1.5 [1, 2]'")
    await check_prediction(runner, tmp_path / "slice", "slice-includes-end", program, "told(3, [1, 2])")


async def test_comparisons_go_on_with_the_last_answer(runner: Runner, tmp_path: Path) -> None:
    program = """
        def is_three(n):  #? returned: False | True
            return n == 3 == True
    """
    await check_prediction(runner, tmp_path / "chain", "comparison-chains-as-truth", program, "is_three(3)")
    await check_no_prediction(runner, tmp_path / "other", "comparison-chains-as-truth", program, "is_three(4)")
