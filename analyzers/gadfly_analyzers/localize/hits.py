"""What trying repairs showed about a statement, without the repairs themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gadfly_analyzers.findings import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A repair of this ``kind`` at the statement with this ``span`` changed something for the better.

    ``repaired`` are the ids of failing tests that then pass, ``farther`` those that get farther before they fail.
    ``breaks`` tells that a passing test fails then; ``whole`` that every test passes.
    ``others`` are further statements that were edited with it.
    """

    span: Span
    kind: str
    repaired: frozenset[str]
    farther: frozenset[str] = frozenset()
    breaks: bool = False
    whole: bool = False
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search has shown so far: its hits, how many repairs of each kind were tried, and whether none was left."""

    hits: tuple[Hit, ...] = ()
    tried: Mapping[str, int] = field(default_factory=dict)
    complete: bool = False
