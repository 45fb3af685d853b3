"""The items of a list, or the pairs of a dict, as people tell them who leave Python's signs out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gadfly_server.tutor import picking, reading
from gadfly_server.tutor.vocabulary import understood

if TYPE_CHECKING:
    from gadfly_server.tutor.reading import Meant

MOST = 30  # items
_SPOKEN_OF = re.compile(r"[\[(]|\b(?:list|liste|tuple|tupel)\b", re.IGNORECASE)  # a list, in signs or in words


def told(expected: Any, answer: str, meant: list[Meant]) -> bool:
    """Whether words name just these items, such as "a, b and c" for ``['a', 'b', 'c']``.

    Nothing is read into an answer that is a value already, nor into lists in lists; one bare item is no list of it.
    """
    if not isinstance(expected, (list, tuple, dict)) or not 0 < len(expected) <= MOST:
        return False
    if any(not one.bare for one in meant) or any(isinstance(each, (list, tuple, dict, set)) for each in _all(expected)):
        return False
    if len(expected) == 1 and not isinstance(expected, dict) and not _SPOKEN_OF.search(answer):
        return False
    return any(_are(expected, wording) for wording in reading.wordings(answer))


def _all(expected: Any) -> list[Any]:
    return [*expected.values()] if isinstance(expected, dict) else [*expected]


def _are(expected: Any, wording: str) -> bool:
    inside = re.sub(r"^[\[({]|[\])}]$", "", wording.strip()).strip()
    if re.search(r"[\[\](){}]", inside):
        return False
    between = "|".join(words.between for words in understood())
    told = [each.strip() for each in re.split(rf"[,;]|(?<!\S)(?:{between})(?!\S)", inside) if each.strip()]
    if isinstance(expected, dict):
        return _are_pairs(expected, told)
    return any(_match([*expected], each) for each in (told, inside.split(), " ".join(told).split()))


def _are_pairs(expected: dict[Any, Any], told: list[str]) -> bool:
    pairs = "|".join(words.pairs for words in understood())
    halves = [re.split(rf"\s*[:=]\s*|\s+(?:(?:{pairs})\s+)?", each, maxsplit=1) for each in told]
    if len(halves) != len(expected) or any(len(each) != 2 for each in halves):
        return False
    return all(any(_match([key, value], each) for each in halves) for key, value in expected.items())


def _match(expected: list[Any], told: list[str]) -> bool:
    if len(expected) != len(told):
        return False
    return all(
        any(picking.meets(item, one) for one in reading.values(each)) for item, each in zip(expected, told, strict=True)
    )
