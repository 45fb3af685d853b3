"""The tables of the record, and how each version of them came out of the one before."""

from __future__ import annotations

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE events (
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
            program TEXT NOT NULL, course TEXT NOT NULL, assignment TEXT NOT NULL, round INTEGER NOT NULL,
            kind TEXT NOT NULL, turn INTEGER NOT NULL, level INTEGER NOT NULL, state TEXT NOT NULL,
            question TEXT NOT NULL, name TEXT NOT NULL, mark TEXT NOT NULL, misconception TEXT NOT NULL,
            line INTEGER NOT NULL, tokens INTEGER NOT NULL, tests TEXT NOT NULL, text TEXT NOT NULL)""",
        "CREATE INDEX events_of_course ON events (course, number)",
        """CREATE TABLE consents (
            course TEXT PRIMARY KEY, events INTEGER NOT NULL, texts INTEGER NOT NULL, contact TEXT NOT NULL,
            since TEXT NOT NULL) WITHOUT ROWID""",
        "CREATE TABLE rounds (program TEXT PRIMARY KEY, round INTEGER NOT NULL) WITHOUT ROWID",
        """CREATE TABLE sent (
            store TEXT NOT NULL, course TEXT NOT NULL, number INTEGER NOT NULL,
            PRIMARY KEY (store, course)) WITHOUT ROWID""",
    ),
    ("ALTER TABLE consents ADD COLUMN store TEXT NOT NULL DEFAULT ''",),
)
