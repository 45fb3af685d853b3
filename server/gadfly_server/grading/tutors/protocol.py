"""What a tutor is asked and what it says: one JSON object each, the same over HTTP and through a command's pipes.

A request holds the whole state, so that a tutor need not remember anything. ``docs/play.md`` is its page for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

from gadfly_server.grading.transcript import Level, Line, Place

if TYPE_CHECKING:
    from gadfly_server.tutor.question import Question

FORMAT: Literal["gadfly-tutor/1"] = "gadfly-tutor/1"


class Said(BaseModel):
    """One thing that was said so far."""

    model_config = ConfigDict(frozen=True)

    role: Literal["tutor", "student"]
    text: str


class Request(BaseModel):
    """What a tutor is given for each turn; never a program that is right."""

    model_config = ConfigDict(frozen=True)

    format: Literal["gadfly-tutor/1"] = FORMAT
    lesson: str = Field(description="Names the dialogue; the same in all its requests.")
    task: str = ""
    module: str = Field(description="The name by which the tests import the program.")
    program: str = Field(description="The student's program as it stands now.")
    tests: str = Field(description="A pytest module.")
    files: dict[str, str] = Field(default_factory=dict)
    failing: tuple[str, ...] = Field(description="The tests that disagree with the program now.")
    turns: tuple[Said, ...] = ()


class Reply(BaseModel):
    """What a tutor says; ``text`` alone is enough."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    level: Level | None = None
    line: Line | None = Field(default=None, description="The first of the lines beside which it is shown.")
    end_line: Line | None = None
    choices: tuple[str, ...] = ()
    marked: Literal["right", "wrong"] | None = Field(
        default=None, description="What it holds of the student's last answer."
    )
    done: bool = Field(default=False, description="It has nothing more to say before the program changes.")

    @property
    def place(self) -> Place | None:
        """The lines beside which it is shown."""
        if self.line is None:
            return None
        return Place(line=self.line, end_line=max(self.line, self.end_line or self.line))


@dataclass(frozen=True, slots=True)
class Heard:
    """A reply as the student hears it; ``question`` is our own, which a student can answer by running its program."""

    reply: Reply
    question: Question | None = None


class Tutor(Protocol):
    """Somebody who says one thing at a time."""

    async def say(self, request: Request) -> Heard:
        """Say the next thing; raises ``Unreadable`` for a tutor that cannot be understood or reached."""
        ...
