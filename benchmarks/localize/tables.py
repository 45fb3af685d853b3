"""The tables of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import mean, median

from localize.formulas import FORMULAS
from localize.peers import COVERAGE
from localize.ranks import TOPS, Rank
from localize.records import FIRST, KIN, SHARPENED, Claim, Mutation, Record

HIGH = 0.8
WAYS = (*FORMULAS, *COVERAGE, FIRST, SHARPENED, KIN)


def ranking(groups: Mapping[str, Sequence[Record]]) -> Iterator[str]:
    """Say how early each way puts the fault."""
    yield from head("set", "programs", "way", *(f"top-{k} %" for k in TOPS), "mean rank", "EXAM", "rank ≤ 1", "≤ 3")
    for name, records in groups.items():
        for way in filter(records[0].ranks.__contains__, WAYS):
            ranks = [each.ranks[way] for each in records]
            yield row(name, len(ranks), way, *(_of_ranks(ranks)))


def _of_ranks(ranks: Sequence[Rank]) -> Iterator[str]:
    for number in range(len(TOPS)):
        yield percent(mean(each.top[number] for each in ranks))
    yield f"{mean(each.expected for each in ranks):.2f}"
    yield f"{mean(each.exam for each in ranks):.3f}"
    for most in (1, 3):
        yield str(sum(each.expected <= most for each in ranks))


def times(groups: Mapping[str, Sequence[Record]]) -> Iterator[str]:
    """Say how long a student waits; programs that hang are told apart for the first ranking, and included after it."""
    ending, hanging = "first / tests alone: p50, p95", "programs that hang: first s, p50, longest"
    yield from head("set", "tests alone, p50 s", "first, p50 s", ending, hanging, "sharpened s: p50, p95, longest")
    for name, records in groups.items():
        runnable = [each for each in records if each.readable]
        calm = [each.seconds for each in runnable if not each.hangs]
        hung = sorted(each.seconds["first"] for each in runnable if each.hangs)
        ratios = sorted(each["first"] / each["bare"] for each in calm)
        whole = sorted(each.seconds["sharpened"] for each in runnable)
        yield row(
            name,
            *(f"{median(each[what] for each in calm):.3f}" if calm else "" for what in ("bare", "first")),
            f"{median(ratios):.2f}, {share(ratios, 0.95):.2f}" if ratios else "",
            f"{len(hung)}: {median(hung):.2f}, {hung[-1]:.2f}" if hung else "",
            f"{median(whole):.2f}, {share(whole, 0.95):.2f}, {whole[-1]:.2f}" if whole else "",
        )


def claims(groups: Mapping[str, Sequence[Record]]) -> Iterator[str]:
    """Say how often what Gadfly claims is so."""
    high = (f"suspects with score ≥ {HIGH}", "of these right %")
    yield from head("set", "programs", *high, "programs with a certain suspect %", "certain suspects that are right %")
    for name, records in groups.items():
        likely = [claim for each in records for claim in each.suspects if claim.score >= HIGH]
        certain = [claim for each in records for claim in each.suspects if claim.certain]
        claiming = mean(any(claim.certain for claim in each.suspects) for each in records)
        yield row(name, len(records), len(likely), right(likely), percent(claiming), right(certain))


def calibration(records: Sequence[Record]) -> Iterator[str]:
    """Set the scores beside how often they were right."""
    yield from head("score", "suspects", "mean score %", "right %")
    suspects = [claim for each in records for claim in each.suspects]
    for tenth in range(10):
        those = [claim for claim in suspects if min(int(claim.score * 10), 9) == tenth]
        if those:
            bounds = f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}"
            yield row(bounds, len(those), percent(mean(claim.score for claim in those)), right(those))


def several(groups: Mapping[str, Sequence[Record]]) -> Iterator[str]:
    """Say in how many programs every bug is found."""
    yield from head(
        "set",
        "programs with several bugs",
        "all found one after another %",
        "learned from the set's other problems %",
        "left out, for no repaired text",
    )
    for name, records in groups.items():
        those = [each for each in records if each.bugs > 1]
        found = [each.all_found for each in those if each.all_found is not None]
        if found:
            kin = [each.all_found_by_kin for each in those if each.all_found_by_kin is not None]
            more = percent(mean(kin)) if kin else ""
            yield row(name, len(found), percent(mean(found)), more, len(those) - len(found))


def mutation(ran: Sequence[Mutation], ways: Sequence[str]) -> Iterator[str]:
    """Set ranking by mutation beside the sharpened ranking, on the same programs."""
    if not ran:
        return
    ranks = [f"rank by {way}" for way in (*ways, SHARPENED)]
    yield from head("set", "program", "FauxPy by mutation s", f"{SHARPENED} s", "times faster", *ranks)
    for each in ran:
        cells = [f"{each.ranks[way].expected:g}" if way in each.ranks else "" for way in ways]
        cells.append(f"{each.record.ranks[SHARPENED].expected:g}")
        more = "" if each.ranks else "> "
        yield row(each.record.set, each.record.program, *_beside(each.seconds, each.ours, more), *cells)
    more = "" if all(each.ranks for each in ran) else "> "
    whole = _beside(sum(each.seconds for each in ran), sum(each.ours for each in ran), more)
    yield row("together", "", *whole, *("" for _ in ranks))


def _beside(theirs: float, ours: float, more: str) -> tuple[str, str, str]:
    """Write two times and their ratio; ``more`` tells that the first was cut off."""
    return f"{more}{theirs:.1f}", f"{ours:.2f}", f"{more}{theirs / ours:.0f}"


def head(*titles: str) -> Iterator[str]:
    """Write the head of a table."""
    yield row(*titles)
    yield "|" + "---|" * len(titles)


def row(*cells: object) -> str:
    """Write a line of a table."""
    return "| " + " | ".join(map(str, cells)) + " |"


def percent(part: float) -> str:
    """Write a share."""
    return f"{100 * part:.1f}"


def right(those: Sequence[Claim]) -> str:
    """Write the share of claims that are right."""
    return percent(mean(claim.right for claim in those)) if those else ""


def share(values: Sequence[float], part: float) -> float:
    """Give the value below which this part of the sorted values lies."""
    return values[min(int(part * len(values)), len(values) - 1)]
