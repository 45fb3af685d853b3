"""Where each line of a text begins, kept exact through edits."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

_LINE_END = re.compile(rb"\r\n|\n|\r")
_LONE_CARRIAGE_RETURN = re.compile(rb"\r(?!\n)")
_WHOLE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def lines_in(text: str) -> list[str]:
    """Cut a text where Python and editors do; ``str.splitlines`` cuts it at form feeds and other signs, too."""
    return [line.rstrip("\r\n") for line in whole_lines_in(text)]


def whole_lines_in(text: str) -> list[str]:
    """The same, with their ends."""
    return _WHOLE.findall(text)


class Lines:
    """Byte offsets at which lines start; only LF, CRLF and a lone CR end a line.

    Immutable. Offsets from ``_pivot`` on are stored ``_shift`` too small, so that an edit need not
    rewrite those of all later lines; the pivot follows the place where somebody types.
    """

    __slots__ = ("_pivot", "_shift", "_starts", "has_lone_carriage_return")

    def __init__(self, starts: array[int], pivot: int, shift: int, has_lone_carriage_return: bool) -> None:
        self._starts = starts
        self._pivot = pivot
        self._shift = shift
        self.has_lone_carriage_return = has_lone_carriage_return

    @classmethod
    def of(cls, data: bytes) -> Lines:
        """Find the lines of a whole text; a text always has one line more than it has line ends."""
        starts = array("q", [0])
        starts.extend(match.end() for match in _LINE_END.finditer(data))
        return cls(starts, len(starts), 0, _LONE_CARRIAGE_RETURN.search(data) is not None)

    def __len__(self) -> int:
        return len(self._starts)

    def start(self, line: int) -> int:
        """Give the offset at which the 0-based line begins."""
        return self._starts[line] + (self._shift if line >= self._pivot else 0)

    def line_of(self, byte: int) -> int:
        """Give the 0-based line that holds a byte offset."""
        if self._pivot < len(self._starts) and byte >= self.start(self._pivot):
            return bisect_right(self._starts, byte - self._shift, self._pivot) - 1
        return max(0, bisect_right(self._starts, byte, 0, self._pivot) - 1)

    def edited(self, first: int, last: int, data: bytes, delta: int) -> Lines:
        """Give the lines after an edit from line ``first`` to line ``last`` made ``data`` longer by ``delta``.

        The lines around the edit are read anew with it, for a CR may have met or lost its LF.
        """
        first = max(0, first - 1)
        last = min(len(self) - 1, last + 1)
        is_final = last == len(self) - 1
        start, end = self.start(first), len(data) if is_final else self.start(last + 1) + delta
        region = array("q", [start])
        region.extend(match.end() for match in _LINE_END.finditer(data, start, end))
        if not is_final:
            region.pop()
        starts = self._with_pivot(last + 1)
        starts[first : last + 1] = region
        lone = self.has_lone_carriage_return or _LONE_CARRIAGE_RETURN.search(data, start, end) is not None
        return Lines(starts, first + len(region), self._shift + delta, lone)

    def _with_pivot(self, pivot: int) -> array[int]:
        starts, shift = self._starts[:], self._shift
        low, high = sorted((self._pivot, pivot))
        if shift and low < high:
            by = shift if pivot > self._pivot else -shift
            starts[low:high] = array("q", [start + by for start in starts[low:high]])
        return starts
