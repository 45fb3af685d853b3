"""Which line of one version of a program is which line of another version."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class LineMap:
    """Maps 1-based lines; ``edits`` are (first line, lines removed, lines added) in order, counted before any of them.

    Of the lines that an edit removes, the first ones become the lines that it adds, one to one.
    """

    edits: tuple[tuple[int, int, int], ...] = ()

    def there(self, line: int) -> int | None:
        """Give the line in the other version; ``None`` if it is not there."""
        shift = 0
        for first, removed, added in self.edits:
            if line < first:
                break
            if line < first + removed:
                return line + shift if line < first + added else None
            shift += added - removed
        return line + shift

    def reversed(self) -> LineMap:
        """Give the map from the other version to this one."""
        edits, shift = [], 0
        for first, removed, added in self.edits:
            edits.append((first + shift, added, removed))
            shift += added - removed
        return LineMap(tuple(edits))


def line_map(before: str, after: str) -> LineMap:
    """Compare two versions line by line; a line that was only indented anew is the same, an empty one becomes none."""
    ours, theirs = ([line.strip() for line in text.split("\n")] for text in (before, after))
    changes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    edits: list[tuple[int, int, int]] = []
    for kind, a, b, c, d in changes:
        if kind == "replace" and not (any(ours[a:b]) and any(theirs[c:d])):
            edits += [(a + 1, b - a, 0), (b + 1, 0, d - c)]
        elif kind != "equal":
            edits.append((a + 1, b - a, d - c))
    return LineMap(tuple(edits))
