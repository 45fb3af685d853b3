"""What variables hold, with all that hangs on it, summed up in a number: whoever sees it again sees the same state."""

from __future__ import annotations

import collections
import types
from typing import Any, Dict, List, Optional, Tuple

MOST = 60  # objects: this is done at every pass of a loop
LONGEST = 200  # of a list
_MADE_IN_PYTHON = 1 << 9
_ATOMS = frozenset({int, float, str, bool, type(None), bytes, complex})
_LISTS = frozenset({list, tuple, collections.deque})
_SAID = frozenset({"__init__", "__repr__", "__str__"})
_DESCRIBING = frozenset(
    {
        "__annotate__",
        "__annotate_func__",
        "__annotations__",
        "__annotations_cache__",
        "__dict__",
        "__doc__",
        "__firstlineno__",
        "__module__",
        "__qualname__",
        "__static_attributes__",
        "__weakref__",
    }
)
_HARMLESS = _ATOMS | {types.FunctionType, staticmethod, classmethod}
_attribute = object.__getattribute__

Parts = Tuple[Tuple[Any, ...], List[Any]]  # what names the parts of an object, and the parts


def state_of(names: Dict[str, Any]) -> Optional[int]:
    """Give a number for all that variables hold, and for which of it is the same; ``None`` if not all can be seen."""
    found: List[Any] = sorted(names)
    waiting = [names[name] for name in found]
    numbers: Dict[int, int] = {}
    for value in waiting:  # which grows meanwhile
        kind = type(value)
        if kind in _ATOMS:
            found.append((kind, repr(value) if kind is float or kind is complex else value))
        elif id(value) in numbers:
            found.append(numbers[id(value)])
        else:
            parts = _parts(value, kind) if len(numbers) < MOST else None
            if parts is None:
                return None
            numbers[id(value)] = len(numbers)
            found.append((kind, parts[0]))
            waiting += parts[1]
    return hash(tuple(found))


def _parts(value: Any, kind: type) -> Optional[Parts]:
    """Take an object apart, without running any of the student's methods."""
    if kind in _LISTS:
        return ((len(value),), list(value)) if len(value) <= LONGEST else None
    if kind is dict:
        return _of_mapping(value)
    return _of_mapping(_attribute(value, "__dict__")) if kind is not object and _is_plain(kind) else None


def _of_mapping(mapping: Dict[Any, Any]) -> Optional[Parts]:
    if len(mapping) > LONGEST or any(type(key) not in _ATOMS for key in mapping):
        return None
    return tuple(mapping), list(mapping.values())


def _is_plain(kind: type) -> bool:
    """Tell whether objects of a class have attributes and methods, and nothing that runs when they are looked at.

    What the class itself holds must not change either.
    """
    return type(kind) is type and all(base is object or _is_made_plainly(base) for base in kind.__mro__)


def _is_made_plainly(base: type) -> bool:
    if not base.__flags__ & _MADE_IN_PYTHON:
        return False
    members = ((name, member) for name, member in vars(base).items() if name not in _DESCRIBING)
    return all(type(member) in _HARMLESS and (name[:2] != "__" or name in _SAID) for name, member in members)
