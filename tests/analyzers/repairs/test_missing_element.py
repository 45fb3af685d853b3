"""An element that nobody puts there."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import missing_element
from helpers.repairs import check_no_repairs, check_repairs


def test_an_element_is_added_or_taken_away() -> None:
    check_repairs(
        missing_element,
        """
        def unique(items):
            seen = set()
            kept = []
            for each in items:
                if each not in seen:
                    kept.append(max(items))  # <-- here
            return kept
        """,
        expects=["seen.add(each)", "kept.append(each)", "kept.pop()", "items.remove(max(items))"],
    )


def test_what_is_left_over_is_added_below_the_loop() -> None:
    check_repairs(
        missing_element,
        """
        def words(text):
            found = []
            word = ""
            for letter in text:  # <-- here
                word += letter
            return found
        """,
        expects=["found.append(word)", "found.append(text[-1])"],
    )


def test_a_list_is_turned_or_ordered_above_its_return() -> None:
    check_repairs(
        missing_element,
        """
        def f(items):
            return items  # <-- here
        """,
        expects=["items.reverse()", "items.sort()"],
    )


def test_outside_of_loops_nothing_is_added() -> None:
    check_no_repairs(missing_element, "def f(items):\n    x = items[0]  # <-- here\n    return x")
