"""The same mistake in several places."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import everywhere
from helpers.repairs import check_no_repairs, check_repairs


def test_another_variable_is_meant_wherever_one_is_read_below() -> None:
    check_repairs(
        everywhere,
        """
        def grade(points):
            whole = round(points)
            if points > 90:  # <-- here
                return "A"
            if points > 80:
                return "B"
            return points.mark
        """,
        expects=['if whole > 90:\n    return "A"\nif whole > 80:\n    return "B"\nreturn whole.mark'],
        never=[
            'whole = round(whole)\nif whole > 90:\n    return "A"\nif whole > 80:\n    return "B"\nreturn whole.mark'
        ],
    )


def test_a_name_that_is_read_only_in_the_block_is_changed_where_it_is_read_first() -> None:
    program = """
        def drained(queue, seen):
            kept = []
            while queue:  # <-- here
                seen.append(queue.pop())
                print(seen)
            return seen
        """
    in_block = "    kept.append(queue.pop())\n    print(kept)\nreturn kept"
    check_repairs(everywhere, program, expects=["while kept:\n    seen.append(kept.pop())"], never=[in_block])
    lower = program.replace("  # <-- here", "").replace("pop())", "pop())  # <-- here")
    check_repairs(everywhere, lower, expects=[in_block])


def test_comparisons_change_together() -> None:
    check_repairs(
        everywhere,
        """
        def between(low, x, high):
            return low < x and x < high  # <-- here
        """,
        expects=["return low <= x and x <= high"],
        never=["return low <= x and x < high"],
    )


def test_answers_change_together_and_change_places() -> None:
    check_repairs(
        everywhere,
        """
        def found(items):
            for each in items:
                if each:
                    return False  # <-- here
            return True
        """,
        expects=["        return True\nreturn False"],
    )
    check_repairs(
        everywhere,
        """
        def first(items):
            if not items:
                return None  # <-- here
            if items[0]:
                return None
            return items[0]
        """,
        expects=["    return 0\nif items[0]:\n    return 0"],
    )


def test_what_stands_once_is_left() -> None:
    check_no_repairs(everywhere, "def f(x, y):\n    return x < y  # <-- here")
    check_no_repairs(everywhere, "x = y < y  # <-- here")
