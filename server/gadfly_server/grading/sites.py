"""Where a program is at fault: the lines that accepted repairs change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from gadfly_analyzers.lines import lines_in
from gadfly_analyzers.source import Source

LIKELY = 0.5  # the chance from which on a suspect counts as a site, where no repair is given


def changed_lines(program: str, repair: str) -> Iterator[int]:
    """Give the lines (1-based) of a program that a repair changes; of an insertion those before and after it."""
    old, new = ([line.rstrip() for line in lines_in(text)] for text in (program, repair))
    for kind, start, end, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in ("replace", "delete"):
            yield from (number for number in range(start + 1, end + 1) if old[number - 1].strip())
        elif kind == "insert":
            yield from _beside(old, start)


def sites(source: Source, lines: Collection[int]) -> frozenset[int]:
    """Give all lines of the statements that hold some lines, and these lines themselves."""
    held = [
        range(each.line, each.end_line + 1)
        for each in source.statements()
        if any(line in range(each.line, each.end_line + 1) for line in lines)
    ]
    return frozenset(lines) | frozenset(line for one in held for line in one)


def nearest(program: str, repairs: Iterable[str]) -> list[str]:
    """Order repairs by how little they change."""
    return sorted(repairs, key=lambda repair: (len(set(changed_lines(program, repair))), len(repair), repair))


def _beside(lines: Sequence[str], gap: int) -> Iterator[int]:
    before = next((number for number in range(gap, 0, -1) if lines[number - 1].strip()), None)
    after = next((number for number in range(gap + 1, len(lines) + 1) if lines[number - 1].strip()), None)
    yield from (number for number in (before, after) if number is not None)
