"""The record of what happened: one SQLite file of this user's; what it holds is what the student allowed."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gadfly_server.database import Database
from gadfly_server.events.consent import NONE, Consent
from gadfly_server.events.event import Event, Kind, in_utc
from gadfly_server.events.pseudonyms import Pseudonyms
from gadfly_server.events.schema import MIGRATIONS
from gadfly_server.home import state_folder

if TYPE_CHECKING:
    import sqlite3

FILE = "events.sqlite3"
_SPACE = uuid.UUID("5b7d3d0e-6f0a-5c8e-9c1b-1f6d1b1f2a77")  # of the names of our events
_ALWAYS_NEW = (Kind.RUN, Kind.MODEL)  # the same program may run twice
_FIELDS = "kind, turn, level, state, question, name, mark, misconception, line, tokens, tests, text"
_COLUMNS = f"id, at, program, course, assignment, round, {_FIELDS}"
_INSERT = f"INSERT OR IGNORE INTO events ({_COLUMNS}) VALUES ({', '.join('?' * 18)})"  # noqa: S608 - ours


@dataclass(frozen=True, slots=True)
class Place:
    """What an event belongs to: the program, as a hash, and the course and assignment as the teacher calls them."""

    program: str
    course: str = ""
    assignment: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """An event as it is kept. ``number`` grows with each; ``round`` counts how often the dialogue began anew."""

    number: int
    id: str
    at: str
    place: Place
    round: int
    event: Event


class Journal:
    """Writes and reads events. All methods raise ``Unusable`` where the file cannot be used.

    What ``write`` was given survives the end of the process, and of the machine, once it returns.
    """

    def __init__(
        self,
        folder: Path | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        folder = folder or state_folder()
        self.database = Database(folder / FILE, MIGRATIONS, tell, durable=True)
        self.pseudonyms = Pseudonyms(folder)
        self._clock = clock

    def write(self, place: Place, events: Iterable[Event]) -> int:
        """Keep what the student allows of these, each once; tells how many were new."""
        every = tuple(events)
        if not every or not self.database.path.exists():  # without a file nothing was allowed
            return 0
        at = self._now()

        def kept(to: sqlite3.Connection) -> int:
            consent = _consent(to, place.course)
            if not consent.events:
                return 0
            numbered = _round(to, place.program)
            rows = [_row(place, at, numbered, each if consent.texts else replace(each, text="")) for each in every]
            return to.executemany(_INSERT, rows).rowcount

        return self.database.write(kept)

    def begin_anew(self, program: str) -> None:
        """Tell apart what follows from what came before: the dialogue about a program is forgotten."""
        begin = "INSERT INTO rounds VALUES (?, 1) ON CONFLICT (program) DO UPDATE SET round = round + 1"
        if self.database.path.exists():
            self.database.write(lambda to: to.execute(begin, (program,)).rowcount)

    def read(self, course: str | None = None, after: int = 0, most: int = -1) -> tuple[Kept, ...]:
        """The events of a course, or of all, in the order in which they happened."""
        select = f"SELECT number, {_COLUMNS} FROM events WHERE number > ? AND course = ifnull(?, course)"  # noqa: S608 - ours
        rows = f"{select} ORDER BY number LIMIT ?"
        return self.database.read(lambda of: tuple(map(_kept, of.execute(rows, (after, course, most)))), ())

    def consent(self, course: str) -> Consent:
        """What the student allowed for a course."""
        return self.database.read(lambda of: _consent(of, course), NONE)

    def consents(self) -> dict[str, Consent]:
        """The same for all courses of which the student decided."""
        select = "SELECT course, events, texts, contact, since, store FROM consents ORDER BY course"
        return self.database.read(
            lambda of: {row[0]: Consent(bool(row[1]), bool(row[2]), *row[3:]) for row in of.execute(select)}, {}
        )

    def allow(self, course: str, consent: Consent) -> None:
        """Take down what the student allows from now on."""
        row = (course, consent.events, consent.texts, consent.contact, self._now(), consent.store)
        self.database.write(lambda to: to.execute("INSERT OR REPLACE INTO consents VALUES (?, ?, ?, ?, ?, ?)", row))

    def sent(self, store: str, course: str) -> int:
        """The number of the last event of a course that a store has taken."""
        select = "SELECT number FROM sent WHERE store = ? AND course = ?"
        return self.database.read(lambda of: next((int(n) for (n,) in of.execute(select, (store, course))), 0), 0)

    def mark_sent(self, store: str, course: str, number: int) -> None:
        """Remember that a store has taken all events of a course up to a number."""
        row = (store, course, number)
        self.database.write(lambda to: to.execute("INSERT OR REPLACE INTO sent VALUES (?, ?, ?)", row))

    def delete(self) -> int:
        """Delete all events, consents and the key of the pseudonyms, so that no byte is left; tells how many events."""
        count = self.database.read(lambda of: int(of.execute("SELECT COUNT(*) FROM events").fetchone()[0]), 0)
        if self.database.path.exists():
            self.database.write(_empty)
            self.database.compact()  # whoever has the file open keeps an empty one
        self.database.remove()
        self.pseudonyms.forget()
        return count

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def _now(self) -> str:
        return in_utc(self._clock())


def _empty(to: sqlite3.Connection) -> None:
    for table in ("events", "consents", "rounds", "sent"):
        to.execute(f"DELETE FROM {table}")  # noqa: S608 - ours


def _consent(of: sqlite3.Connection, course: str) -> Consent:
    select = "SELECT events, texts, contact, since, store FROM consents WHERE course = ?"
    row = of.execute(select, (course,)).fetchone()
    return Consent(bool(row[0]), bool(row[1]), *row[2:]) if row else NONE


def _round(of: sqlite3.Connection, program: str) -> int:
    row = of.execute("SELECT round FROM rounds WHERE program = ?", (program,)).fetchone()
    return int(row[0]) if row else 0


def _row(place: Place, at: str, numbered: int, event: Event) -> tuple[object, ...]:
    fields = (
        *(event.kind.value, event.turn, event.level, event.state, event.question, event.name, event.mark),
        *(event.misconception, event.line, event.tokens, json.dumps(event.tests)),
    )
    whole = json.dumps((place.program, numbered, *fields))
    # The same turn has the same name also where the process ended before it was shown, and it is written once more.
    name = uuid.uuid4() if event.kind in _ALWAYS_NEW else uuid.uuid5(_SPACE, whole)
    text = event.text.encode("utf-8", "replace").decode()
    return (str(name), at, place.program, place.course, place.assignment, numbered, *fields, text)


def _kept(row: tuple[Any, ...]) -> Kept:
    number, name, at, program, course, assignment, numbered, kind, *fields, tests, text = row
    outcomes = tuple((test, outcome) for test, outcome in json.loads(tests))
    event = Event(Kind(kind), *fields, outcomes, text)  # type: ignore[call-arg] # as many as there are columns
    return Kept(number, name, at, Place(program, course, assignment), numbered, event)
