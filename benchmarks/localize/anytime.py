"""What the ranking was worth at each moment, for a search can be looked at before it is over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import mean, median

from localize.records import Mutation, Record, Shown
from localize.tables import head, percent, row, share

MOMENTS = (0.25, 0.5, 1.0, 2.0, 4.0)  # seconds
PART = 50  # ours is looked at after one part of so many of FauxPy's time


def shown_at(record: Record, seconds: float) -> Shown | None:
    """Give the ranking that was to be seen so many seconds after the beginning; ``None`` if there was none yet."""
    return next((each for each in reversed(record.shown) if each.seconds <= seconds), None)


def first_at(record: Record, seconds: float) -> float:
    """Give the chance that the fault came first at a moment: none as long as nothing was shown."""
    shown = shown_at(record, seconds)
    return shown.rank.top[0] if shown else 0.0


def settled(record: Record) -> float:
    """Give the seconds after which the first suspect was always the same."""
    last = record.shown[-1]
    since = last.seconds
    for each in reversed(record.shown):
        if each.lines[:1] != last.lines[:1]:
            break
        since = each.seconds
    return since


def over_time(groups: Mapping[str, Sequence[Record]]) -> Iterator[str]:
    """Say how soon the first suspect stays the same, and how often it is the fault at some moments."""
    moments = [f"top-1 % at {seconds:g} s" for seconds in MOMENTS]
    waits = ("settled s: p50, p95", "sharpened s: p50, p95")
    yield from head("set", "programs", "rankings shown, mean", *waits, *moments, "top-1 % at the end")
    for name, records in groups.items():
        if timed := _readable(records):
            yield row(
                name,
                len(timed),
                f"{mean(len(each.shown) for each in timed):.1f}",
                _waits([settled(each) for each in timed]),
                _waits([each.shown[-1].seconds for each in timed]),
                *(percent(mean(first_at(each, seconds) for each in timed)) for seconds in MOMENTS),
                percent(mean(each.shown[-1].rank.top[0] for each in timed)),
            )


def beside_mutation(ran: Sequence[Mutation], ways: Sequence[str]) -> Iterator[str]:
    """Set the ranking that was shown after a small part of the time of mutation beside what that gave in the end.

    Where mutation was cut off, it gave nothing to compare with.
    """
    ended = [each for each in ran if each.ranks]
    if not ended:
        return
    ours = f"Gadfly after 1/{PART} of that"
    yield from head("set", "program", "FauxPy by mutation s", f"{ours}, s", f"{ours}, top-1", *_tops(ways))
    for each in ended:
        first = (first_at(each.record, each.seconds / PART), *_first_by(each, ways))
        yield row(each.record.set, each.record.program, *_seconds([each]), *(f"{chance:.2f}" for chance in first))
    chances = zip(
        *((first_at(each.record, each.seconds / PART), *_first_by(each, ways)) for each in ended), strict=True
    )
    yield row(f"mean of {len(ended)}", "", *_seconds(ended), *(f"{mean(those):.2f}" for those in chances))


def curves(groups: Mapping[str, Sequence[Record]]) -> dict[str, list[tuple[float, float]]]:
    """Give for each set the share of programs whose fault comes first, in per cent, at every moment that changes it."""
    found: dict[str, list[tuple[float, float]]] = {}
    for name, records in groups.items():
        timed = _readable(records)
        moments = sorted({one.seconds for each in timed for one in each.shown})
        found[name] = [(moment, 100 * mean(first_at(each, moment) for each in timed)) for moment in moments]
    return {name: points for name, points in found.items() if points}


def _readable(records: Sequence[Record]) -> list[Record]:
    """Leave out what Python cannot read: there is nothing to run, so the first ranking is the only one."""
    return [each for each in records if each.readable and each.shown]


def _tops(ways: Sequence[str]) -> list[str]:
    return [f"{way} at its end, top-1" for way in ways]


def _first_by(each: Mutation, ways: Sequence[str]) -> Iterator[float]:
    return (each.ranks[way].top[0] if way in each.ranks else 0.0 for way in ways)


def _seconds(those: Sequence[Mutation]) -> tuple[str, str]:
    taken = mean(each.seconds for each in those)
    return f"{taken:.1f}", f"{taken / PART:.2f}"


def _waits(seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    return f"{median(ordered):.2f}, {share(ordered, 0.95):.2f}"
