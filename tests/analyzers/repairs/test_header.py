"""Another way to go through something."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import header
from helpers.repairs import check_no_repairs, check_repairs


def test_elements_indices_and_pairs_stand_for_each_other() -> None:
    check_repairs(
        header,
        """
        def f(items, others):
            for each in items:  # <-- here
                print(items[i], len(others))
        """,
        expects=[
            "for each in range(len(items)):",
            "for each in range(items):",
            "for each in reversed(items):",
            "for each in list(items):",
            "for each in others:",
            "for i, each in enumerate(items):",
            "for i in items:",
        ],
        never=["for each in items:"],
    )


def test_a_range_over_indices_becomes_one_over_elements() -> None:
    check_repairs(
        header,
        "for i in range(len(items)):  # <-- here\n    print(i)",
        expects=["for i in items:", "for i in range(len(items) - 1, -1, -1):"],
    )
    check_repairs(header, "for i in range(n):  # <-- here\n    print(i)", expects=["for i in range(1, n + 1):"])
    check_repairs(
        header, "for i in range(1, n):  # <-- here\n    print(i)", expects=["for i in range(n - 1, 1 - 1, -1):"]
    )


def test_the_names_of_pairs_change_places() -> None:
    check_repairs(
        header,
        "for a, b in enumerate(items):  # <-- here\n    print(a)",
        expects=["for b, a in enumerate(items):", "for a, b in items:"],
    )
    check_repairs(header, "for a, b in items:  # <-- here\n    print(a)", expects=["for a, b in items.items():"])


def test_a_loop_goes_on_as_long_as_something_holds() -> None:
    check_repairs(
        header,
        """
        def f(queue):
            while True:  # <-- here
                if queue == []:
                    queue.pop()
        """,
        expects=["while queue:", "while queue == []:", "while not (queue == []):"],
    )


def test_what_is_no_loop_is_left() -> None:
    check_no_repairs(header, "if items:  # <-- here\n    print(items)")
