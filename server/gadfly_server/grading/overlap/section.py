"""The overlap of tutors with references as lines of a table, always with the baselines beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from gadfly_server.grading.overlap.baselines import with_constants, with_retrieval
from gadfly_server.grading.overlap.said import Said, first_lines, said_in, whole_texts
from gadfly_server.grading.overlap.similarity import BY_CONVENTION, Missing, Similarity
from gadfly_server.grading.overlap.thoroughness import thoroughness
from gadfly_server.grading.transcript import Transcript

WHOLE = ("quest-gen",)  # conventions that compare all lines
FEWEST = 8  # turns, below which neither baseline can be made


def overlap_of(transcripts: Sequence[Transcript], convention: str = "benchmark") -> Iterator[str]:
    """Score all tutors whose turns have references, by a convention; one line says so if the packages are missing."""
    turns = list(said_in(transcripts, whole_texts if convention in WHOLE else first_lines))
    if not turns:
        return
    try:
        chosen = BY_CONVENTION[convention]()
        yield from table(with_baselines(turns, next(iter(chosen.values()))), chosen)
    except Missing as problem:
        yield str(problem)


def with_baselines(turns: Sequence[Said], similarity: Similarity) -> list[Said]:
    """Add constant sentences and retrieval."""
    enough = len(turns) >= FEWEST and len({each.fold for each in turns}) > 1
    return with_retrieval(with_constants(turns, similarity)) if enough else list(turns)


def table(turns: Sequence[Said], ways: Mapping[str, Similarity]) -> Iterator[str]:
    """Give means over turns, in Markdown."""
    heads = " | ".join(f"{name} P | R | F1 | best" for name in ways)
    yield f"| said, a turn ({len(turns)} turns) | {heads} |"
    yield "|---|" + "---|" * 4 * len(ways)
    for name in dict.fromkeys(name for each in turns for name in each.systems):
        figures = [figure for way in ways.values() for figure in means(turns, name, way)]
        yield f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |"


def means(turns: Sequence[Said], name: str, similarity: Similarity) -> tuple[float, float, float, float]:
    """Give precision, recall, F1 and best of one system, each the mean over the turns in which it says something."""
    found = [thoroughness(each.systems[name], each.references, similarity) for each in turns if each.systems.get(name)]
    return tuple(fmean(values) for values in zip(*((t.precision, t.recall, t.f1, t.best) for t in found), strict=True))  # type: ignore[return-value] # four
