"""An edit that a student might try, and what the tests say then."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(r"[^\W\d]\w*|\d+(?:\.\d+)?|\"[^\"\n]*\"|'[^'\n]*'|[<>=!+*/%-]=|\*\*|//|[-+*/%<>=]")
Edits = tuple[tuple[int, int, bytes], ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """Edits that are tried together, at the lines from ``line`` to ``end_line`` (1-based, included).

    ``likely`` is how often edits of this kind repair novices' programs, next to other kinds; ``after`` are these lines
    afterwards, as tokens with a space between any two.
    ``repaired`` are the failing tests that then pass, ``whole`` tells that all tests do. ``helps`` tells that it leads
    on: more tests pass and none fails that passed, or it is a part of a program that is known to be right.
    ``meant`` is what a student meant to write, and can think of once it looks there.
    """

    kind: str
    line: int
    end_line: int
    edits: Edits = field(repr=False)
    likely: float
    after: str = field(repr=False)
    repaired: frozenset[str] = frozenset()
    whole: bool = False
    helps: bool = False
    meant: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A failing test as somebody sees it who goes through it step by step, knowing what was meant.

    ``calls`` of the program are as one would type them, without spaces; ``given`` are names and values that
    variables hold on the way; ``lines`` (1-based) are those that run.
    ``parts`` is the line that first makes a difference to the run that was meant, and ``name`` the variable that then
    differs, if one does; ``None`` where none is seen.
    """

    calls: frozenset[str]
    given: frozenset[tuple[str, str]]
    lines: frozenset[int]
    parts: int | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Attempts:
    """All that a student might try on one version of a program; ``failing`` are the tests that disagree with it.

    ``raised`` is the 1-based line at which Python says that the first of them ended, if one ended with an error, or
    that it cannot read the program.
    ``runs`` are some of the failing tests, step by step; none where nobody knows what was meant.
    """

    text: str
    failing: tuple[str, ...]
    every: tuple[Attempt, ...] = field(repr=False, hash=False)  # the rest tells them apart
    raised: int | None = None
    runs: tuple[Run, ...] = ()

    @property
    def solvable(self) -> bool:
        """Whether one of them makes all tests pass, or leads on at least."""
        return any(each.helps for each in self.every)

    def after(self, attempt: Attempt) -> str:
        """The program with an edit made."""
        return edited(self.text.encode("utf-8", "surrogatepass"), attempt.edits).decode("utf-8", "surrogatepass")


def edited(data: bytes, edits: Edits) -> bytes:
    """Make edits, none of which overlaps another."""
    for start, end, text in sorted(edits, reverse=True):
        data = data[:start] + text + data[end:]
    return data


def lines_after(data: bytes, edits: Edits) -> str:
    """The lines that edits touch, as they are then, as tokens."""
    first = data.rfind(b"\n", 0, min(start for start, _, _ in edits)) + 1
    end = data.find(b"\n", max(stop for _, stop, _ in edits))
    moved = tuple((start - first, stop - first, text) for start, stop, text in edits)
    return spaced(edited(data[first : len(data) if end < 0 else end], moved))


def spaced(code: bytes | str) -> str:
    """Code as its tokens with one space around each, so that one piece of code can be looked for in another."""
    return f" {' '.join(tokens(code))} "


def tokens(code: bytes | str) -> list[str]:
    """Names, numbers, texts and operators, in their order."""
    return _TOKEN.findall(code.decode("utf-8", "replace") if isinstance(code, bytes) else code)
