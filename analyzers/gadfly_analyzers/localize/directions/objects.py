"""Two names for one object, where each would need its own."""

from __future__ import annotations

from itertools import combinations

from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.localize.directions.compared import Compared
from gadfly_analyzers.trace.readings import Activation
from gadfly_analyzers.trace.recording import Trace

MOST_NAMES = 12
_CHANGEABLE = ("list", "dict", "set", "bytearray")


def shared(compared: Compared) -> Deviation | None:
    """Find two names that stand for one object at the end of our call, and for two in the other version's."""
    for pair in compared.pairs:
        ours = _numbers(compared.ours.trace, pair.ours)
        theirs = _numbers(compared.theirs.trace, pair.theirs)
        both = [name for name in ours if ours[name] and theirs.get(name) and _is_changeable(pair.ours, name)]
        for one, other in combinations(both[:MOST_NAMES], 2):
            if ours[one] == ours[other] and theirs[one] != theirs[other]:
                return Deviation.SHARED
    return None


def _numbers(trace: Trace, run: Activation) -> dict[str, int]:
    """The number of the object that each name stands for at the end of a call."""
    found: dict[str, int] = {}
    for index in run.indices:
        found.update(trace.events[index].objects)
    return found


def _is_changeable(run: Activation, name: str) -> bool:
    """Tell whether a name stands for a list or the like as a call ends: of two numbers nobody minds which is which."""
    value = run.value_before(name, run.indices[-1])
    return value is not None and value.type in _CHANGEABLE
