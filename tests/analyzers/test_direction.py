"""A direction says no more than a word of a list and a place."""

from __future__ import annotations

import re
from typing import get_type_hints

from gadfly_analyzers.localize.direction import Deviation, Direction


def test_a_direction_is_a_word_of_the_list_and_a_place_and_can_hold_nothing_else() -> None:
    assert get_type_hints(Direction) == {"deviation": Deviation, "line": int, "end_line": int}
    assert not hasattr(Direction(Deviation.STAYS, 1, 1), "__dict__")
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", each.value) for each in Deviation)
