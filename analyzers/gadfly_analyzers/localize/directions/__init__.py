"""Of what kind a departure is: each file looks for some kinds in the two runs; what is found first is said."""

from __future__ import annotations

from collections.abc import Callable

from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.localize.directions import branches, calls, loops, objects, order, values
from gadfly_analyzers.localize.directions.compared import Compared

Look = Callable[[Compared], Deviation | None]

# The nearest to a cause first: how often a statement runs may follow from a value, and a crash from either.
ALL: tuple[Look, ...] = (
    calls.recursion,
    loops.rounds,
    branches.way,
    objects.shared,
    calls.arguments,
    calls.crash,
    order.leaving,
    values.target,
    values.made,
    values.given_back,
    order.leaving_near,
    order.often,
    values.kept,
)


def deviation(compared: Compared) -> Deviation | None:
    """Tell how our run goes another way at the statement; ``None`` if the runs do not show it."""
    return next((found for look in ALL if (found := look(compared))), None)
