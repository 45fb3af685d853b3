"""The section of BENCHMARKS.md about dialogues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median, quantiles

from dialogue.measuring import Told, all_of

HEADING = "## Dialogues\n"
SORTS = ("untrue", "ambiguous", "choices", "leak", "repeated", "level falls", "long", "question marks", "endless")


def section(told: Sequence[Told], limit: int) -> list[str]:
    """All tables."""
    return [
        *_opening(limit),
        "",
        *_sets(told),
        "",
        *_claims(told),
        "",
        *_levels(told),
        "",
        *_timing(told),
        "",
        *_edited(told),
    ]


def _opening(limit: int) -> Iterator[str]:
    spread = f"{limit} programs of each set" if limit else "all programs of each set"
    yield f"`benchmarks/dialogues.py`, {spread}, each with six ways to answer."


def _sets(told: Sequence[Told]) -> Iterator[str]:
    yield f"| set | programs | with a dialogue % | questions | {' | '.join(SORTS)} |"
    yield "|" + "---|" * (4 + len(SORTS))
    for name in [*dict.fromkeys(each.set for each in told), "together"]:
        some = [each for each in told if name in (each.set, "together")]
        counts = [str(len(all_of(some, sort))) for sort in SORTS]
        asked = sum(each.questions for each in some)
        yield f"| {name} | {len(some)} | {_share([e.exists for e in some])} | {asked} | {' | '.join(counts)} |"


def _claims(told: Sequence[Told]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for each in told:
        counts.update(each.claims)
    yield "| claims of | true | untrue | not checked |"
    yield "|---|---|---|---|"
    for kind in sorted({key.rpartition(":")[0] for key in counts}):
        cells = [str(counts[f"{kind}: {sort}"]) for sort in ("true", "untrue", "not checked")]
        yield f"| {kind} | {' | '.join(cells)} |"


def _levels(told: Sequence[Told]) -> Iterator[str]:
    yield "| level | turns | words, median | 9 of 10 | most |"
    yield "|---|---|---|---|---|"
    for level in sorted({level for each in told for level in each.words}):
        words = sorted(number for each in told for number in each.words.get(level, ()))
        yield f"| {level} | {len(words)} | {median(words):g} | {words[int(0.9 * (len(words) - 1))]} | {words[-1]} |"


def _timing(told: Sequence[Told]) -> Iterator[str]:
    times = [1000 * seconds for each in told for seconds in each.seconds]
    if len(times) > 1:
        p95 = quantiles(times, n=20)[-1]
        yield f"Next turn after an answer: {median(times):.1f} ms (p50), {p95:.1f} ms (p95), at most {max(times):.0f} ms."


def _edited(told: Sequence[Told]) -> Iterator[str]:
    yield "| set | programs | bugs | first place reached % | questions until then, median | 9 of 10 | all repaired % |"
    yield "|---|---|---|---|---|---|---|"
    for name, bugs in dict.fromkeys((each.set, each.bugs) for each in told):
        some = [each.edited for each in told if (each.set, each.bugs) == (name, bugs) and each.edited]
        reached = sorted(each.places[0].questions for each in some if each.places and each.places[0].by)
        share = _share([bool(each.places and each.places[0].by) for each in some])
        middle = f"{median(reached):g} | {reached[int(0.9 * (len(reached) - 1))]}" if reached else " | "
        repaired = _share([each.repaired for each in some if each.repairable]) if bugs else ""
        yield f"| {name} | {len(some)} | {bugs or ''} | {share} | {middle} | {repaired} |"


def _share(held: Sequence[bool]) -> str:
    return f"{100 * sum(held) / len(held):.1f}" if held else ""
