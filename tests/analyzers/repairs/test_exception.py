"""Another exception."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import exception
from helpers.repairs import check_no_repairs, check_repairs


def test_another_one_is_caught_or_raised() -> None:
    check_repairs(
        exception,
        "try:\n    f()\nexcept KeyError as error:  # <-- here\n    pass",
        expects=["except IndexError as error:", "except Exception as error:"],
        never=["except KeyError as error:"],
    )
    check_repairs(exception, 'raise TypeError("x")  # <-- here', expects=['raise ValueError("x")'])


def test_what_is_returned_is_raised() -> None:
    check_repairs(exception, 'def f():\n    return ValueError("x")  # <-- here', expects=['raise ValueError("x")'])


def test_without_an_exception_nothing_is_changed() -> None:
    check_no_repairs(exception, "def f():\n    return int(x)  # <-- here")
    check_no_repairs(exception, "try:\n    f()\nexcept:  # <-- here\n    pass")
