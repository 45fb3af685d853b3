"""How one value differs from another, or comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.python_text import literal_of
from gadfly_analyzers.values import Value

_SERIES = (str, list, tuple)
_UNKNOWN = object()


def between(one: Value, other: Value) -> Deviation:
    """How one value differs from another."""
    ours, theirs = _read(one), _read(other)
    if ours is _UNKNOWN or theirs is _UNKNOWN:
        return Deviation.OTHER_KIND if one.type != other.type else Deviation.OTHER_VALUE
    if _is_number(ours) and _is_number(theirs) and ours != theirs:
        return Deviation.TOO_HIGH if ours > theirs else Deviation.TOO_LOW
    if type(ours) is not type(theirs):
        return Deviation.OTHER_KIND
    if isinstance(ours, _SERIES):
        return _of_series(ours, theirs)
    return Deviation.OTHER_VALUE


def _of_series(ours: Any, theirs: Any) -> Deviation:
    if len(ours) != len(theirs) and [*_flat(ours)] != [*_flat(theirs)]:  # else the brackets alone differ
        return Deviation.TOO_SHORT if len(ours) < len(theirs) else Deviation.TOO_LONG
    return Deviation.OTHER_ORDER if sorted(map(repr, ours)) == sorted(map(repr, theirs)) else Deviation.OTHER_VALUE


def _flat(items: Any) -> Iterator[Any]:
    """Give items without the brackets around them; an empty list in it is an item of its own."""
    for each in items:
        if each and isinstance(each, (list, tuple)):
            yield from _flat(each)
        else:
            yield each


def joins(before: Value, new: Value, whole: Value) -> bool:
    """Whether a value is an old one and a new one put together; next to a zero or nothing that cannot be told."""
    old, part, result = _read(before), _read(new), _read(whole)
    if any(each is _UNKNOWN for each in (old, part, result)):
        return False
    if result in (old, part) or (isinstance(old, _SERIES) and not old):
        return False
    return any(type(joined) is type(result) and joined == result for joined in _put_together(old, part))


def _put_together(old: Any, part: Any) -> Iterator[Any]:
    if _is_number(old) and _is_number(part):
        yield from (old + part, old * part)
    for kind in _SERIES:
        if isinstance(old, kind) and isinstance(part, kind):
            yield from (old + part, part + old)  # type: ignore[operator] # both are of this kind
    if isinstance(old, list):
        yield [*old, part]


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _read(value: Value) -> Any:
    if not value.literal:
        return _UNKNOWN
    try:
        return literal_of(value.text)
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        return _UNKNOWN
