"""When two values are equal for a person."""

from __future__ import annotations

import math
from typing import Any


def same(expected: Any, said: Any) -> bool:
    """Whether two values are equal for a person: 3 and 3.0, or 0.33 for 0.333…"""
    if isinstance(expected, bool) or isinstance(said, bool):
        return expected is said
    if isinstance(expected, (int, float)) and isinstance(said, (int, float)):
        return _same_number(expected, said)
    if type(expected) is not type(said):
        return False
    if isinstance(expected, (list, tuple)):
        return len(expected) == len(said) and all(map(same, expected, said))
    if isinstance(expected, dict):
        return expected.keys() == said.keys() and all(same(expected[key], said[key]) for key in expected)
    return bool(expected == said)


def same_kind(expected: Any, said: Any) -> bool:
    """Whether two values are of a kind: two numbers, two texts, two lists …"""
    return _kind(expected) is _kind(said)


def _kind(value: Any) -> type:
    return float if isinstance(value, (int, float)) and not isinstance(value, bool) else type(value)


def _same_number(expected: Any, said: Any) -> bool:
    if expected == said or {type(expected), type(said)} == {int}:
        return bool(expected == said)
    try:
        if math.isclose(expected, said, rel_tol=1e-6, abs_tol=1e-9):
            return True
        if not (math.isfinite(expected) and math.isfinite(said)):
            return False
    except OverflowError:  # a whole number beyond any fraction
        return False
    digits = len(repr(said).partition(".")[2]) if isinstance(said, float) else 0
    return digits >= 2 and round(expected, digits) == said
