"""Results by their content in an SQLite file, so that a run that was killed goes on where it stopped."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from gadfly_server.grading.files import Unreadable
from gadfly_server.grading.graded import Graded, from_json, to_json

_TABLE = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, graded TEXT NOT NULL) WITHOUT ROWID"
_AT_ONCE = 500  # keys in a query


class Store:
    """One connection; what was put is kept also if this process is killed in the next moment."""

    def __init__(self, path: Path | None) -> None:
        """Open a file, or keep results in memory only. Raises ``Unreadable``."""
        try:
            self._connection = sqlite3.connect(path or ":memory:", timeout=30.0, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute(_TABLE)
        except sqlite3.Error as error:
            raise Unreadable(f"{path} is no file of results ({error}). Name another one with --store.") from error

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def put(self, key: str, graded: Sequence[Graded]) -> None:
        """Keep a result; it is on disk when this returns."""
        self.put_text(key, json.dumps([to_json(each) for each in graded], ensure_ascii=False))

    def get(self, key: str) -> list[Graded] | None:
        """Give a kept result."""
        text = self.text(key)
        return None if text is None else [from_json(each) for each in json.loads(text)]

    def put_text(self, key: str, text: str) -> None:
        """Keep a result of any kind, as text; it is on disk when this returns."""
        self._connection.execute("INSERT OR REPLACE INTO results VALUES (?, ?)", (key, text))

    def text(self, key: str) -> str | None:
        """Give a kept result as text."""
        with closing(self._connection.execute("SELECT graded FROM results WHERE key = ?", (key,))) as found:
            row = found.fetchone()
        return None if row is None else str(row[0])

    def known(self, keys: Iterable[str]) -> set[str]:
        """Tell which results are kept."""
        every, held = list(keys), set()
        for first in range(0, len(every), _AT_ONCE):
            some = every[first : first + _AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT key FROM results WHERE key IN ({marks})"  # noqa: S608 - question marks only
            held |= {key for (key,) in self._connection.execute(query, some)}
        return held
