"""What is expected of calls, returns and names outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from helpers.predictions import check_no_prediction, check_prediction

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_what_is_printed_is_given_back(runner: Runner, tmp_path: Path) -> None:
    program = """
        def absolute(n):  #? returned: None | 3
            if n < 0:
                print(-n)
            else:
                print(n)
    """
    await check_prediction(runner, tmp_path / "branches", "print-returns", program, "absolute(-3)")
    program = "def f(n):\n    print(n)\n    return n\n"
    await check_no_prediction(runner, tmp_path / "returned", "print-returns", program, "f(1)")


async def test_a_return_does_not_leave(runner: Runner, tmp_path: Path) -> None:
    program = '''
        def has_even(numbers):  #? returned: True | False
            """Tell it."""
            for number in numbers:  #? passes: 1 | 2
                if number % 2 == 0:  #? times taken: 1 | 1
                    return True
                return False  #? reached: False | True


        def both(numbers):  #? returned: (True, 1) | (False, 1)
            return has_even(numbers), 1
    '''
    await check_prediction(runner, tmp_path / "loop", "return-does-not-leave", program, "both([2, 3])")
    program = "def f(n):\n    if n:\n        return 1\n    else:\n        return 2\n"
    await check_no_prediction(runner, tmp_path / "ends", "return-does-not-leave", program, "f(1)")


async def test_a_return_that_does_not_leave_a_recursion_is_cut(runner: Runner, tmp_path: Path) -> None:
    program = """
        def power(n):  #? argument n: 1 | 1
            if n == 0:
                return 1
            return 2 * power(n - 1)
    """
    await check_prediction(runner, tmp_path, "return-does-not-leave", program, "power(1)")


async def test_every_path_gives_an_answer(runner: Runner, tmp_path: Path) -> None:
    program = """
        def has(items, wanted):  #? returned: None | False
            for item in items:  #? passes: 2 | 2
                if item == wanted:
                    return True


        def lacks(items):  #? returned: (None, None) | (False, False)
            return has(items, 0), has(items, 9)
    """
    await check_prediction(runner, tmp_path / "none", "every-path-returns", program, "lacks([1, 2])")
    await check_no_prediction(runner, tmp_path / "there", "every-path-returns", program, "has([1, 2], 1)")


async def test_the_last_value_is_given_back(runner: Runner, tmp_path: Path) -> None:
    program = """
        def doubled(n):  #? returned: None | 6
            n * 2
    """
    await check_prediction(runner, tmp_path / "value", "returns-last-value", program, "doubled(3)")
    program = "def f(n):\n    n += 1\n    print(n)\n"
    await check_no_prediction(runner, tmp_path / "call", "returns-last-value", program, "f(1)")


async def test_a_recursive_call_returns_by_itself(runner: Runner, tmp_path: Path) -> None:
    program = """
        def last(items):  #? returned: None | 3
            if len(items) == 1:
                return items[0]
            else:
                last(items[1:])
    """
    await check_prediction(runner, tmp_path / "deep", "recursive-call-returns-by-itself", program, "last([1, 2, 3])")
    await check_no_prediction(runner, tmp_path / "flat", "recursive-call-returns-by-itself", program, "last([1])")


async def test_an_inner_result_returns_by_itself(runner: Runner, tmp_path: Path) -> None:
    program = """
        def double(n):
            return n * 2

        def doubled(n):  #? returned: None | 6
            double(n)
    """
    await check_prediction(runner, tmp_path / "last", "inner-result-returns-by-itself", program, "doubled(3)")
    await check_no_prediction(runner, tmp_path / "not", "inner-result-returns-by-itself", program, "double(3)")


async def test_a_function_changes_a_global(runner: Runner, tmp_path: Path) -> None:
    program = """
        count = 0

        def step(n):  #? returned: nothing | 2
            if n:
                print(n)
            count = count + n
            return count

        def steps():
            return step(2)
    """
    await check_prediction(runner, tmp_path / "adds", "function-changes-global", program, "steps()")
    program = "count = 0\n\ndef f(count):\n    count = count + 1\n    return count\n"
    await check_no_prediction(runner, tmp_path / "parameter", "function-changes-global", program, "f(1)")


async def test_a_name_alone_is_a_call(runner: Runner, tmp_path: Path) -> None:
    program = """
        def ordered(items):  #? returned: [2, 1] | [1, 2]
            items.sort  #? items: [2, 1] | [1, 2]
            return items
    """
    await check_prediction(runner, tmp_path / "method", "call-without-parentheses", program, "ordered([2, 1])")
    program = "def f(items):\n    items.__len__()\n    len(items)\n    return items\n"
    await check_no_prediction(runner, tmp_path / "called", "call-without-parentheses", program, "f([1])")
