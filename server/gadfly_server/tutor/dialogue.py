"""The dialogue as a state machine: facts and answers in, turns out."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from gadfly_server.tutor.notice import headline as headline
from gadfly_server.tutor.question import Entry, Oracle, Place, Question

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said; ``question`` is the id of the question it asks or answers."""

    number: int
    speaker: str
    level: int
    kind: str
    text: str
    points_at: Place | None = None
    choices: tuple[str, ...] = ()
    question: str | None = None
    marked: str | None = None


@dataclass(frozen=True, slots=True)
class Dialogue:
    """All that was said, the open question, and the state from which the next one is chosen."""

    turns: tuple[Turn, ...] = ()
    question: Question | None = None


def begin(facts: Facts) -> Dialogue:
    """Open a dialogue about what the facts show."""
    return observe(Dialogue(), facts)


def answer(dialogue: Dialogue, facts: Facts, text: str) -> Dialogue:
    """Take the student's answer to the open question, mark it, and go on."""
    raise NotImplementedError


def observe(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Take a new run as an answer; the same facts give the same object back."""
    raise NotImplementedError


def to_json(dialogue: Dialogue) -> dict[str, Any]:
    """The dialogue as plain values that JSON can hold."""
    return asdict(dialogue)
