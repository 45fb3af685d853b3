"""Who goes before whom: the lab's policy, a signed classroom file, the user, an unsigned one, the lab's defaults.

What protects a student adds up instead: patterns that are off, and a no to memory, models and the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

Table = Mapping[str, Any]
Path = tuple[str, ...]


class Voice(str, Enum):
    """Who lays something down, the strongest first."""

    POLICY = "lab policy"
    SIGNED = "signed classroom file"
    USER = "user"
    UNSIGNED = "classroom file"  # anybody may have changed it
    LAB = "the lab's defaults"


STRONGEST_FIRST = tuple(Voice)
ADDS_UP: frozenset[Path] = frozenset({("patterns", "disabled")})
NO_HOLDS: frozenset[Path] = frozenset({("memory", "enabled"), ("models", "allowed"), ("record", "enabled")})


@dataclass(frozen=True, slots=True)
class Layer:
    """What one of them says, as the table of a classroom file."""

    voice: Voice
    table: Table


def in_force(layers: Sequence[Layer]) -> dict[str, Any]:
    """The table that holds; a key that nobody names is not in it."""
    ordered = sorted(layers, key=lambda layer: STRONGEST_FIRST.index(layer.voice))
    merged: dict[Path, Any] = {}
    for layer in ordered:
        for path, value in _leaves(layer.table):
            if path in ADDS_UP:
                merged[path] = [*dict.fromkeys([*merged.get(path, ()), *value])]
            elif path in NO_HOLDS:
                merged[path] = merged.get(path, True) and value
            else:
                merged.setdefault(path, value)
    return _nested(merged)


def _leaves(table: Table, around: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Keys and what they say; a list says one thing as a whole."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, (*around, name))
        else:
            yield (*around, name), value


def _nested(merged: Mapping[Path, Any]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for path, value in merged.items():
        inner = table
        for name in path[:-1]:
            inner = inner.setdefault(name, {})
        inner[path[-1]] = value
    return table
