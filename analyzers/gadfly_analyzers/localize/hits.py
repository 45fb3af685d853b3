"""What trying repairs showed about a statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gadfly_analyzers.findings import Span
from gadfly_analyzers.localize.repairs.repair import Repair


@dataclass(frozen=True, slots=True)
class Hit:
    """A repair of this ``kind`` at the statement with this ``span`` changed something for the better.

    ``repaired`` are the ids of failing tests that then pass, ``farther`` those that get farther before they fail.
    ``breaks`` tells that a passing test fails then; ``whole`` that every test passes.
    ``others`` are further statements that were edited with it; ``beside`` are those next to what was put in.
    """

    span: Span
    kind: str
    repaired: frozenset[str]
    farther: frozenset[str] = frozenset()
    breaks: bool = False
    whole: bool = False
    others: tuple[Span, ...] = ()
    beside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search has shown: its hits, how many repairs of each kind were tried, and whether none was left.

    ``cures`` are secret: for each statement that alone can be repaired the likeliest of these repairs.
    """

    hits: tuple[Hit, ...] = ()
    tried: Mapping[str, int] = field(default_factory=dict)
    complete: bool = False
    cures: Mapping[Span, Repair] = field(default_factory=dict, repr=False)
