"""To which course and assignment a program belongs, and what the course asks its students to share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gadfly_server.classroom.room import Classroom


@dataclass(frozen=True, slots=True)
class Course:
    """What a teacher laid down: names, what is asked for, and the learning record store that takes it, if there is one.

    ``asks`` holds some of ``events``, ``texts`` and ``contact``; what is asked for still needs the student's consent.
    """

    name: str = ""
    assignment: str = ""
    asks: frozenset[str] = frozenset()
    store: str = ""


NONE = Course()


def course_of(room: Classroom) -> Course:
    """What the classroom file in force says of it; one that does not hold says nothing."""
    keys = room.keys
    return Course(keys.course, keys.assignment, frozenset(keys.record.ask), keys.record.store)
