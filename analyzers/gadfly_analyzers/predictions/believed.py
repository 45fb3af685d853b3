"""The trace of a rewritten program, told of the student's program alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gadfly_analyzers.predictions.rewrites.functions import GIVEN
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.layout import Layout
from gadfly_analyzers.trace.recording import Event, EventKind, Trace
from gadfly_analyzers.values import Value

_NOTHING = "None"


def believed(trace: Trace, source: Source) -> Trace:
    """Leave out what the student's program does not have: lines without a statement, and names of ours.

    What a function is believed to give back stands in such a name, and is what it then returns.
    The end of a recording that was cut is left out as far as it shows how the run was stopped.
    """
    events = list(_told(trace.events, Layout(source)))
    while events and not trace.complete and events[-1].kind is EventKind.RAISE:
        events.pop()
    return replace(trace, events=tuple(events))


def differ(real: Trace, other: Trace) -> bool:
    """Tell whether two runs of a test show different things, as far as both were recorded."""
    if any(one != two for one, two in zip(real.events, other.events, strict=False)):
        return True
    shorter, longer = sorted((real, other), key=lambda each: len(each.events))
    return shorter.complete and len(shorter.events) < len(longer.events)


def _told(events: Iterable[Event], layout: Layout) -> Iterator[Event]:
    given: dict[int, Value] = {}
    waiting: dict[int, dict[str, Value]] = {}  # what lines that are left out did to variables, for the next event
    moved: dict[int, dict[str, int]] = {}  # the same of the objects that names stand for
    for event in events:
        changes = waiting.pop(event.frame, {}) | dict(event.changes)
        objects = moved.pop(event.frame, {}) | dict(event.objects)
        if GIVEN in changes:
            given[event.frame] = changes.pop(GIVEN)
        if event.kind is EventKind.LINE and layout.at(event.line) is None:
            waiting[event.frame], moved[event.frame] = changes, objects
        else:
            told = tuple(changes.items()), _value(event, given), tuple(objects.items())
            yield replace(event, changes=told[0], value=told[1], objects=told[2])


def _value(event: Event, given: dict[int, Value]) -> Value | None:
    nothing = event.kind is EventKind.RETURN and event.value is not None and event.value.text == _NOTHING
    return given.get(event.frame, event.value) if nothing else event.value
