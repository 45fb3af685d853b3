"""What a function takes."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import parameter
from helpers.repairs import check_no_repairs, check_repairs


def test_defaults_and_their_order_change() -> None:
    check_repairs(
        parameter,
        """
        def power(base, exponent):  # <-- here
            return base ** exponent
        """,
        expects=["def power(exponent, base):", "def power(base, exponent=None):"],
    )
    check_repairs(parameter, "def f(a, b=0):  # <-- here\n    return a + b", expects=["def f(a, b=1):"])


def test_every_call_gets_a_default_of_its_own() -> None:
    check_repairs(
        parameter,
        """
        def add(item, basket=[]):  # <-- here
            basket.append(item)
            return basket
        """,
        expects=[
            "def add(item, basket=None):\n    if basket is None:\n        basket = []",
        ],
    )


def test_a_parameter_is_changed_first() -> None:
    check_repairs(
        parameter,
        """
        def f(items, word):
            "Tell how often."
            found = items.index(word)  # <-- here
            return found + len(items)
        """,
        expects=["items = list(items)", "items = sorted(items)", "word = word.lower()", "word = abs(word)"],
    )


def test_a_default_that_is_shared_is_mended_where_it_stands() -> None:
    program = "def f(items=[]):\n    items.append(1)  # <-- here\n    return items"
    check_repairs(parameter, program, expects=["items = sorted(items)"], never=["items = list(items)"])


def test_later_statements_and_lone_headers_are_left() -> None:
    check_no_repairs(parameter, "def f(x):\n    y = 1\n    return y  # <-- here")
    check_no_repairs(parameter, "def f(self):  # <-- here\n    return 1")
