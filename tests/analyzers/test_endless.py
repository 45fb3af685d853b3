"""Why a run did not end, told only where the recording shows it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.endless import Endless, endless
from helpers.probing import python, record_start

__all__ = ["python"]


def found_in(python: str, folder: Path, program: str, call: str, most: int = 200) -> Endless | None:
    """Record the beginning of a call."""
    trace = record_start(python, folder, program, f"program.{call}", most)
    return endless(trace, Source.parse(dedent(program).removeprefix("\n")))


def said(python: str, folder: Path, program: str, call: str, most: int = 200) -> str:
    found = found_in(python, folder, program, call, most)
    return found.sentence if found else ""


def test_a_loop_in_which_nothing_changes(python: str, tmp_path: Path) -> None:
    program = """
        def last(values):
            i = 0
            name = object()
            while i < len(values):
                best = values[i]
            return best
    """
    found = found_in(python, tmp_path, program, "last([3, 4])")
    assert found
    assert (found.kind, found.line, found.function, found.names) == ("loop", 4, "last", ("values", "i", "best"))
    assert found.times > 20
    assert found.sentence == (
        f"A pass of the loop on line 4 began {found.times} times "
        "with the same values: values = [3, 4], i = 0, best = 3."
    )


def test_a_loop_that_comes_round_to_the_same_values(python: str, tmp_path: Path) -> None:
    program = """
        def spin(n):
            while True:
                n = n + 1
                if n == 3:
                    n = 0
                if n == 5:
                    break
    """
    found = found_in(python, tmp_path, program, "spin(0)")
    assert found
    assert (found.kind, found.line, found.times) in [("loop", 2, times) for times in range(10, 30)]


def test_a_loop_whose_condition_never_changes(python: str, tmp_path: Path) -> None:
    program = """
        def total(n):
            i = result = 1
            while i < n:
                result += i
            return result
    """
    found = found_in(python, tmp_path, program, "total(4)")
    assert found
    assert (found.kind, found.line, found.names) == ("condition", 3, ("n", "i"))
    assert found.sentence == (
        f"In the last {found.times} passes of the loop on line 3, "
        "none of the names in its condition changed: n = 4, i = 1."
    )


def test_passes_in_which_a_condition_changed_do_not_count(python: str, tmp_path: Path) -> None:
    program = """
        def halve(n):
            steps = 0
            while n > 0:
                steps += 1
                if n > 4:
                    n -= 1
            return steps
    """
    found = found_in(python, tmp_path, program, "halve(20)")
    assert found
    assert (found.kind, [value.text for _, value in found.values]) == ("condition", ["4"])
    assert found.times < 60


def test_the_innermost_loop_without_progress_counts(python: str, tmp_path: Path) -> None:
    program = """
        def rows(n):
            row = 0
            while row < n:
                column = 0
                while column < n:
                    if column == row:
                        row = row
                    column += 1
            return row
    """
    assert "loop on line 3" in said(python, tmp_path, program, "rows(2)")
    assert "loop on line 5" in said(python, tmp_path, program.replace("column += 1", "column = 0"), "rows(2)")


def test_a_loop_that_goes_on_is_not_held_endless(python: str, tmp_path: Path) -> None:
    program = """
        def count(n):
            i = 0
            while i < n:
                i += 1
            return i

        def rounds(n):
            for _ in range(n):
                i = 0
                while i < 2:
                    i += 1
    """
    assert found_in(python, tmp_path, program, "count(1000)") is None
    assert found_in(python, tmp_path, program, "rounds(1000)") is None
    assert found_in(python, tmp_path, program, "count(3)") is None


@pytest.mark.parametrize(
    "step",
    [
        "item = next(items)",
        "item = pop()",
        "item = box.items.pop()",
        "item = ITEMS.pop()",
    ],
)
def test_what_is_kept_elsewhere_is_not_held_the_same(step: str, python: str, tmp_path: Path) -> None:
    program = f"""
        ITEMS = [0] * 1000

        class Box:
            items = ITEMS

        def pop():
            global last
            last = ITEMS.pop()
            return last

        def use():
            items = iter(ITEMS)
            box = Box()
            while True:
                {step}
    """
    assert found_in(python, tmp_path, program, "use()") is None


def test_values_that_are_not_recorded_whole_are_not_held_the_same(python: str, tmp_path: Path) -> None:
    program = """
        def pad(values):
            while len(values) > 0:
                values[300] += 1
    """
    assert found_in(python, tmp_path, program, "pad([0] * 400)") is None
    program = """
        def wait(limits):
            low = float("-inf")
            while low not in limits:
                low = min(low, limits[0])
    """
    assert "limits = [1, inf], low = -inf" in said(python, tmp_path, program, "wait([1, float('inf')])")


def test_a_loop_in_functions_that_were_called(python: str, tmp_path: Path) -> None:
    program = """
        def step(n):
            return n

        def run(n):
            while n > 1:
                n = step(n)
    """
    assert "loop on line 5" in said(python, tmp_path, program, "run(4)")


def test_a_loop_at_the_beginning_of_a_pass_or_with_an_empty_body(python: str, tmp_path: Path) -> None:
    program = """
        def stay(n):
            while n > 0:
                pass
    """
    for most in range(30, 34):
        assert "loop on line 2" in said(python, tmp_path, program, "stay(4)", most)


def test_a_recursion_without_progress(python: str, tmp_path: Path) -> None:
    program = """
        def depth(tree, level=0):
            if not tree:
                return level
            return depth(tree, level)
    """
    found = found_in(python, tmp_path, program, "depth([1])", most=60)
    assert found
    assert (found.kind, found.line, found.names) == ("recursion", 1, ("tree", "level"))
    assert found.sentence == (
        f"{found.times} calls of `depth` were open at once, all with the same arguments: tree = [1], level = 0."
    )


def test_a_recursion_that_became_too_deep(python: str, tmp_path: Path) -> None:
    program = """
        def even(n):
            return n == 0 or odd(n)

        def odd(n):
            return even(n)
    """
    found = found_in(python, tmp_path, program, "even(4)", most=20_000)
    assert found
    assert (found.kind, found.line, found.function) == ("recursion", 1, "even")
    assert found.times > 100


def test_a_recursion_that_goes_on_is_not_held_endless(python: str, tmp_path: Path) -> None:
    program = """
        def down(n):
            return 0 if n == 0 else down(n - 1)

        def fib(n):
            return n if n < 2 else fib(n - 1) + fib(n - 2)
    """
    assert found_in(python, tmp_path, program, "down(500)", most=400) is None
    assert found_in(python, tmp_path, program, "fib(20)") is None
    assert found_in(python, tmp_path, program, "down(5000)", most=20_000) is None


@pytest.mark.parametrize(
    "body",
    [
        "n ^= n - 1\n        found += 1",
        "n ^= n - 1\n        found = found * n",
        "n ^= n - 1\n        rows.append(n)",
        "row = rows[found]",
    ],
)
def test_what_a_loop_only_gathers_cannot_end_it(python: str, tmp_path: Path, body: str) -> None:
    program = f"def spin(n):\n    rows, found = [1, 2], 1\n    while n:\n        {body}\n    return rows, found\n"
    found = found_in(python, tmp_path, program, "spin(1)")
    assert found
    assert found.sure


@pytest.mark.parametrize(
    "body",
    [
        "found += 1\n        if found == 10 ** 9:\n            n = 0",
        "found += 1\n        row = rows[-found]",
        "found += 1\n        rows.append(found)\n        n = 3 - len(rows) // 10 ** 9",
        "found = found * 2 + found",
        "found -= rows",
        "rows = rows[:1] + rows",
    ],
)
def test_what_may_yet_end_a_loop_is_not_sure_never_to(python: str, tmp_path: Path, body: str) -> None:
    program = f"def spin(n):\n    rows, found = [0] * 90, 1\n    while n:\n        {body}\n    return rows\n"
    found = found_in(python, tmp_path, program, "spin(3)")
    assert not found or not found.sure


def test_nothing_recorded() -> None:
    from gadfly_analyzers.trace.recording import Trace

    assert endless(Trace("test", (), False, "stopped"), Source.parse("x = 1\n")) is None
