"""A small edit that may repair a program, kept so that it cannot be shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from gadfly_analyzers.findings import Span


class Edit(NamedTuple):
    """Text put in place of the bytes from ``start`` to ``end`` (half open) of the student's program."""

    start: int
    end: int
    text: bytes

    def __repr__(self) -> str:
        return "<an edit>"


class Repair:
    """One or more edits that are tried together, at a site.

    ``kind`` names the sort of edit (``family/detail``) and ``span`` the own text of the statement that it belongs to;
    both may be known. The edits are secret: a repair has no printed form, cannot be copied or pickled,
    and ``edits_of`` alone opens it (``edits_together``: several), for the process that tries it.
    """

    __slots__ = ("__edits", "kind", "span")

    def __init__(self, kind: str, span: Span, edits: Sequence[Edit]) -> None:
        self.kind = kind
        self.span = span
        self.__edits = tuple(sorted(edits))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Repair) and self.__edits == other.__edits

    def __hash__(self) -> int:
        return hash(self.__edits)

    def __repr__(self) -> str:
        return "<a repair>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a repair is secret and cannot be copied or written down")


def edits_of(repair: Repair) -> tuple[Edit, ...]:
    """Open a repair: its edits in the order of their places, none overlapping another."""
    return repair._Repair__edits  # type: ignore[attr-defined, no-any-return] # this is the one key


def edits_together(repairs: Sequence[Repair]) -> Sequence[Edit]:
    """Open several repairs that are tried at once: their edits in the order of their places."""
    if len(repairs) == 1:
        return edits_of(repairs[0])
    return sorted(edit for repair in repairs for edit in edits_of(repair))


def are_apart(*repairs: Repair) -> bool:
    """Tell whether repairs are of different statements, and can all be made at once."""
    if len({repair.span for repair in repairs}) < len(repairs):
        return False
    reached = 0
    for start, end, _ in edits_together(repairs):
        if start < reached:
            return False
        reached = end
    return True
