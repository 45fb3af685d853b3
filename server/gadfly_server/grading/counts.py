"""How much there is in transcripts, as papers count it."""

from __future__ import annotations

from collections.abc import Sequence

from gadfly_server.grading.overlap.said import answers
from gadfly_server.grading.transcript import Transcript


def counts(transcripts: Sequence[Transcript]) -> str:
    """Say how many dialogues and turns of tutors there are, and how many of these follow a turn of the student.

    The last are the units over which the Socratic Debugging Benchmark takes its means.
    """
    told = [
        f"{_many(len(transcripts), 'dialogue')} about {_many(len({each.program for each in transcripts}), 'program')}",
        f"{_many(sum(turn.role == 'tutor' for each in transcripts for turn in each.turns), 'turn')} of tutors",
        f"{sum(1 for each in transcripts for _ in answers(each))} of these after a turn of the student",
    ]
    without = sum(not each.program.strip() for each in transcripts)
    return ", ".join(told) + "." + (f" {_many(without, 'dialogue')} without a program." if without else "")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
