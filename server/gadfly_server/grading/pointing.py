"""To which lines of a program a text points: by their numbers, or by code and names that it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_QUOTED = re.compile(r"`([^`]+)`|\"([^\"]+)\"|(?<!\w)'([^']+)'")
_LINES = re.compile(r"\blines?\s+(\d+(?:\s*(?:,|and|or|to|-)\s*\d+)*)", re.IGNORECASE)


def points(text: str, program: str, faulty: Sequence[int]) -> bool:
    """Tell whether a text points at one of the faulty lines: by number, or by code that stands in no other lines."""
    if numbers(text) & set(faulty):
        return True
    return any(bool(there := places(quoted, program)) and there <= set(faulty) for quoted in quotes(text))


def region(text: str, program: str) -> frozenset[int]:
    """Give the lines that a text points to: those that it numbers, else those of the rarest code that it quotes."""
    last = program.count("\n") + 1
    named = frozenset(line for line in numbers(text) if line <= last)
    if named:
        return named
    held = sorted((len(there), sorted(there)) for quoted in quotes(text) if (there := places(quoted, program)))
    return frozenset(held[0][1]) if held else frozenset()


def numbers(text: str) -> set[int]:
    """Give the numbers of lines in a text; of "3 to 5" and "3-5" those between as well."""
    found: set[int] = set()
    for listed in _LINES.findall(text):
        ends = [int(each) for each in re.findall(r"\d+", listed)]
        found |= set(ends)
        if re.fullmatch(r"\d+\s*(?:to|-)\s*\d+", listed) and 0 <= ends[1] - ends[0] < 100:
            found |= set(range(ends[0], ends[1] + 1))
    return found


def quotes(text: str) -> Iterator[str]:
    """Give what a text quotes."""
    for found in _QUOTED.finditer(text):
        yield next(each for each in found.groups() if each)


def places(quoted: str, program: str) -> set[int]:
    """Give the lines that hold a piece of code, or a name."""
    lines = enumerate(program.splitlines(), 1)
    if re.fullmatch(r"\w+", quoted):
        return {number for number, line in lines if re.search(rf"\b{re.escape(quoted)}\b", line)}
    piece = "".join(quoted.split())
    return {number for number, line in lines if piece and piece in "".join(line.split())}
