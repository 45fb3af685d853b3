"""To which course and assignment a program belongs, and what the course asks its students to share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.events.event import Kind

if TYPE_CHECKING:
    from gadfly_server.classroom.room import Classroom


_NAMES = {  # what a classroom file calls each of them
    Kind.SNAPSHOT: "edit",
    Kind.RUN: "run",
    Kind.SUCCESS: "run",
    Kind.LUCK: "run",
    Kind.FINDING: "finding",
    Kind.QUESTION: "question",
    Kind.REPLY: "question",
    Kind.ANSWER: "answer",
    Kind.REQUEST: "answer",
    Kind.HYPOTHESIS: "answer",
    Kind.INSIGHT: "level",
    Kind.LEVEL: "level",
    Kind.HAND_OVER: "level",
    Kind.MODEL: "model",
}
EVERYTHING = frozenset(_NAMES.values())


@dataclass(frozen=True, slots=True)
class Course:
    """What a teacher laid down: names, what is asked for, and the learning record store that takes it, if there is one.

    ``asks`` holds some of ``events``, ``texts`` and ``contact``; what is asked for still needs the student's consent.
    ``records`` names the kinds of events that may be recorded at all, as a classroom file names them.
    """

    name: str = ""
    assignment: str = ""
    asks: frozenset[str] = frozenset()
    store: str = ""
    records: frozenset[str] = EVERYTHING

    def takes(self, kind: Kind) -> bool:
        """Whether an event may be recorded, if the student allows it."""
        return _NAMES[kind] in self.records


NONE = Course()


def course_of(room: Classroom) -> Course:
    """What the classroom file in force says of it; one that does not hold says nothing."""
    keys = room.keys
    if not keys.record.enabled:
        return Course(keys.course, keys.assignment, records=frozenset())
    asks, records = frozenset(keys.record.ask), frozenset(keys.record.events)
    return Course(keys.course, keys.assignment, asks, keys.record.store, records)
