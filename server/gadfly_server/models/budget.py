"""How much of a model one student used today, counted on this computer; no text is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_server.database import Database, Unusable
from gadfly_server.home import state_folder
from gadfly_server.settings import ClassModels

if TYPE_CHECKING:
    import sqlite3

    from gadfly_server.settings import Models

FILE = "models.sqlite3"
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    ("CREATE TABLE used (day TEXT PRIMARY KEY, requests INTEGER NOT NULL, tokens INTEGER NOT NULL) WITHOUT ROWID",),
)
_ADD = """INSERT INTO used VALUES (?, ?, ?)
    ON CONFLICT (day) DO UPDATE SET requests = requests + excluded.requests, tokens = tokens + excluded.tokens"""


_NO_CLASS = ClassModels()


class Budget:
    """Counts requests before they are sent, and tokens when they are known; all processes of a user share the count."""

    def __init__(
        self,
        models: Models,
        folder: Path | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        self._models = models
        self._clock = clock
        self._database = Database((folder or state_folder()) / FILE, MIGRATIONS, lambda _: None)

    def take(self, room: ClassModels = _NO_CLASS) -> bool:
        """Count a request, if there is something left for it; a count that cannot be kept allows none."""
        day = self._today()
        most, most_tokens = room.share(self._models)

        def taken(kept: sqlite3.Connection) -> bool:
            requests, tokens = _used(kept, day)
            if requests >= most or tokens >= most_tokens:
                return False
            kept.execute(_ADD, (day, 1, 0))
            return True

        try:
            return self._database.write(taken)
        except Unusable:
            return False

    def spent(self, tokens: int, requests: int = 0) -> None:
        """Count tokens, and requests beyond the one that was taken for them."""
        if not tokens and not requests:
            return
        try:
            self._database.write(lambda kept: kept.execute(_ADD, (self._today(), requests, tokens)).rowcount)
        except Unusable:
            return

    def used(self) -> tuple[int, int]:
        """Requests and tokens of today. Raises ``Unusable``."""
        return self._database.read(lambda kept: _used(kept, self._today()), (0, 0))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _today(self) -> str:
        return self._clock().strftime("%Y-%m-%d")


def _used(kept: sqlite3.Connection, day: str) -> tuple[int, int]:
    row = kept.execute("SELECT requests, tokens FROM used WHERE day = ?", (day,)).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)
