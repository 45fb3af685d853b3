"""Plausible answers beside the right one, so that a question can also be asked with choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gadfly_server.tutor import reading
from gadfly_server.tutor.equality import same
from gadfly_server.wording import LANGUAGES, say, speaking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST = 4


def value_choices(right: str, plausible: Iterable[str] = ()) -> tuple[str, ...]:
    """The right value among what else one might believe: the given values first, then near ones."""
    return _ordered(_distinct(right, [*plausible, *_near(right)]))


def count_choices(right: int, plausible: Iterable[int] = ()) -> tuple[str, ...]:
    """The right count among the given ones and its neighbours."""
    near = [*plausible, right + 1, right - 1, right + 2]
    counts = dict.fromkeys([right, *(n for n in near if n >= 0)])
    return tuple(str(n) for n in sorted([*counts][:MOST]))


def line_choices(right: int, plausible: Iterable[int]) -> tuple[str, ...]:
    """The right line among other lines of the program."""
    lines = [*dict.fromkeys([right, *plausible])][:MOST]
    return tuple(str(n) for n in sorted(lines))


def agreement() -> tuple[str, str]:
    """Yes and no."""
    return say("Yes"), say("No")


def yes_or_no(agreed: bool) -> str:
    """The one of both that says it."""
    return agreement()[not agreed]


def is_agreement(choices: tuple[str, ...]) -> bool:
    """Whether choices are yes and no, in whatever language they were given."""
    return any(_in(language) == choices for language in LANGUAGES)


def _in(language: str) -> tuple[str, str]:
    with speaking(language):
        return agreement()


def alike(first: str, second: str) -> bool:
    """Whether two answers are the same for a person, although they may be written in two ways."""
    return _alike((first, _value(first)), (second, _value(second)))


def _alike(*both: tuple[str, Any]) -> bool:
    """The same of two texts with the values that they stand for."""
    (first, one), (second, other) = both
    if isinstance(one, _Unreadable) or isinstance(other, _Unreadable):
        return " ".join(first.split()).casefold() == " ".join(second.split()).casefold()
    return same(one, other)


def _distinct(right: str, others: Iterable[str]) -> list[str]:
    chosen = [(right, _value(right))]
    for other in others:
        if len(chosen) == MOST:
            break
        read = (other, _value(other))
        if not any(_alike(read, one) for one in chosen):
            chosen.append(read)
    return [text for text, _ in chosen]


class _Unreadable:
    """Stands for a text that is no literal."""


def _value(text: str) -> Any:
    read = reading.literal(text)
    return _Unreadable() if read is None else read.value


def _ordered(choices: list[str]) -> tuple[str, ...]:
    """A fixed order that tells nothing: numbers by size, all else by length and text."""
    values = [_value(choice) for choice in choices]
    if all(isinstance(value, (int, float)) for value in values):
        return tuple(choice for _, choice in sorted(zip(values, choices, strict=True), key=lambda pair: pair[0]))
    return tuple(sorted(choices, key=lambda choice: (len(choice), choice)))


def _near(text: str) -> Iterator[str]:
    value = _value(text)
    if isinstance(value, bool):
        yield str(not value)
    elif isinstance(value, (int, float)):
        yield from (repr(value + 1), repr(value - 1), "0", "None")
    elif isinstance(value, str):
        yield from (repr(other) for other in (value[::-1], value[:-1], value.upper(), value.lower(), "", " "))
        yield "None"
    elif isinstance(value, (list, tuple)):
        kind = type(value)
        yield from (repr(other) for other in (value[:-1], value[1:], value[::-1], kind(), [value]))
    elif value is None:
        yield from ("0", "False", "''")
    elif isinstance(value, (dict, set)):
        yield from (repr(type(value)()), "None", "[]")
    else:
        yield from ("None", say("an error"))
