"""Whether two names look so much alike that a person reads one for the other."""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST = 3
_LONG = 6
_MOST = 2  # so many slips at most


def is_nearly(name: str, others: Iterable[str], steps: int | None = None) -> bool:
    """Tell whether a name is one of some others but for a slip or two: a letter more, less, changed or moved."""
    length = len(name)
    near = [other for other in others if -_MOST <= len(other) - length <= _MOST and other != name]
    return any(_is_nearly(name, other, steps) for other in near)


def _is_nearly(name: str, other: str, steps: int | None) -> bool:
    if name.lower() == other.lower():
        return True
    shorter = min(len(name), len(other))
    if shorter < _SHORTEST or _differ_in_number(name, other):
        return False
    allowed = steps or (_MOST if shorter >= _LONG else 1)
    if abs(len(name) - len(other)) > allowed or len(set(name) ^ set(other)) > 2 * allowed:
        return False
    return slips(name, other) <= allowed


def _differ_in_number(name: str, other: str) -> bool:
    """Tell whether two names differ only in a digit, or one of them in an underscore before it: these are meant."""
    return name.strip("0123456789_") == other.strip("0123456789_")


def slips(one: str, other: str) -> int:
    """Count the letters to put in, leave out, change or swap with the next, to get from one name to the other."""
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            best = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                best = min(best, before_last[column - 2] + 1)
            current.append(best)
        before_last, last = last, current
    return last[-1]
