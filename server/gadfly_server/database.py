"""An SQLite file that several processes share: opened when needed, brought up to date, set aside if it is broken."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from gadfly_server.locks import alone

PATIENCE = 1.0  # seconds to wait for another process that writes
_BESIDE = ("", "-wal", "-shm", "-journal")  # what SQLite keeps beside the file while it is open
T = TypeVar("T")


class Unusable(Exception):  # noqa: N818 - it is the file that is unusable, not an error of ours
    """The file cannot be used now; the message is for people."""


class Database:
    """One connection, shared by threads; it notices when its file was taken away.

    ``migrations`` are lists of statements: the first makes the tables, each later one changes what the one before left.
    What is committed survives the end of this process at any moment, and if it is ``durable`` that of the machine, too.
    """

    def __init__(
        self, path: Path, migrations: Sequence[Sequence[str]], tell: Callable[[str], None], *, durable: bool = False
    ) -> None:
        self.path = path
        self.aside = path.with_name(f"{path.stem}.broken{path.suffix}")
        self._migrations = migrations
        self._tell = tell
        self._synchronous = "FULL" if durable else "NORMAL"
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """All files of it that are on disk, also of one that was set aside."""
        every = (Path(f"{path}{ending}") for path in (self.path, self.aside) for ending in _BESIDE)
        return tuple(path for path in every if path.exists())

    def read(self, work: Callable[[sqlite3.Connection], T], nothing: T) -> T:
        """What ``work`` reads, or ``nothing`` if there is no file yet. Raises ``Unusable``."""
        return self._use(work) if self.path.exists() else nothing

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do ``work`` within a transaction, committed when this returns. Raises ``Unusable``."""

        def whole(connection: sqlite3.Connection) -> T:
            with _transaction(connection):
                return work(connection)

        return self._use(whole)

    def compact(self) -> None:
        """Leave no byte of what was deleted, neither in the file nor beside it. Raises ``Unusable``."""
        self._use(_compact)

    def remove(self) -> tuple[Path, ...]:
        """Delete all files, and return them; other processes make a new one when they next need it."""
        with self._lock, self._alone():
            found = self.files
            self.close()
            for path in found:
                path.unlink(missing_ok=True)
        return found

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.close()
            self._connection = self._file = None

    def _use(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do it, with a new file if this one is broken; put into words what else may go wrong with a file."""
        try:
            with self._lock:
                try:
                    return work(self._open())
                except sqlite3.DatabaseError as error:
                    if type(error) is not sqlite3.DatabaseError:  # those below it are not about what the file holds
                        raise
                    self._set_aside(error)
                    return work(self._open())
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise Unusable(f"{self.path} cannot be used: {error}.") from error

    def _open(self) -> sqlite3.Connection:
        """The connection; a new one if the file is another by now."""
        if self._connection is not None and self._file != _identity(self.path):
            self.close()
        if self._connection is None:
            with self._alone():
                self._connection = self._connected()
                self._file = _identity(self.path)
        return self._connection

    def _connected(self) -> sqlite3.Connection:
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))  # for its mode, which the files beside it take over
        connection = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA synchronous = {self._synchronous}")
            connection.execute("PRAGMA secure_delete = ON")
            self._migrate(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _migrate(self, connection: sqlite3.Connection) -> None:
        if self._version(connection) == len(self._migrations):
            return
        with _transaction(connection):
            for statements in self._migrations[self._version(connection) :]:
                for statement in statements:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(self._migrations)}")

    def _version(self, connection: sqlite3.Connection) -> int:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > len(self._migrations):
            raise Unusable(f"{self.path} was written by a newer Gadfly.")
        return version

    def _set_aside(self, error: Exception) -> None:
        """Rename the file and what is beside it, unless another process did so already."""
        self.close()
        with self._alone():
            if _is_sound(self.path):
                return
            for ending in _BESIDE:
                old, new = Path(f"{self.path}{ending}"), Path(f"{self.aside}{ending}")
                new.unlink(missing_ok=True)
                if old.exists():
                    old.replace(new)
        self._tell(f"{self.path} was broken: {error}. It is called {self.aside.name} now, and a new one begins.")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time makes, renames or deletes files."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alone(self.path.with_name("lock")):
            yield


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _compact(connection: sqlite3.Connection) -> None:
    connection.execute("VACUUM")
    if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise sqlite3.OperationalError("another program is reading it; try again in a moment")


def _is_sound(path: Path) -> bool:
    if not path.exists():
        return True
    with contextlib.closing(sqlite3.connect(path, timeout=PATIENCE)) as connection:
        try:
            return [row[0] for row in connection.execute("PRAGMA quick_check(1)")] == ["ok"]
        except sqlite3.DatabaseError:
            return False


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells one file from another under the same name."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino
