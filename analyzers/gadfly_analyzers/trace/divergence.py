"""Where a failing run departs from another one; told of the failing run alone, since the other may be a secret."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from gadfly_analyzers.trace.line_map import LineMap
from gadfly_analyzers.trace.recording import Event, EventKind, Trace
from gadfly_analyzers.values import Value

_ENDS = (EventKind.RETURN, EventKind.RAISE)


@dataclass(frozen=True, slots=True)
class Divergence:
    """A place in the failing run.

    ``event`` is the index of the first event that shows a difference. ``line`` is the line that had just run then in
    ``frame`` and made it: it gave a variable its value, chose a branch, made a call or returned; where an argument
    is the first difference, it is the line of the ``def``. ``earlier`` tells how many times the line had run before
    that in the frame. ``name`` is the variable that differs; ``None`` if only the way or a returned value does.
    """

    event: int
    line: int
    frame: int
    earlier: int
    name: str | None


def divergence(failing: Trace, other: Trace, lines: LineMap) -> Divergence | None:
    """Find where a run departs from that of another version of the program in the same test.

    Events are compared one by one: kind, function, line, the variables that the failing run knows, and the value at
    a frame's end. Lines that only one version has are passed over; what they did to variables shows at the next event.
    ``lines`` maps the failing version to the other. ``None`` if the runs agree as far as both were recorded, or if
    it is the test that goes on differently.
    """
    ours, theirs = _Walk(failing, lines.there), _Walk(other, lines.reversed().there)
    frames: dict[int, int] = {}
    for index, event, twin in _side_by_side(ours, theirs):
        if twin is None:
            return _place(failing, index, None) if other.complete else None
        if event.kind is EventKind.CALL and twin.kind is EventKind.CALL:
            frames[event.frame] = twin.frame
        if frames.get(event.frame, event.frame) == twin.frame:
            known = theirs.values.get(twin.frame, {})
            departed = (name for name, value in ours.values[event.frame].items() if known.get(name) != value)
            name = next(departed, None) if event.function == twin.function else None
            if name is not None:
                return _place(failing, index, name)
        if not _agree(event, twin, ours, theirs) or event.value != twin.value:
            return _place(failing, index, None)
    return None


def divergence_from_passing(failing: Trace, passing: Trace) -> Divergence | None:
    """Find where a run goes another way than that of a passing test, whose values are others by nature.

    Kind, function and line of the events are compared one by one. ``None`` if the runs agree as far as both were
    recorded, or if it is the test that goes on differently.
    """
    ours, theirs = (_Walk(trace, lambda line: line) for trace in (failing, passing))
    for index, event, twin in _side_by_side(ours, theirs):
        if twin is None:
            return _place(failing, index, None) if passing.complete else None
        if not _agree(event, twin, ours, theirs):
            return _place(failing, index, None)
    return None


class _Walk:
    """Goes through the events of one run, and knows the values of each frame's variables at the present one."""

    def __init__(self, trace: Trace, elsewhere: Callable[[int], int | None]) -> None:
        self.trace = trace
        self.elsewhere = elsewhere  # the line in the other version
        self.values: dict[int, dict[str, Value]] = {}

    def __iter__(self) -> Iterator[tuple[int, Event]]:
        for index, event in enumerate(self.trace.events):
            self.values.setdefault(event.frame, {}).update(event.changes)
            if event.kind is not EventKind.LINE or self.elsewhere(event.line) is not None:
                yield index, event


def _side_by_side(ours: _Walk, theirs: _Walk) -> Iterator[tuple[int, Event, Event | None]]:
    """Pair the events of two runs as long as the first one goes on."""
    for here, there in zip_longest(ours, theirs):
        if here is None:
            return
        yield *here, there[1] if there else None


def _agree(event: Event, twin: Event, ours: _Walk, theirs: _Walk) -> bool:
    """Tell whether two events are of one kind and in one place; one on a line of its own version is in any place."""
    if (event.kind, event.function) != (twin.kind, twin.function):
        return False
    line = ours.elsewhere(event.line)
    return line is None or line == twin.line or theirs.elsewhere(twin.line) is None


def _place(failing: Trace, index: int, name: str | None) -> Divergence | None:
    """Find the line that had just run when an event showed a difference."""
    event = failing.events[index]
    running: dict[int, int] = {}  # the line of each open frame, that which ran last at the end
    counts: Counter[tuple[int, int]] = Counter()
    for each in failing.events[:index]:
        running.pop(each.frame, None)
        if each.kind not in _ENDS:
            running[each.frame] = each.line
        counts[each.frame, each.line] += each.kind is EventKind.LINE
    if event.kind is EventKind.CALL and name is None:
        if not running:
            return None
        frame, line = running.popitem()
    else:
        frame, line = event.frame, running.get(event.frame, event.line)
    return Divergence(index, line, frame, max(counts[frame, line] - 1, 0), name)
