"""What known repairs do, as tokens; kept as secret as the repairs are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NoReturn

from gadfly_analyzers.leaks.tokens import Tokens, plain_lines, read, split
from gadfly_analyzers.lines import lines_in


class Secret:
    """Cannot be shown, copied or pickled."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__.lower()}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(f"a {type(self).__name__.lower()} is secret and cannot be copied or written down")


@dataclass(frozen=True, repr=False, eq=False)
class Change(Secret):
    """What one repair does: on which 1-based ``lines`` of the student's program, and what of it is new and gone.

    ``before`` and ``after`` are the changed lines as tokens, ``moved`` are lines that only stand elsewhere.
    ``unreadable`` tells that Python cannot read the program without the repair.
    """

    lines: frozenset[int]
    before: tuple[Tokens, ...]
    after: tuple[Tokens, ...]
    moved: tuple[Tokens, ...] = ()
    new: tuple[str, ...] = field(default=())
    gone: tuple[str, ...] = field(default=())
    unreadable: bool = False

    @property
    def put_in(self) -> bool:
        """Whether whole lines are new."""
        return len(self.after) > len(self.before)


def change_of(program: str, repaired: str) -> Change:
    """Compare a program with a repaired version of it."""
    unreadable = read(program) is None
    lines_of = lines_in if unreadable else plain_lines
    old, new = lines_of(program), lines_of(repaired)
    gone, come = _differing(old, new)
    moved = _moved(gone, come)
    before = tuple(split(line) for line in gone if line.strip() not in moved)
    after = tuple(split(line) for line in come if line.strip() not in moved)
    less, more = _tokens(before, after)
    lines = frozenset(_places(lines_in(program), lines_in(repaired)))
    return Change(lines, before, after, tuple(split(line) for line in moved), more, less, unreadable)


def _differing(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    gone: list[str] = []
    come: list[str] = []
    for kind, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += old[first:last]
            come += new[begin:end]
    return gone, come


def _moved(gone: Sequence[str], come: Sequence[str]) -> dict[str, None]:
    """Find the lines that are the same but for their place or indentation."""
    both = Counter(line.strip() for line in gone) & Counter(line.strip() for line in come)
    return dict.fromkeys(line for line in both if line not in ("else:", "pass"))


def _tokens(before: Sequence[Tokens], after: Sequence[Tokens]) -> tuple[Tokens, Tokens]:
    """Give the tokens that are gone and those that are new, line by line where there are as many."""
    pairs = list(zip(before, after, strict=False)) if len(before) == len(after) else [(_joined(before), _joined(after))]
    gone: list[str] = []
    new: list[str] = []
    for old, fresh in pairs:
        for kind, first, last, begin, end in SequenceMatcher(None, old, fresh, autojunk=False).get_opcodes():
            if kind != "equal":
                gone += old[first:last]
                new += fresh[begin:end]
    return tuple(gone), tuple(new)


def _joined(lines: Sequence[Tokens]) -> Tokens:
    return tuple(token for line in lines for token in line)


def _places(old: Sequence[str], new: Sequence[str]) -> Iterator[int]:
    """Give the 1-based lines that differ; where something is put in, those beside the gap."""
    for kind, first, last, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "insert":
            yield from (number for number in (first, first + 1) if 1 <= number <= len(old))
        elif kind != "equal":
            yield from range(first + 1, last + 1)
