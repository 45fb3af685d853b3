"""A recorded run of one test: what happened in the student's program, step by step."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from gadfly_analyzers.values import Value


class EventKind(Enum):
    """What a step of a run is."""

    CALL = "call"  # a function of the program starts; ``changes`` are its arguments
    LINE = "line"  # a line is about to run; ``changes`` are the locals that changed since the frame's last event
    RETURN = "return"  # the frame ends normally; ``value`` is what it returns
    RAISE = "raise"  # an exception passes through the frame; ``value`` is the exception


@dataclass(frozen=True, slots=True)
class Event:
    """One step. ``frame`` numbers activations in order of their start, from 0; ``line`` is 1-based.

    ``objects`` are names that stand for another list, dictionary or object than before, each with that object's
    number; two names with the same number stand for the same one. ``state`` is a number for all that the variables hold
    where a loop begins another pass, the same whenever that is the same; ``None`` if that was not looked at. Neither is
    a part of what makes two events equal.
    """

    kind: EventKind
    frame: int
    function: str
    line: int
    changes: tuple[tuple[str, Value], ...] = ()
    value: Value | None = None
    objects: tuple[tuple[str, int], ...] = field(default=(), compare=False)
    state: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Trace:
    """The events of one test inside the student's program, in order.

    ``complete`` is false when a limit cut the recording; ``stopped`` then says which, in words.
    """

    test: str
    events: tuple[Event, ...]
    complete: bool
    stopped: str = ""

    @property
    def repeatable(self) -> bool:
        """Whether another recording would hold the same: no clock had a say in where it was cut."""
        return self.complete or self.stopped.startswith("after ")  # so many steps
