"""Which names stand for lists, dictionaries and other objects that can change, and for which of them."""

from __future__ import annotations

import collections
from typing import Any, Dict, Iterator, Tuple

PARTS = 2  # of a list in which lists are: more are seldom asked for
_MADE_IN_PYTHON = 1 << 9
_FIXED = frozenset({int, float, str, bool, type(None), tuple})
_CHANGEABLE = frozenset({list, dict, set, collections.deque, bytearray})


def named_objects(names: Dict[str, Any]) -> Iterator[Tuple[str, int]]:
    """Give the names of changeable objects with the addresses of these; of rows in a list, the first few."""
    for name, value in names.items():
        if type(value) in _FIXED or name[:1] == "." or name[:2] == "__" or not can_change(value):
            continue
        yield name, id(value)
        if type(value) is list and len(value) >= PARTS:
            for index in range(PARTS):
                if type(value[index]) in _CHANGEABLE:
                    yield name + "[" + str(index) + "]", id(value[index])


def can_change(value: Any) -> bool:
    """Tell whether a value is one of the built-in containers, or an object of a class of the program."""
    kind = type(value)
    return kind in _CHANGEABLE or (type(kind) is type and bool(kind.__flags__ & _MADE_IN_PYTHON))
