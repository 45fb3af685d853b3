"""Who is there: clients that said who they are, and strangers, who wait at the door and take nobody's place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

EACH = 12  # conversations of one student at a time: windows, and those that are just going
STRANGERS = 64  # who may wait at a time

Leave = Callable[[], object]  # ends a conversation; each has its own


class Guests:
    """Who talks to this process; ``most`` may be in at a time, 0 for any number, and of one student ``EACH``."""

    def __init__(self, most: int, told: Callable[[int], object]) -> None:
        self._most = most
        self._told = told
        self._in: dict[Leave, str] = {}
        self._strangers: dict[Leave, None] = {}  # who waits longest comes first

    @contextmanager
    def at_the_door(self, leave: Leave) -> Iterator[None]:
        """Let a stranger wait; if too many do, the one who waits longest has to go."""
        self._strangers[leave] = None
        if len(self._strangers) > STRANGERS:
            next(iter(self._strangers))()
            del self._strangers[next(iter(self._strangers))]
        try:
            yield
        finally:
            self._strangers.pop(leave, None)
            self._in.pop(leave, None)
            self._told(len(self._in))

    def come_in(self, leave: Leave, student: str) -> bool:
        """Take a stranger in, by name if there are names; tells whether there is room."""
        others = Counter(self._in.values())
        if 0 < self._most <= len(self._in) or (student and others[student] >= EACH):
            return False
        self._strangers.pop(leave, None)
        self._in[leave] = student
        self._told(len(self._in))
        return True
