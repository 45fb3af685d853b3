"""Human Socratic dialogues beside ours: by which turn does a question point at a true bug line?

A text points at a line if it has the line's number, or quotes a piece of code that stands in such lines and in no
others, or quotes a name that does.  The same holds for both sides; of ours it is also counted with the lines beside
which a question is shown, if they are three at most, for the human tutors had no such way to point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dialogue.editing import FEW
from gadfly_server.grading.pointing import points
from gadfly_server.tutor.turns import Turn

MOST_TURNS = 10


@dataclass(frozen=True)
class Pair:
    """For one human dialogue, the turns (from 1) at which each side first points at a bug line; 0 for never."""

    human: int
    ours: int
    shown: int


def pairs(item: Mapping[str, Any], program: str, faulty: Sequence[int], ours: Sequence[Turn]) -> Iterator[Pair]:
    """Compare our questions about a program with each human dialogue about it."""
    own = first([points(turn.text, program, faulty) for turn in ours])
    shown = first([points(turn.text, program, faulty) or _shown(turn, faulty) for turn in ours])
    for dialogue in item.get("dialogues") or ():
        said = [turn["text"] for turn in dialogue["turns"] if turn["role"] == "tutor"]
        yield Pair(first([points(text, program, faulty) for text in said]), own, shown)


def first(held: Sequence[bool]) -> int:
    """Number the first that holds, from 1; 0 if none does."""
    return held.index(True) + 1 if True in held else 0


def table(found: Sequence[Pair]) -> Iterator[str]:
    """Give the share of dialogues that have pointed by each turn."""
    yield "| by turn | human tutors % | Gadfly, in words % | Gadfly, in words or by the lines shown % |"
    yield "|---|---|---|---|"
    for turn in range(1, MOST_TURNS + 1):
        cells = [_by(turn, [getattr(pair, side) for pair in found]) for side in ("human", "ours", "shown")]
        yield f"| {turn} | {' | '.join(cells)} |"
    pointed = [pair for pair in found if pair.human]
    sides = [sum(0 < getattr(pair, side) <= pair.human for pair in pointed) for side in ("ours", "shown")]
    if pointed:
        yield ""
        yield (
            f"In {len(pointed)} of {len(found)} human dialogues a turn of the tutor points at a bug line; by that turn "
            f"Gadfly has pointed at one in {100 * sides[0] / len(pointed):.1f} % of them in words, "
            f"in {100 * sides[1] / len(pointed):.1f} % also by the lines shown."
        )


def _by(turn: int, firsts: Sequence[int]) -> str:
    return f"{100 * sum(0 < each <= turn for each in firsts) / len(firsts):.1f}" if firsts else ""


def _shown(turn: Turn, faulty: Sequence[int]) -> bool:
    place = turn.points_at
    if place is None or place.end_line - place.line >= FEW:
        return False
    return any(place.line <= line <= place.end_line for line in faulty)
