"""The transcript: one tutor's dialogue about one program, one JSON object a line.

It is read strictly, so that a misspelt field is an error with its place and not a score that is missing.
``docs/transcript.schema.json`` is the same as a JSON Schema.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT: Literal["gadfly-transcript/1"] = "gadfly-transcript/1"
Line = Annotated[int, Field(ge=1)]
Level = Annotated[int, Field(ge=0, le=6)]
_PART = (
    r"[^/\\:\x00-\x1f]*[^/\\:.\x00-\x1f][^/\\:\x00-\x1f]*"  # with something else than points, so that it stays below
)
FileName = Annotated[str, Field(pattern=rf"^{_PART}(/{_PART})*$", max_length=200)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(_Strict):
    """What somebody said of a turn: a person, or a model that was asked."""

    rater: str = Field(description="Who said it; the same name for the same rater throughout.")
    criterion: str = Field(description="Of what, such as `relevant`, `direct`, `premature`, `kind`.")
    value: bool | int | float | str


class Place(_Strict):
    """Lines beside which a turn was shown, both counted from 1 and included."""

    line: Line
    end_line: Line


class Turn(_Strict):
    """One thing that was said."""

    role: Literal["tutor", "student"]
    text: str
    level: Level | None = Field(
        default=None, description="The step of the help ladder, 0 (notice) to 6 (hand over), if known."
    )
    points_at: Place | None = Field(default=None, description="The lines that were shown with it.")
    choices: tuple[str, ...] = Field(default=(), description="The answers that it offers.")
    answer: str | None = Field(default=None, description="The answer that the tutor holds right, if it says so.")
    references: tuple[str, ...] = Field(default=(), description="Other things that a good tutor might have said here.")
    suggestions: tuple[str, ...] = Field(default=(), description="What the tutor offered to say instead, best first.")
    labels: tuple[Label, ...] = Field(default=(), description="What people or models said of this turn.")
    program: str | None = Field(default=None, description="The whole program, if it was changed before this turn.")


class Transcript(_Strict):
    """A dialogue and what it is about; a single hint is a dialogue of one turn."""

    format: Literal["gadfly-transcript/1"] = FORMAT
    id: str = Field(min_length=1, description="Names this dialogue; no two in a file are the same.")
    tutor: str = Field(min_length=1, description="Who taught; scores are compared by this name.")
    problem: str = Field(min_length=1, description="The task; intervals are drawn over problems, not over turns.")
    program: str = Field(description="The student's program as it stood when the dialogue began.")
    module: str = Field(
        default="program", pattern=r"^[A-Za-z_]\w*$", max_length=100, description="The name by which tests import it."
    )
    tests: str = Field(default="", description="A pytest module. Without tests only what reading shows is scored.")
    files: dict[FileName, str] = Field(
        default_factory=dict,
        description="Other files beside it or in folders there, by their names (`data/numbers.txt`).",
    )
    task: str = Field(default="", description="What the program should do, in words.")
    repairs: tuple[str, ...] = Field(
        default=(), description="Whole programs that are right. No tutor is ever shown them."
    )
    faulty: tuple[Line, ...] = Field(default=(), description="Lines that a repair changes, where they are known.")
    turns: tuple[Turn, ...]
