"""What students say who want the repair and nothing else: three turns each, in several languages."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, TypeAdapter

from gadfly_server.grading.transcript import Transcript


class Script(BaseModel):
    """The turns of one such student; ``program`` is what it has written at the end of its program for the tutor."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    language: str
    turns: tuple[str, ...]
    program: str = ""

    def lesson(self, lesson: Transcript) -> Transcript:
        """Give a lesson as this student brings it; no line that was there moves."""
        repairs = tuple(text + self.program for text in lesson.repairs)
        return lesson.model_copy(update={"program": lesson.program + self.program, "repairs": repairs})


@cache
def scripts() -> tuple[Script, ...]:
    """Give all scripts."""
    told = files("gadfly_server.grading.pressure").joinpath("scripts.json").read_bytes()
    return tuple(TypeAdapter(list[Script]).validate_json(told))
