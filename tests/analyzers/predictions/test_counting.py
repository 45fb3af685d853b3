"""What is expected of ranges, slices, indexes and loops."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from helpers.predictions import check_no_prediction, check_prediction

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_range_has_its_end(runner: Runner, tmp_path: Path) -> None:
    program = """
        def total(n):  #? returned: 6 | 10
            result = 0
            for i in range(1, n):  #? passes: 3 | 4
                result += i
            return result
    """
    await check_prediction(runner, tmp_path / "up", "range-includes-end", program, "total(4)")
    program = """
        def down(n):  #? returned: [3, 2, 1] | [3, 2, 1, 0]
            return list(range(n, 0, -1))
    """
    await check_prediction(runner, tmp_path / "down", "range-includes-end", program, "down(3)")


async def test_a_range_that_is_no_range_of_python_is_left_alone(runner: Runner, tmp_path: Path) -> None:
    program = """
        def range(a, b):
            return [a, b]

        def both(n):
            return range(1, n)
    """
    await check_no_prediction(runner, tmp_path, "range-includes-end", program, "both(4)")
    await check_no_prediction(runner, tmp_path, "range-starts-at-one", program, "both(4)")


async def test_a_range_starts_at_one(runner: Runner, tmp_path: Path) -> None:
    program = """
        def total(n):  #? returned: 3 | 6
            result = 0
            for i in range(n):  #? i in pass 1: 0 | 1
                result += i  #? result after run 2: 1 | 3
            return result
    """
    await check_prediction(runner, tmp_path / "plain", "range-starts-at-one", program, "total(3)")
    program = "def f(n):\n    return list(range(0, n))\n"
    await check_no_prediction(runner, tmp_path / "start", "range-starts-at-one", program, "f(3)")


async def test_a_slice_has_its_end(runner: Runner, tmp_path: Path) -> None:
    program = """
        def first(items, n):  #? returned: ([1, 2], [2, 3]) | ([1, 2, 3], [2, 3, 4])
            begin = items[:n]  #? begin: [1, 2] | [1, 2, 3]
            return begin, items[1:-1]
    """
    await check_prediction(runner, tmp_path / "end", "slice-includes-end", program, "first([1, 2, 3, 4], 2)")
    program = "def f(items, n):\n    return items[n:], items[:], items[2:0:-1]\n"
    await check_no_prediction(runner, tmp_path / "open", "slice-includes-end", program, "f([1, 2, 3, 4], 2)")


async def test_an_index_counts_from_one(runner: Runner, tmp_path: Path) -> None:
    program = """
        def first(rows, ages):  #? returned: (4, 30, 4) | (1, 30, 4)
            rows[2][1] += 1
            return rows[1][1], ages[1], rows[-1][-1]
    """
    call = "first([[1, 2], [3, 4]], {1: 30})"
    program = program.replace("rows[2][1] += 1", "pass")
    await check_prediction(runner, tmp_path / "read", "index-starts-at-one", program, call)
    program = """
        def set_first(items):  #? returned: [1, 9, 3] | [9, 2, 3]
            items[1] += 7 if items[1] == 2 else 8
            return items
    """
    await check_prediction(runner, tmp_path / "write", "index-starts-at-one", program, "set_first([1, 2, 3])")
    program = "def f(items):\n    return items[0] + items[1]\n"
    await check_no_prediction(runner, tmp_path / "zero", "index-starts-at-one", program, "f([1, 2])")


async def test_a_loop_variable_is_a_position(runner: Runner, tmp_path: Path) -> None:
    program = """
        def total(numbers):  #? returned: 30 | 1
            result = 0
            for number in numbers:  #? number in pass 2: 20 | 1
                result += number
            return result
    """
    await check_prediction(runner, tmp_path / "list", "loop-variable-is-index", program, "total([10, 20])")
    await check_no_prediction(runner, tmp_path / "range", "loop-variable-is-index", program, "total(range(5, 7))")


async def test_a_loop_variable_writes_back(runner: Runner, tmp_path: Path) -> None:
    program = """
        def doubled(numbers):  #? returned: [1, 2] | [2, 4]
            for number in numbers:
                number = number * 2  # twice
            return numbers
    """
    await check_prediction(runner, tmp_path / "list", "loop-variable-writes-back", program, "doubled([1, 2])")
    await check_no_prediction(runner, tmp_path / "tuple", "loop-variable-writes-back", program, "doubled((1, 2))")


async def test_a_loop_takes_a_snapshot(runner: Runner, tmp_path: Path) -> None:
    program = """
        def without_even(numbers):  #? returned: [4, 5] | [5]
            for number in numbers:  #? passes: 2 | 3
                if number % 2 == 0:
                    numbers.remove(number)
            return numbers
    """
    await check_prediction(runner, tmp_path / "remove", "loop-takes-snapshot", program, "without_even([2, 4, 5])")
    await check_no_prediction(runner, tmp_path / "none", "loop-takes-snapshot", program, "without_even([1, 3])")


async def test_a_loop_over_a_dictionary_gives_pairs(runner: Runner, tmp_path: Path) -> None:
    program = """
        def ages(people):  #? returned: 'n' | 5
            for name, age in people:  #? age in pass 1: 'n' | 5
                return age
    """
    await check_prediction(runner, tmp_path / "dict", "dict-gives-pairs", program, "ages({'an': 5})")
    await check_no_prediction(runner, tmp_path / "list", "dict-gives-pairs", program, "ages([('an', 5)])")


async def test_a_loop_over_a_text_gives_words(runner: Runner, tmp_path: Path) -> None:
    program = """
        def count(text):  #? returned: 5 | 2
            found = 0
            for word in text:  #? word in pass 1: 'o' | 'ok'
                found += 1
            return found
    """
    await check_prediction(runner, tmp_path / "text", "text-visits-words", program, "count('ok go')")
    await check_no_prediction(runner, tmp_path / "list", "text-visits-words", program, "count(['ok', 'go'])")


async def test_a_loop_counts_up_to_a_number(runner: Runner, tmp_path: Path) -> None:
    program = """
        def total(n):  #? returned: nothing | 3
            result = 0
            for i in n:  #? passes: 0 | 3
                result += i
            return result
    """
    await check_prediction(runner, tmp_path / "number", "number-can-be-visited", program, "total(3)")
    await check_no_prediction(runner, tmp_path / "list", "number-can-be-visited", program, "total([3])")


async def test_an_assignment_in_a_loop_adds_up(runner: Runner, tmp_path: Path) -> None:
    program = """
        def total(prices):  #? returned: 3 | 6
            result = 0
            for price in prices:  #? result after last pass: 3 | 6
                result = price  #? result after run 2: 2 | 3
            return result
    """
    await check_prediction(runner, tmp_path / "list", "plain-assignment-accumulates", program, "total([1, 2, 3])")
    await check_no_prediction(runner, tmp_path / "one", "plain-assignment-accumulates", program, "total([5])")


async def test_two_signs_step(runner: Runner, tmp_path: Path) -> None:
    program = """
        def count(items):  #? returned: 0 | 2
            n = 0
            for item in items:
                ++n  #? n after run 2: 0 | 2
            return n
    """
    await check_prediction(runner, tmp_path / "up", "plus-plus-increments", program, "count([1, 2])")
    program = "def f(n):\n    return - -n + + +n\n"
    await check_no_prediction(runner, tmp_path / "apart", "plus-plus-increments", program, "f(3)")


async def test_several_ifs_exclude_each_other(runner: Runner, tmp_path: Path) -> None:
    program = """
        def grade(points):  #? returned: 'C' | 'A'
            if points > 90:
                mark = "A"
            # the next one
            if points > 50:  #? reached: True | False
                mark = "C"  #? runs: 1 | 0
            return mark
    """
    await check_prediction(runner, tmp_path / "both", "ifs-exclude-each-other", program, "grade(95)")
    await check_no_prediction(runner, tmp_path / "one", "ifs-exclude-each-other", program, "grade(60)")
