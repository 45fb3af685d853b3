"""Which of the repairs that a search found count: those that a person would think of, at suspect places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from gadfly_analyzers.leaks.changes import Change, change_of
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.learned import Learned
from gadfly_analyzers.localize.repairs.broken import repairs_of_broken
from gadfly_analyzers.localize.repairs.candidates import repaired_together
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.source import Source

MOST, MOST_PARTIAL = 12, 6
_FAR = 0.25  # of the best one's rate: repairs of kinds that are seldom right only happen to pass


def known_changes(source: Source, searched: Searched, table: Learned, references: Sequence[str]) -> tuple[Change, ...]:
    """Give what the likely repairs change, and what correct programs have otherwise."""
    texts = [*references, *_likely(source, searched, table)]
    return tuple(change_of(source.text, text) for text in dict.fromkeys(texts))


def _likely(source: Source, searched: Searched, table: Learned) -> Iterator[str]:
    pairs = list(zip(searched.hits, searched.ways, strict=True))
    whole = [(hit, way) for hit, way in pairs if hit.whole]
    if whole:
        yield from _texts(source, _best(whole, table.whole_is_right, MOST))
        return
    partial = [(hit, way) for hit, way in pairs if hit.repaired and not hit.breaks]
    yield from _texts(source, _best(partial, table.partial_is_right, MOST_PARTIAL))


def changes_of_broken(source: Source, references: Sequence[str]) -> tuple[Change, ...]:
    """Give what the small edits change after which Python can read a program that it cannot read as it is."""
    found = (repaired_together(source, (repair,)) for repair in repairs_of_broken(source)[:MOST_PARTIAL])
    texts = [*references, *(data.decode("utf-8", "surrogatepass") for data in found)]
    return tuple(change_of(source.text, text) for text in dict.fromkeys(texts))


def _best(
    found: Sequence[tuple[Hit, tuple[Repair, ...]]], rate: Callable[[str], float], most: int
) -> list[tuple[Repair, ...]]:
    """Choose the likeliest; those of one statement come before those of several."""

    def worth(hit: Hit) -> float:
        return min(rate(kind) for _, kind in hit.parts) * len(hit.repaired)

    ordered = sorted(found, key=lambda one: (len(one[1]), -worth(one[0])))
    least = _FAR * max((worth(hit) for hit, _ in found), default=0.0)
    return [way for hit, way in ordered if worth(hit) >= least][:most]


def _texts(source: Source, ways: Iterable[Sequence[Repair]]) -> Iterator[str]:
    for way in ways:
        yield repaired_together(source, way).decode("utf-8", "surrogatepass")
