"""Suspects of a program that Python cannot read: where its reader stopped, and where one token would let it go on."""

from __future__ import annotations

from collections import Counter

from gadfly_analyzers.localize.repairs.broken import repairs_of_broken
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.source import Source

_STOPPED = 1.0  # what the place where the reader stopped is worth, against one token that would help
_NEAR = 2.0  # what each line between a token and this place takes off


def suspects_of_unreadable(source: Source) -> tuple[Suspect, ...]:
    """Rank the lines at which a single token lets Python read the program, and the one at which it stopped."""
    problem = source.syntax_error()
    if problem is None:
        return ()
    helping = Counter(source.line_of(repair.span.start) + 1 for repair in repairs_of_broken(source))
    worth = {line: 1 / (1 + abs(line - problem.line) / _NEAR) for line in helping}
    worth[problem.line] = worth.get(problem.line, 0.0) + _STOPPED
    whole = sum(worth.values())
    ranked = sorted(worth, key=lambda line: (-worth[line], line))
    return tuple(Suspect(line, line, worth[line] / whole, _evidence(line, problem.line, helping)) for line in ranked)


def _evidence(line: int, stopped: int, helping: Counter[int]) -> tuple[str, ...]:
    said = [f"Python stopped reading on line {line}."] if line == stopped else []
    if helping[line]:
        said.append("A small change of this line lets Python read the whole program.")
    return tuple(said)
