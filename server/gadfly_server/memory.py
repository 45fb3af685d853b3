"""What a student's work showed, over programs and days: kept on this computer alone, and forgotten on demand."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from gadfly_server.database import Database, Unusable
from gadfly_server.home import state_folder
from gadfly_server.record import identity
from gadfly_server.tutor.remembered import NOTHING, Occurrence, Recalled, Remembered, Sign, starting_level, weighed

if TYPE_CHECKING:
    import sqlite3

    from gadfly_server.tutor.learning import Evidence

FILE = "memory.sqlite3"
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE evidence (
            event TEXT NOT NULL, misconception TEXT NOT NULL, sign TEXT NOT NULL, program TEXT NOT NULL,
            at TEXT NOT NULL, PRIMARY KEY (event, misconception)) WITHOUT ROWID""",
    ),
)
_ELSEWHERE = "NOT (program = ? AND substr(at, 1, 10) = ?)"  # what today's dialogue about a program knows anyway
_PRACTICE = ((Sign.SOLVED,), (Sign.RIGHT, Sign.CONCEPT_RIGHT), (Sign.WRONG, Sign.CONCEPT_WRONG))
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many signs were deleted, and which files."""

    signs: int
    files: tuple[Path, ...] = ()


class Memory:
    """One table for one student; what goes wrong with it costs the memory, never the dialogue.

    Programs and events are hashes, so that nothing of a program, a question or an answer is in it.
    ``clock`` gives the time in UTC; ``tell`` hears, in words, what is wrong with the file.
    """

    def __init__(
        self,
        folder: Path | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.database = Database((folder or state_folder()) / FILE, MIGRATIONS, self._say)
        self._clock = clock
        self._tell = tell
        self._said: set[str] = set()

    def learn(self, program: Path, evidence: Iterable[Evidence]) -> None:
        """Keep evidence; when this returns, no end of the process can lose it."""
        whose, at = identity(program), self._clock().strftime("%Y-%m-%dT%H:%M:%SZ")
        rows = [(_hash(whose, each), each.misconception, each.sign.value, whose, at) for each in evidence]
        if rows:
            insert = "INSERT OR IGNORE INTO evidence (event, misconception, sign, program, at) VALUES (?, ?, ?, ?, ?)"
            self._try(lambda: self.database.write(lambda to: to.executemany(insert, rows).rowcount), 0)

    def recall(self, program: Path) -> Recalled:
        """What other programs and earlier days tell of the student."""
        today = self._clock().date()
        but = (identity(program), today.isoformat())

        def read(connection: sqlite3.Connection) -> Recalled:
            return Recalled(weighed(_occurrences(connection, but), today), starting_level(*_practice(connection, but)))

        return self._try(lambda: self.database.read(read, NOTHING), NOTHING)

    def everything(self) -> tuple[Remembered, ...]:
        """What is known of each belief, for the student to see. Raises ``Unusable``."""
        today = self._clock().date()
        return self.database.read(lambda kept: weighed(_occurrences(kept, ("", "")), today), ())

    def forget(self, misconception: str) -> Forgotten:
        """Delete what is known of one belief, so that no byte of it is left. Raises ``Unusable``."""
        delete = "DELETE FROM evidence WHERE misconception = ?"
        if not self.database.path.exists():
            return Forgotten(0)
        signs = self.database.write(lambda to: to.execute(delete, (misconception,)).rowcount)
        self.database.compact()
        return Forgotten(signs)

    def forget_everything(self) -> Forgotten:
        """Delete all that is known, with all files; also where the file is broken."""
        signs = 0
        with contextlib.suppress(Unusable):  # a file that cannot be emptied can be deleted
            if self.database.path.exists():
                signs = self.database.write(lambda to: to.execute("DELETE FROM evidence").rowcount)
                self.database.compact()  # whoever has the file open keeps an empty one
        return Forgotten(signs, self.database.remove())

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def _try(self, work: Callable[[], T], otherwise: T) -> T:
        try:
            return work()
        except Unusable as problem:
            self._say(str(problem))
            return otherwise

    def _say(self, problem: str) -> None:
        """Tell of a problem once, however often it is met."""
        if problem not in self._said:
            self._said.add(problem)
            self._tell(problem)


def _occurrences(connection: sqlite3.Connection, but: tuple[str, str]) -> list[Occurrence]:
    """All signs of misconceptions but those of a program on a day; what cannot be read is left out."""
    select = "SELECT misconception, sign, program, substr(at, 1, 10) FROM evidence WHERE misconception != '' AND "
    found = []
    for misconception, sign, program, day in connection.execute(select + _ELSEWHERE, but):
        with contextlib.suppress(ValueError, TypeError):
            found.append(Occurrence(str(misconception), Sign(sign), str(program), date.fromisoformat(day)))
    return found


def _practice(connection: sqlite3.Connection, but: tuple[str, str]) -> tuple[int, int, int]:
    """How many programs were solved, and how many answers were right and wrong."""
    count = f"SELECT sign, COUNT(DISTINCT event) FROM evidence WHERE {_ELSEWHERE} GROUP BY sign"  # noqa: S608 - ours
    times = dict(connection.execute(count, but))
    solved, right, wrong = (sum(times.get(sign.value, 0) for sign in signs) for signs in _PRACTICE)
    return solved, right, wrong


def _hash(program: str, evidence: Evidence) -> str:
    whole = "\0".join((program, evidence.sign.value, evidence.event))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
