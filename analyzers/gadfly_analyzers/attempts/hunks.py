"""What differs between a program and one that is right, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Hunk:
    """Lines of a text (numbered from 0, half-open) and what stands there in the repaired text.

    ``lines`` are the 1-based ones that count as the place: for what is missing, those written before and after the gap.
    """

    first: int
    stop: int
    instead: tuple[str, ...]
    lines: tuple[int, ...]


def hunks_of(lines: Sequence[str], right: Sequence[str]) -> Iterator[Hunk]:
    """List what differs, line by line where as many lines stand against each other."""
    for kind, first, stop, start, end in SequenceMatcher(None, lines, right, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if stop - first == end - start:
            for n in range(first, stop):
                yield Hunk(n, n + 1, (right[start + n - first],), places(lines, n, n + 1))
        else:
            yield Hunk(first, stop, tuple(right[start:end]), places(lines, first, stop))


def places(lines: Sequence[str], first: int, stop: int) -> tuple[int, ...]:
    """Give the 1-based lines that count as the place of a change."""
    written = tuple(n + 1 for n in range(first, stop) if lines[n].strip())
    before = next((n for n in range(first, 0, -1) if lines[n - 1].strip()), None)
    after = next((n for n in range(stop + 1, len(lines) + 1) if lines[n - 1].strip()), None)
    return written or tuple(n for n in (before, after) if n)
