"""What is expected of names, copies, methods and texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from helpers.predictions import check_no_prediction, check_prediction

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_assignment_copies(runner: Runner, tmp_path: Path) -> None:
    program = """
        def longer(items):  #? returned: ([1, 2], [1, 2]) | ([1], [1, 2])
            other = items
            other.append(2)  #? items: [1, 2] | [1]
            return items, other
    """
    await check_prediction(runner, tmp_path / "list", "assignment-copies", program, "longer([1])")
    program = "def f(n):\n    other = n\n    other += 1\n    return n, other\n"
    await check_no_prediction(runner, tmp_path / "number", "assignment-copies", program, "f(1)")


async def test_parameters_are_copies(runner: Runner, tmp_path: Path) -> None:
    program = """
        def second(numbers):  #? returned: 2 | 2
            numbers.remove(max(numbers))
            return max(numbers)

        def spread(numbers):  #? returned: 0 | 3
            least = second(numbers)  #? numbers: [1, 2] | [1, 2, 5]
            return max(numbers) - least
    """
    await check_prediction(runner, tmp_path / "list", "parameters-are-copies", program, "spread([1, 2, 5])")
    program = "def f(n):\n    n += 1\n    return n\n"
    await check_no_prediction(runner, tmp_path / "number", "parameters-are-copies", program, "f(1)")


async def test_parameters_of_methods_are_copies_whatever_they_begin_with(runner: Runner, tmp_path: Path) -> None:
    program = """
        class Bag:
            def fill(self, items):
                for item in range(2):
                    items.append(item)

            def filled(self):  #? returned: [0, 1] | []
                items = []
                self.fill(items)  #? items: [0, 1] | []
                return items
    """
    await check_prediction(runner, tmp_path, "parameters-are-copies", program, "Bag().filled()")


async def test_rows_that_are_repeated_are_their_own(runner: Runner, tmp_path: Path) -> None:
    program = """
        def grid(n):  #? returned: [[1, 0], [1, 0]] | [[1, 0], [0, 0]]
            rows = [[0] * 2] * n  #? rows: [[0, 0], [0, 0]] | [[0, 0], [0, 0]]
            rows[0][0] = 1
            return rows
    """
    await check_prediction(runner, tmp_path / "rows", "times-copies-rows", program, "grid(2)")
    program = "def f(n):\n    row = n * [0]\n    row[0] = 1\n    return row\n"
    await check_no_prediction(runner, tmp_path / "row", "times-copies-rows", program, "f(2)")


async def test_names_assigned_together_are_separate(runner: Runner, tmp_path: Path) -> None:
    program = """
        def parts(numbers):  #? returned: ([1, 2], [1, 2]) | ([2], [1])
            even = odd = []
            for number in numbers:
                if number % 2:
                    odd.append(number)  #? even: [1] | []
                else:
                    even.append(number)
            return even, odd
    """
    await check_prediction(runner, tmp_path / "list", "chained-assignment-separates", program, "parts([1, 2])")
    program = "def f(n):\n    a = b = n\n    a += 1\n    return a, b\n"
    await check_no_prediction(runner, tmp_path / "number", "chained-assignment-separates", program, "f(2)")


async def test_a_default_is_fresh(runner: Runner, tmp_path: Path) -> None:
    program = """
        def add(item, basket=[]):
            basket.append(item)
            return basket

        def both():  #? returned: [1, 2] | [2]
            first = add(1)  #? first: [1] | [1]
            return add(2)
    """
    await check_prediction(runner, tmp_path / "shared", "default-made-per-call", program, "both()")
    await check_no_prediction(runner, tmp_path / "given", "default-made-per-call", program, "add(1, [2])")
    program = program.replace("basket=[]", "basket=None").replace("basket.append(item)", "basket = [item]")
    await check_no_prediction(runner, tmp_path / "none", "default-made-per-call", program, "both()")


async def test_a_copy_is_deep(runner: Runner, tmp_path: Path) -> None:
    program = """
        def marked(rows):
            other = list(rows)
            other[0][0] = 9  #? rows: [[9]] | [[1]]
            return other
    """
    await check_prediction(runner, tmp_path / "rows", "copy-is-deep", program, "marked([[1]])")
    await check_prediction(
        runner, tmp_path / "slice", "copy-is-deep", program.replace("list(rows)", "rows[:]"), "marked([[1]])"
    )
    program = "def f(items):\n    other = items.copy()\n    other.append(1)\n    return items, other\n"
    await check_no_prediction(runner, tmp_path / "flat", "copy-is-deep", program, "f([1])")


async def test_sort_gives_the_list(runner: Runner, tmp_path: Path) -> None:
    program = """
        def ordered(items):  #? returned: None | [1, 2]
            found = items.sort(key=lambda item: item)  #? found: None | [1, 2]
            return found
    """
    await check_prediction(runner, tmp_path / "used", "sort-returns", program, "ordered([2, 1])")
    program = "def f(items):\n    items.sort()\n    return items\n"
    await check_no_prediction(runner, tmp_path / "dropped", "sort-returns", program, "f([2, 1])")


async def test_append_gives_the_list(runner: Runner, tmp_path: Path) -> None:
    program = """
        def all_of(numbers):  #? returned: nothing | [1, 2]
            found = []
            for number in numbers:  #? passes: 2 | 2
                found = found.append(number)  #? found: None | [1]
            return found
    """
    await check_prediction(runner, tmp_path / "used", "append-returns", program, "all_of([1, 2])")
    program = "def f(items):\n    items.append(3)\n    return items\n"
    await check_no_prediction(runner, tmp_path / "dropped", "append-returns", program, "f([2, 1])")


async def test_append_puts_all_items_in(runner: Runner, tmp_path: Path) -> None:
    program = """
        def flat(rows):  #? returned: [[1], [2]] | [1, 2]
            found = []
            for row in rows:  #? found after pass 1: [[1]] | [1]
                found.append(row)
            return found
    """
    await check_prediction(runner, tmp_path / "lists", "append-extends", program, "flat([[1], [2]])")
    await check_no_prediction(runner, tmp_path / "numbers", "append-extends", program, "flat([1, 2])")


async def test_a_text_changes(runner: Runner, tmp_path: Path) -> None:
    program = """
        def loud(word):  #? returned: 'ada' | 'ADA'
            word.upper()  #? word: 'ada' | 'ADA'
            return word
    """
    await check_prediction(runner, tmp_path / "call", "strings-change-in-place", program, "loud('ada')")
    program = """
        def named(word):  #? returned: nothing | 'Ada'
            word[0] = "A"
            return word
    """
    await check_prediction(runner, tmp_path / "item", "strings-change-in-place", program, "named('ada')")
    await check_no_prediction(runner, tmp_path / "list", "strings-change-in-place", program, "named(['a'])")


async def test_input_gives_a_number(runner: Runner, tmp_path: Path) -> None:
    program = """
        def twice():  #? returned: '33' | 6
            number = input()  #? number: '3' | 3
            return number * 2
    """
    patch = "monkeypatch.setattr('builtins.input', lambda *a: '3')\ntwice()"
    await check_prediction(runner, tmp_path / "text", "input-is-number", program, patch)
    program = program.replace("input()", "int(input())")
    await check_no_prediction(runner, tmp_path / "int", "input-is-number", program, patch)


async def test_a_missing_key_counts_as_zero(runner: Runner, tmp_path: Path) -> None:
    program = """
        def count(words):  #? returned: nothing | {'a': 2}
            counts = {}
            for word in words:  #? passes: 1 | 2
                counts[word] += 1  #? counts: nothing | {'a': 1}
            return counts
    """
    await check_prediction(runner, tmp_path / "new", "missing-key-is-zero", program, "count(['a', 'a'])")
    program = "def f(counts, items):\n    counts[0][1] = items[0]\n    return counts[0][1:]\n"
    await check_no_prediction(runner, tmp_path / "there", "missing-key-is-zero", program, "f({0: [1, 2]}, [3])")


async def test_a_number_joins_a_text(runner: Runner, tmp_path: Path) -> None:
    program = """
        def told(n):  #? returned: nothing | 'I have 3 eggs'
            return "I have " + n + " eggs"
    """
    await check_prediction(runner, tmp_path / "number", "text-and-number-join", program, "told(3)")
    await check_no_prediction(runner, tmp_path / "text", "text-and-number-join", program, "told('3')")
