"""What is said of a statement in a loop is true of it: that it joins, that it starts, that the loop ends there."""

from __future__ import annotations

from pathlib import Path

from helpers.directions import departure

FLATTEN = """\
def flatten(lists):
    flat = []
    for part in lists:
        flat.append(part)
    return flat
"""
CONTAINS = """\
def contains(items, wanted):
    found = False
    for item in items:
        if item == wanted:
            found = True
        else:
            found = False
    return found
"""
DOWN = """\
def down(n):
    seen = []
    while n > 0 and len(seen) < 9:
        seen.append(n)
    n = n - 1
    return seen
"""


def test_a_list_too_many_around_items_is_no_old_value_that_is_carried_along(tmp_path: Path) -> None:
    right = FLATTEN.replace("append", "extend")
    for call in ("flatten([[4]])", "flatten([[1, 2], [3]])"):
        assert departure(tmp_path, FLATTEN, right, 4, call) == "other-value"


def test_what_a_loop_sets_again_is_no_start(tmp_path: Path) -> None:
    right = CONTAINS.replace("            found = False", "            pass")
    assert departure(tmp_path, CONTAINS, right, 7, "contains([1, 2], 1)") == "other-value"


def test_what_another_version_takes_into_a_loop_does_not_end_it(tmp_path: Path) -> None:
    right = DOWN.replace("    n = n - 1", "        n = n - 1")
    assert departure(tmp_path, DOWN, right, 4, "down(3)") != "goes-on"
    assert departure(tmp_path, DOWN, right, 4, "down(0)") is None
