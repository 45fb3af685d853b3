"""What each level of help may give away: the one table of the leak check."""

from __future__ import annotations

from dataclasses import dataclass

from gadfly_analyzers.leaks.verdict import Kind

LEVELS = range(7)


@dataclass(frozen=True, slots=True)
class Budget:
    """What is forbidden at a level, and to what a text may point there.

    ``lines`` allows line numbers and whole quoted statements, ``parts`` also the very part of a statement.
    """

    forbidden: frozenset[Kind]
    lines: bool = True
    parts: bool = True


_ALL = frozenset({Kind.EDIT, Kind.TOKEN, Kind.WORD, Kind.SPLICE})
BUDGETS = {
    0: Budget(_ALL, lines=False, parts=False),  # notice
    1: Budget(_ALL, lines=False, parts=False),  # orient
    2: Budget(_ALL, parts=False),  # investigate
    3: Budget(_ALL),  # contradict
    4: Budget(_ALL - {Kind.WORD}),  # direct: kind and direction in words, but no new tokens
    5: Budget(_ALL - {Kind.WORD, Kind.TOKEN}),  # analogue: has the same tokens, and must not fit the program
    6: Budget(_ALL - {Kind.WORD}),  # hand over
}
