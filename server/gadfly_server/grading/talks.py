"""A transcript as a dialogue of ours, for who makes fine-tuning files of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gadfly_server.tutor import question
from gadfly_server.tutor.turns import Dialogue, Seen, Turn

if TYPE_CHECKING:
    from gadfly_server.grading import transcript

USUAL_LEVEL = 2  # of a turn whose level nobody knows


def dialogues_of(told: transcript.Transcript) -> Iterator[Dialogue]:
    """One dialogue for each version of the program, since turns point at its lines; repairs and tests are left out."""
    program, said = told.program, list[Turn]()
    for number, turn in enumerate(told.turns, 1):
        if turn.program is not None and turn.program != program:
            yield _dialogue(told, program, said)
            program, said = turn.program, []
        said.append(_turn(number, turn))
    yield _dialogue(told, program, said)


def _dialogue(told: transcript.Transcript, program: str, said: list[Turn]) -> Dialogue:
    return Dialogue(turns=tuple(said), seen=Seen(program, "failing", ()), bug=told.problem)


def _turn(number: int, turn: transcript.Turn) -> Turn:
    place = question.Place(turn.points_at.line, turn.points_at.end_line) if turn.points_at else None
    level = USUAL_LEVEL if turn.level is None else turn.level
    asks = f"turn:{number}" if turn.role == "tutor" and "?" in turn.text else None
    return Turn(number, turn.role, level, "question", turn.text, place, turn.choices, question=asks)
