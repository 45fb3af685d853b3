"""Who may run next, where many students share a few processors."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from enum import IntEnum

MOST_AHEAD = 10  # turns that somebody has before others who waited longer; more only for as many that others have
GIVING_WAY = 100  # so many others may come before the second thing that one student wants at once
MOST_KNOWN = 1_000  # students of whom it is remembered when they last came
CROWDED = 1.0  # so many wait for each place: then what can be done without is left out


class Haste(IntEnum):
    """Who waits for a run: nobody, for it only sharpens what is known; who has saved; or who has answered.

    Of one who has saved, what was ``BEGUN`` comes before what others begin: half a save is of no use to anybody.
    """

    NONE, SAVED, BEGUN, ANSWERED = range(4)


@dataclass(eq=False)
class _Ticket:
    """Somebody who waits for a place."""

    who: str
    haste: Haste
    number: int
    since: float
    given: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    @property
    def urgent(self) -> bool:
        """Whether a student waits for it."""
        return self.haste > Haste.NONE


class Turns:
    """Lets so many runs go on at once; what can wait never takes the last place.

    Of those who wait, who has answered comes first, then what is urgent, then who came first; but who wants several
    things at once gives way to others before each but the first.  What can wait came when the student did, with the
    last urgent thing: so what one save left to do is done before that of later ones, and not piece by piece.
    Nor does anybody get more by always being in haste: who came before others ``MOST_AHEAD`` times stands with those
    who have saved, until some of these had their turns.
    ``on_turn`` hears of each turn: how many seconds it was waited for, and whether it was urgent.
    """

    def __init__(self, places: int, on_turn: Callable[[float, bool], None] = lambda _seconds, _urgent: None) -> None:
        if places < 1:
            raise ValueError(f"at least one run must be able to go on at once, not {places}")
        self.places = places
        self._on_turn = on_turn
        self._waiting: list[_Ticket] = []
        self._running: Counter[bool] = Counter()
        self._busy: Counter[str] = Counter()
        self._ahead: Counter[str] = Counter()  # turns that each has had before others
        self._hurried: defaultdict[str, list[Haste]] = defaultdict(list)
        self._tickets = 0
        self._came: dict[str, int] = {}  # the ticket with which each last wanted something urgent

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    @property
    def crowd(self) -> float:
        """How many wait for each place."""
        return self.waiting / self.places

    @property
    def running(self) -> int:
        """How many run."""
        return self._running.total()

    @asynccontextmanager
    async def turn(self, who: str, *, urgent: bool) -> AsyncIterator[bool]:
        """Wait for a place, and have it until the block ends; tells whether it is urgent by then."""
        self._tickets += 1
        haste = max(Haste(urgent), *self._hurried.get(who, ()), Haste.NONE)
        others = self._busy[who] + sum(each.who == who for each in self._waiting)
        came = self._came_with(who, anew=haste > Haste.NONE)
        ticket = _Ticket(who, haste, came + GIVING_WAY * others, asyncio.get_running_loop().time())
        self._waiting.append(ticket)
        self._hand_out()
        try:
            await ticket.given
            yield ticket.urgent
        finally:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            else:
                self._running[ticket.urgent] -= 1
                self._busy -= Counter([who])  # which forgets who has nothing running any more
            self._hand_out()

    @contextmanager
    def hurry(self, who: str, haste: Haste = Haste.ANSWERED, *, only_new: bool = False) -> Iterator[None]:
        """Make all that runs for somebody urgent until the block ends: now somebody waits for it.

        With ``only_new`` what waits for a place already stays where it is.
        """
        self._hurried[who].append(haste)
        for ticket in () if only_new else self._waiting:
            if ticket.who == who:
                ticket.haste = max(ticket.haste, haste)
        self._hand_out()
        try:
            yield
        finally:
            self._hurried[who].remove(haste)
            if not self._hurried[who]:
                del self._hurried[who]

    def _came_with(self, who: str, *, anew: bool) -> int:
        """Say with which ticket somebody came: this one, or for what can wait the last one that was urgent."""
        if anew or who not in self._came:
            self._came.pop(who, None)
            self._came[who] = self._tickets
            self._came = dict([*self._came.items()][-MOST_KNOWN:]) if len(self._came) > MOST_KNOWN else self._came
        return self._came[who]

    def _hand_out(self) -> None:
        """Give places away while there are some."""
        while ready := [ticket for ticket in self._waiting if self._may_run(ticket)]:
            ticket = min(ready, key=self._place)
            self._count(ticket, ready)
            self._waiting.remove(ticket)
            self._running[ticket.urgent] += 1
            self._busy[ticket.who] += 1
            ticket.given.set_result(None)
            self._on_turn(asyncio.get_running_loop().time() - ticket.since, ticket.urgent)

    def _place(self, ticket: _Ticket) -> tuple[int, int]:
        """Say where in the line somebody stands; the least comes first."""
        most = Haste.ANSWERED if self._ahead[ticket.who] < MOST_AHEAD else Haste.SAVED
        return -min(ticket.haste, most), ticket.number

    def _count(self, ticket: _Ticket, ready: list[_Ticket]) -> None:
        """Count a turn that somebody has before others; one that comes when it should makes up for one of each."""
        if any(each.urgent and each.who != ticket.who and each.number < ticket.number for each in ready):
            self._ahead[ticket.who] += 1
        elif ticket.urgent:
            self._ahead -= Counter(list(self._ahead))

    def _may_run(self, ticket: _Ticket) -> bool:
        most = max(1, self.places - 1)  # for what can wait, and for one student
        free = self.running < self.places and self._busy[ticket.who] < most
        return free and not ticket.given.done() and (ticket.urgent or self._running[False] < most)
