"""What is compared: for each turn of a tutor that follows one of the student, suggestions and references."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gadfly_server.grading.transcript import Transcript, Turn

Taken = Callable[[Sequence[str]], tuple[str, ...]]


@dataclass(frozen=True)
class Said:
    """One turn: what the student said before it, what might be said, and what each system says."""

    problem: str
    heard: str
    references: tuple[str, ...]
    systems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def fold(self) -> int:
        """Which half of the problems it belongs to."""
        return hashlib.sha256(f"fold{self.problem}".encode()).digest()[0] % 2


def answers(transcript: Transcript) -> Iterator[tuple[Turn, Turn]]:
    """Give each turn of the tutor that follows one of the student, behind that one: the units of the benchmark."""
    for before, turn in zip(transcript.turns, transcript.turns[1:], strict=False):
        if (before.role, turn.role) == ("student", "tutor"):
            yield before, turn


def said_in(transcripts: Iterable[Transcript], taken: Taken | None = None) -> Iterator[Said]:
    """Give the turns of tutors that follow one of the student and have references.

    ``taken`` is what counts of texts: the first lines, where nothing else is wanted.
    """
    taken = taken or first_lines
    for transcript in transcripts:
        for before, turn in answers(transcript):
            references, suggestions = taken(turn.references), taken((turn.text, *turn.suggestions))
            if references and suggestions:
                yield Said(transcript.problem, before.text, references, {transcript.tutor: suggestions})


def whole_texts(texts: Sequence[str]) -> tuple[str, ...]:
    """Give all of each text, and also those that say nothing."""
    return tuple(texts)


def first_lines(texts: Sequence[str]) -> tuple[str, ...]:
    """Give the first line of each text that has one."""
    return tuple(text.strip().split("\n")[0] for text in texts if text.strip())
