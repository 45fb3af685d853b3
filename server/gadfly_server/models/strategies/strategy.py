"""What a strategy of tutoring decides with a model, and what it is given for that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from gadfly_server.models.answering import Prompt
    from gadfly_server.models.checked import Objecting, Told
    from gadfly_server.models.request import WordingRequest

Prompting = Callable[[str], "Prompt"]
Asking = Callable[["Prompting", "Objecting"], Awaitable["Told | None"]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be asked next; ``shows`` is what a right answer tells of a student's understanding.

    ``depth`` is greater where it is about a smaller step of the run; ``topic`` is the same for questions about the
    same part of the program.
    """

    id: str
    text: str
    topic: str
    depth: int
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """How a dialogue stands, for a strategy: what the student sees, and nothing of why an answer is right.

    There is deliberately no field for a right answer, a suspect, a test or a repair.
    ``states`` is what there is to understand, each with whether answers and runs have shown it; ``planned`` is the id
    of the question that comes if nobody chooses; ``verdict`` is what the run says of the last answer.
    """

    states: tuple[tuple[str, bool], ...]
    candidates: tuple[Candidate, ...]
    planned: str
    asked: str = ""
    answer: str = ""
    verdict: str = ""
    topic: str = ""
    said: tuple[tuple[str, str], ...] = ()
    code: tuple[str, ...] = ()

    def candidate(self, identity: str) -> Candidate | None:
        """A question by its id."""
        return next((each for each in self.candidates if each.id == identity), None)


class Strategy(Protocol):
    """Which question comes next, and how it is put into words; facts, marks and checks are not its business."""

    @property
    def name(self) -> str:
        """Its name in the configuration."""

    @property
    def chooses(self) -> bool:
        """Whether it ever chooses questions; if not, nobody waits for it."""

    async def choose(self, view: View, ask: Asking) -> str:
        """The id of the question to ask next, one of those in the view; empty to leave it as planned."""

    async def word(self, request: WordingRequest, prompt: Prompting, objecting: Objecting, ask: Asking) -> Told | None:
        """A wording of a question: an object with ``question``; ``None`` if there is none that passes."""
