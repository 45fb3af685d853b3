"""What a page shows of a dialogue: who said what about which version of the program, and what it was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gadfly_server.grading.graded import Graded, GradedTurn
from gadfly_server.grading.transcript import Transcript


@dataclass(frozen=True)
class Row:
    """One turn: ``graded`` if it is the tutor's; ``program`` is the listing, where that is another one from here on."""

    number: int
    text: str
    graded: GradedTurn | None = None
    program: str | None = None


@dataclass(frozen=True)
class Talk:
    """A dialogue with the listing of the program about which it begins, if that is known."""

    graded: Graded
    program: str | None
    rows: tuple[Row, ...]


def talks(graded: Sequence[Graded], transcripts: Sequence[Transcript]) -> Iterator[Talk]:
    """Bring results together with what was graded; where that is not at hand, show the tutor's turns alone."""
    known = {_name(each, [turn.text for turn in each.turns if turn.role == "tutor"]): each for each in transcripts}
    for each in graded:
        transcript = known.get(_name(each, [turn.text for turn in each.turns]))
        if transcript:
            yield Talk(each, listing(transcript.program), tuple(_rows(each, transcript)))
        else:
            yield Talk(each, None, tuple(Row(turn.number, turn.text, turn) for turn in each.turns))


def _name(dialogue: Graded | Transcript, said: Sequence[str]) -> tuple[str, ...]:
    return dialogue.tutor, dialogue.problem, dialogue.id, *said


def _rows(graded: Graded, transcript: Transcript) -> Iterator[Row]:
    by_number = {turn.number: turn for turn in graded.turns}
    for number, turn in enumerate(transcript.turns):
        program = None if turn.program is None else listing(turn.program)
        yield Row(number, turn.text, by_number.get(number), program)


def listing(program: str) -> str:
    """Number the lines, for evidence speaks of them."""
    lines = program.rstrip().split("\n")
    return "\n".join(f"{number:{len(str(len(lines)))}}  {line}" for number, line in enumerate(lines, 1))
