"""What of the record leaves the computer: pseudonyms in the place of names, and only what the student allows now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gadfly_server.events.event import Event
from gadfly_server.models.privacy import own_names, without_personal_data

if TYPE_CHECKING:
    from gadfly_server.events.journal import Journal, Kept


@dataclass(frozen=True, slots=True)
class Shared:
    """An event as others get it. ``id``, ``student``, ``program`` and the event's ``state`` are keyed hashes.

    ``contact`` is how the student wants to be called by a teacher who helps, and empty without consent to that.
    ``session`` stands for one dialogue: the program, and how often it began anew.
    """

    number: int
    id: str
    at: str
    course: str
    assignment: str
    student: str
    program: str
    session: str
    contact: str
    event: Event


def shared(journal: Journal, course: str, after: int = 0, most: int = -1) -> tuple[Shared, ...]:
    """All events of a course after a number that may leave; none if the student does not allow it (any more)."""
    consent = journal.consent(course)
    if not consent.events:
        return ()
    names = own_names()
    told = _told(journal, journal.read(course, after, most), consent.contact)
    return tuple(replace(each, event=_allowed(each.event, names, texts=consent.texts)) for each in told)


def _allowed(event: Event, names: tuple[str, ...], *, texts: bool) -> Event:
    """The event without words, or with words that do not tell who or where the student is."""
    return replace(event, text=without_personal_data(event.text, names) if texts else "")


def _told(journal: Journal, kept: Iterable[Kept], contact: str) -> Iterator[Shared]:
    names = journal.pseudonyms
    for each in kept:
        program = names.of("program", each.place.program)
        session = names.of("session", f"{each.place.program} {each.round}")
        state = names.of("state", each.event.state) if each.event.state else ""
        assignment = each.place.assignment or f"unnamed-{program[:6]}"
        student = names.student(each.place.course)
        event = replace(each.event, state=state)
        course = each.place.course
        name = names.of("event", each.id)  # the kept one follows from where the program lies: who guesses that knows it
        yield Shared(each.number, name, each.at, course, assignment, student, program, session, contact, event)
