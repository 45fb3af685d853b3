"""Brings what a student shares to the store of the course, again and again, beside everything else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from gadfly_server.database import Unusable
from gadfly_server.events.journal import Journal
from gadfly_server.exports.sending import send
from gadfly_server.exports.store import Refused, Store, key_of_user

EVERY = 60.0  # seconds


class Courier:
    """A thread that nobody waits for: what it does not bring today it brings tomorrow, if the student allows the place.

    ``tell`` hears, from that thread, each problem once.
    """

    def __init__(self, url: str, course: str, tell: Callable[[str], None], folder: Path | None = None) -> None:
        self._url = url
        self._course = course
        self._tell = tell
        self._journal = Journal(folder)  # whose folder that is, the thread does not know
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._go, name="gadfly-courier", daemon=True)

    def start(self) -> None:
        """Begin with what is left from before."""
        self._thread.start()

    def stop(self) -> None:
        """Stop as soon as possible, without waiting."""
        self._stopped.set()

    def _go(self) -> None:
        told = set[str]()
        try:
            store = Store(self._url, key_of_user(), self._wait)
        except Refused as refusal:
            self._tell(str(refusal))
            return
        while not self._stopped.is_set():
            try:
                if self._journal.consent(self._course).store == self._url:
                    send(self._journal, store, self._course)
            except _Stopped:
                break
            except (Refused, Unusable, OSError) as problem:
                if str(problem) not in told:
                    told.add(str(problem))
                    self._tell(f"What you share with your course was not sent, and is kept for later. {problem}")
            self._stopped.wait(EVERY)
        self._journal.close()

    def _wait(self, seconds: float) -> None:
        if self._stopped.wait(seconds):
            raise _Stopped


class _Stopped(Exception):  # noqa: N818 - it ends the thread, it is no error
    """The conversation is over."""
