"""What trying repairs showed about a statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gadfly_analyzers.findings import Span
from gadfly_analyzers.localize.repairs.repair import Repair


@dataclass(frozen=True, slots=True)
class Hit:
    """A repair of this ``kind`` at the statement with this ``span`` changed something for the better.

    What is put in between statements counts as at the one above the gap, if it belongs to none of the two beside it.

    ``repaired`` are the ids of failing tests that then pass, ``farther`` those that get farther before they fail.
    ``breaks`` tells that a passing test fails then; ``whole`` that every test passes.
    ``cut`` are failing tests that might pass then, had they not been stopped for the steps they take.
    ``others`` are further statements that were edited with it, by repairs of ``other_kinds``; ``beside`` are those next
    to what was put in.
    """

    span: Span
    kind: str
    repaired: frozenset[str]
    farther: frozenset[str] = frozenset()
    breaks: bool = False
    whole: bool = False
    cut: frozenset[str] = frozenset()
    others: tuple[Span, ...] = ()
    beside: tuple[Span, ...] = ()
    other_kinds: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[tuple[Span, str], ...]:
        """Each edited statement with the kind of its repair."""
        return tuple(zip((self.span, *self.others), (self.kind, *self.other_kinds), strict=True))


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search has shown: its hits, how many repairs of each kind were tried (of one that goes on, nothing yet),
    and whether none was left.

    Secret are ``cures``, for each statement that alone can be repaired the likeliest of these repairs, and ``ways``,
    for each hit the repairs that were tried together in it.
    """

    hits: tuple[Hit, ...] = ()
    tried: Mapping[str, int] = field(default_factory=dict)
    complete: bool = False
    cures: Mapping[Span, Repair] = field(default_factory=dict, repr=False)
    ways: tuple[tuple[Repair, ...], ...] = field(default=(), repr=False)
