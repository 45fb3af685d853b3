"""What calls get, whether a recursion comes to its end, and where the run breaks off."""

from __future__ import annotations

from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.localize.directions.compared import Compared
from gadfly_analyzers.trace.readings import Activation
from gadfly_analyzers.trace.recording import EventKind
from gadfly_analyzers.values import Value

MOST_CALLS = 50
_TOO_DEEP = "RecursionError"


def recursion(compared: Compared) -> Deviation | None:
    """Compare how deep a function calls itself."""
    name = compared.statement.function
    if name is None or compared.departed is None:
        return None
    ours, theirs = (_depth(each.readings.activations_of(name)) for each in (compared.ours, compared.theirs))
    if max(ours, theirs) < 2:
        return None
    if _is_endless(compared) and ours > theirs:
        is_stuck = _is_stuck(compared.ours.readings.activations_of(name))
        return Deviation.RECURSION_STUCK if is_stuck else Deviation.RECURSION_ENDLESS
    is_whole = compared.ours.trace.complete
    return Deviation.RECURSION_ENDS_EARLY if ours < theirs and is_whole and not _is_condition(compared) else None


def arguments(compared: Compared) -> Deviation | None:
    """Compare the arguments of the call with which the run departs."""
    event, departed = compared.event, compared.departed
    if event is None or departed is None or event.kind is not EventKind.CALL or departed.name is None:
        return None
    caller = compared.ours.readings.activations
    own = compared.ours.readings.activations_of(event.function)
    number = next((at for at, each in enumerate(own) if each.frame == event.frame), 0)
    other = compared.theirs.readings.activations_of(event.function)[number : number + 1]
    parent = next((each for each in caller if each.frame == own[number].parent), None)
    if not other or parent is None or parent.function != compared.statement.function:
        return None
    ours, theirs = _given(own[number]), _given(other[0])
    swapped = ours != theirs and sorted(ours, key=_text) == sorted(theirs, key=_text)
    return Deviation.SWAPPED if swapped else Deviation.ARGUMENT


def crash(compared: Compared) -> Deviation | None:
    """Tell whether an exception leaves the statement in our version alone."""
    for pair in compared.pairs:
        if pair.ours.raised and not pair.theirs.raised and pair.ours.steps[-1].statement is compared.statement:
            return Deviation.CRASHES
    return None


def _is_endless(compared: Compared) -> bool:
    events = compared.ours.trace.events
    raised = (each.value.type for each in events if each.kind is EventKind.RAISE and each.value)
    return compared.theirs.trace.complete and (not compared.ours.trace.complete or _TOO_DEEP in raised)


def _is_stuck(runs: tuple[Activation, ...]) -> bool:
    """Whether calls within each other get the same twice in a row; only of values recorded whole is that known."""
    given = {run.frame: run.arguments for run in runs[:MOST_CALLS] if all(value.literal for _, value in run.arguments)}
    same = {run.frame for run in runs if run.parent in given and given.get(run.frame) == given[run.parent] != ()}
    return any(run.frame in same and run.parent in same for run in runs)


def _is_condition(compared: Compared) -> bool:
    return compared.statement.kind in ("if_statement", "elif_clause", "while_statement")


def _depth(runs: tuple[Activation, ...]) -> int:
    """How many calls of a function were open at once."""
    depths: dict[int, int] = {}
    for run in runs:
        depths[run.frame] = depths.get(-1 if run.parent is None else run.parent, 0) + 1
    return max(depths.values(), default=0)


def _given(run: Activation) -> list[Value]:
    return [value for _, value in run.arguments]


def _text(value: Value) -> str:
    return value.text
