"""A class as its record shows it: who worked on what, and what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from gadfly_server.events.event import Kind
from gadfly_server.exports.shared import Shared
from gadfly_server.report.counting import K

_LONGEST_PAUSE = 300.0  # seconds that count as work where nothing was recorded meanwhile
_LONGEST_NAME = 60  # letters of what others may have written into the record
_WAITS = ("skip", "unknown", "stuck", "solution")


@dataclass(frozen=True)
class Work:
    """What one student did for one assignment, in order."""

    student: str
    assignment: str
    events: tuple[Shared, ...]

    @property
    def level(self) -> int:
        """The highest step of the ladder that was reached."""
        return max((each.event.level for each in self.events), default=0)

    @property
    def misconceptions(self) -> frozenset[str]:
        """What wrong answers showed."""
        return frozenset(each.event.misconception for each in self.events if each.event.misconception)

    @property
    def solved(self) -> bool:
        """Whether all tests agreed at some time."""
        return self.has(Kind.SUCCESS)

    def has(self, kind: Kind, *names: str) -> bool:
        """Whether something of a kind happened, with one of these names if there are any."""
        return any(each.event.kind is kind and (not names or each.event.name in names) for each in self.events)

    @cached_property
    def minutes_to_insight(self) -> float | None:
        """Minutes of work from the first run that disagreed to the cause being understood, or else to success."""
        seconds, began, last = 0.0, False, None
        for each in self.events:
            now = datetime.fromisoformat(each.at.replace("Z", "+00:00"))
            if began and last:
                seconds += min(max((now - last).total_seconds(), 0.0), _LONGEST_PAUSE)
            last = now
            began = began or (each.event.kind is Kind.RUN and each.event.name != "passing")
            understood = each.event.kind is Kind.INSIGHT and each.event.name == "cause"
            if began and (understood or each.event.kind is Kind.SUCCESS):
                return seconds / 60
        return None

    @property
    def idle_runs(self) -> int:
        """The longest row of runs of changed programs after which the same tests disagreed."""
        most = now = 0
        before: tuple[str, ...] | None = None
        for each in self.events:
            if each.event.kind is Kind.RUN:
                failing = tuple(sorted(test for test, outcome in each.event.tests if outcome != "passed"))
                now = now + 1 if failing and failing == before else 0
                most, before = max(most, now), failing
        return most


@dataclass(frozen=True)
class Group:
    """All works of a class."""

    works: tuple[Work, ...]

    @cached_property
    def students(self) -> frozenset[str]:
        """Who they are, by their pseudonyms."""
        return frozenset(work.student for work in self.works)

    @cached_property
    def assignments(self) -> dict[str, tuple[Work, ...]]:
        """The works for each assignment of which enough students may be told; that there are others is not told."""
        names = sorted(Counter(work.assignment for work in self.works).items())
        return {name: self._for(name) for name, students in names if students >= K}

    def _for(self, name: str) -> tuple[Work, ...]:
        return tuple(work for work in self.works if work.assignment == name)

    @property
    def days(self) -> list[tuple[str, str]]:
        """The first and the last day of each student."""
        of_each: dict[str, list[str]] = {}
        for work in self.works:
            of_each.setdefault(work.student, []).extend(each.at[:10] for each in work.events)
        return [(min(days), max(days)) for days in of_each.values()]


def group_of(happened: Iterable[Shared]) -> Group:
    """Sort what happened by student and assignment; what came twice counts once."""
    sorted_: dict[tuple[str, str], dict[str, Shared]] = {}
    for each in happened:
        sorted_.setdefault((each.student, short(each.assignment)), {})[each.id] = each
    works = (
        Work(student, assignment, tuple(sorted(events.values(), key=lambda each: (each.at, each.number))))
        for (student, assignment), events in sorted(sorted_.items())
    )
    return Group(tuple(works))


def short(name: str) -> str:
    """A name that fits into a table, without what steers a screen or turns the way of writing around."""
    name = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def is_skip(wish: str) -> bool:
    """Whether a wish leaves a question without an answer."""
    return wish in _WAITS
