"""What is used without being imported."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import missing_import
from helpers.repairs import check_no_repairs, check_repairs


def test_a_module_is_imported_at_the_top() -> None:
    check_repairs(
        missing_import,
        '''
        """Circles."""
        def area(r):
            return math.pi * r  # <-- here
        ''',
        expects=["import math"],
    )


def test_a_name_is_imported_from_its_module() -> None:
    check_repairs(missing_import, "x = sqrt(2)  # <-- here", expects=["from math import sqrt"])


def test_what_has_a_meaning_is_left() -> None:
    check_no_repairs(missing_import, "import math\nx = math.pi  # <-- here")
    check_no_repairs(missing_import, "def f(time):\n    return time  # <-- here")
    check_no_repairs(missing_import, "x = spam(2)  # <-- here")
