"""Two names for one object, where each would need its own."""

from __future__ import annotations

from itertools import combinations

from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.localize.directions.compared import Compared
from gadfly_analyzers.trace.readings import Activation
from gadfly_analyzers.trace.recording import Trace

MOST_NAMES = 12


def shared(compared: Compared) -> Deviation | None:
    """Find two names that stand for one object at the end of our call, and for two in the other version's."""
    for pair in compared.pairs:
        ours = _numbers(compared.ours.trace, pair.ours)
        theirs = _numbers(compared.theirs.trace, pair.theirs)
        both = [name for name in ours if ours[name] and theirs.get(name)][:MOST_NAMES]
        for one, other in combinations(both, 2):
            if ours[one] == ours[other] and theirs[one] != theirs[other]:
                return Deviation.SHARED
    return None


def _numbers(trace: Trace, run: Activation) -> dict[str, int]:
    """The number of the object that each name stands for at the end of a call."""
    found: dict[str, int] = {}
    for index in run.indices:
        found.update(trace.events[index].objects)
    return found
