"""What becomes of a value: which one a statement makes, what was there before, and what is given back."""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.localize.directions.assigning import (
    is_fixed,
    is_name,
    is_set_elsewhere,
    joins_named,
    mentions_itself,
    targets,
)
from gadfly_analyzers.localize.directions.between import between, joins
from gadfly_analyzers.localize.directions.compared import Compared, Pair
from gadfly_analyzers.trace.readings import Activation, Step
from gadfly_analyzers.trace.recording import EventKind
from gadfly_analyzers.values import Value

MOST_RUNS = 20  # of the statement in one call
_TRIVIAL = ("0", "1", "-1", "None", "True", "False", "''", "[]", "{}", "()", "set()")


def target(compared: Compared) -> Deviation | None:
    """Tell whether the value that a statement makes goes to another name in the other version."""
    for pair, ours, theirs in _both(compared):
        for name in targets(compared):
            made, before = _after(pair.ours, name, ours), pair.ours.value_before(name, ours.start)
            other = _after(pair.theirs, name, theirs)
            if made is None or made == before or other != pair.theirs.value_before(name, theirs.start):
                continue
            if made.text not in _TRIVIAL and any(made == each for each in _changed(pair.theirs, theirs)):
                return Deviation.ANOTHER_TARGET
    return None


def made(compared: Compared) -> Deviation | None:
    """Compare the value that a statement gives to a name, the first time that it is another."""
    for pair, ours, theirs in _both(compared):
        for name in _names(compared):
            one, other = _after(pair.ours, name, ours), _after(pair.theirs, name, theirs)
            if one is None or other is None or one == other:
                continue
            before = pair.ours.value_before(name, ours.start)
            return _story(compared, pair, name, before, one, other, ours)
    return None


def given_back(compared: Compared) -> Deviation | None:
    """Compare what a call gives back with the statement."""
    for pair in compared.pairs:
        ours, theirs = pair.ours.returned, pair.theirs.returned
        if ours is None or theirs is None or ours.value == theirs.value:
            continue
        if ours.value.text == "None" and _gives_nothing(compared):
            return Deviation.RETURNS_NOTHING
        if compared.statement.kind == "return_statement" and _ends_here(compared, pair):
            if is_name(compared) and _is_elsewhere(pair.ours, ours.event, theirs.value, ""):
                return Deviation.ANOTHER_NAME
            return between(ours.value, theirs.value)
    return None


def kept(compared: Compared) -> Deviation | None:
    """Tell whether a name keeps its value behind the statement, where the other version gives it another."""
    event, departed = compared.event, compared.departed
    if event is None or departed is None or departed.name is None or not compared.departs_here:
        return None
    return None if departed.name in dict(event.changes) else Deviation.STAYS


def _story(  # noqa: PLR0913, PLR0917 # all that a value has behind it
    compared: Compared, pair: Pair, name: str, before: Value | None, one: Value, other: Value, step: Step
) -> Deviation:
    is_start = is_set_elsewhere(compared, name) and (before is None or (is_fixed(compared) and not compared.loop))
    if is_start:
        starts = {Deviation.TOO_HIGH: Deviation.STARTS_HIGH, Deviation.TOO_LOW: Deviation.STARTS_LOW}
        return starts.get(between(one, other), Deviation.STARTS_OTHER)
    if before is not None and (found := _grown(compared, name, before, one, other)):
        return found
    if is_name(compared) and _is_elsewhere(pair.ours, step.start, other, name):
        return Deviation.ANOTHER_NAME
    return between(one, other)


def _grown(compared: Compared, name: str, before: Value, one: Value, other: Value) -> Deviation | None:
    """How a name comes from its old value to its new one, and how it would have to."""
    if one == before:
        return Deviation.STAYS
    if joins(before, one, other) and not mentions_itself(compared, name):
        return Deviation.REPLACED
    return Deviation.PILED_UP if joins(before, other, one) and joins_named(compared, name) else None


def _both(compared: Compared) -> Iterator[tuple[Pair, Step, Step]]:
    """Runs of the statement that are the same in both versions: that after which they depart, else the first ones."""
    for pair in compared.pairs:
        runs = compared.runs(pair)
        if runs:
            both = [*zip(*runs, strict=False)]
            departing = [each for each in both if compared.departed and each[0].end == compared.departed.event]
            same = both[:MOST_RUNS] if len(runs[0]) == len(runs[1]) else []
            yield from ((pair, *each) for each in departing or same)


def _after(run: Activation, name: str, step: Step) -> Value | None:
    found = run.value_after(name, step)
    return found.value if found else None


def _changed(run: Activation, step: Step) -> Iterator[Value]:
    """The values that names have after a step and had not before."""
    for name in run.names:
        value = _after(run, name, step)
        if value is not None and value != run.value_before(name, step.start):
            yield value


def _names(compared: Compared) -> list[str]:
    """The names that the statement gives a value, and the one that differs behind it."""
    departed = [compared.departed.name] if compared.departs_here and compared.departed else []
    return list(dict.fromkeys([*targets(compared), *(name for name in departed if name)]))


def _is_elsewhere(run: Activation, event: int, wanted: Value, name: str) -> bool:
    """Whether a value stands under another name of the function at an event."""
    if wanted.text in _TRIVIAL:
        return False
    return any(run.value_before(each, event) == wanted for each in run.names if each != name)


def _gives_nothing(compared: Compared) -> bool:
    event = compared.event
    return event is not None and event.kind is EventKind.RETURN and compared.departs_here


def _ends_here(compared: Compared, pair: Pair) -> bool:
    return bool(pair.ours.steps) and pair.ours.steps[-1].statement is compared.statement
