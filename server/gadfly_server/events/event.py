"""One thing that happened in a dialogue, in as few words as possible."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timezone
from enum import Enum

COURSE = "course:"  # what the name of a misconception of the course begins with; the file's name follows


class Kind(str, Enum):
    """What happened."""

    SNAPSHOT = "snapshot"
    RUN = "run"
    FINDING = "finding"
    QUESTION = "question"
    ANSWER = "answer"
    REQUEST = "request"
    REPLY = "reply"
    LEVEL = "level"
    INSIGHT = "insight"
    HYPOTHESIS = "hypothesis"
    MODEL = "model"
    SUCCESS = "success"
    LUCK = "luck"
    HAND_OVER = "hand-over"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened; which of the fields say something depends on the kind.

    ``turn`` is the number of the turn that it belongs to, or of the last one before it; ``state`` stands for the
    program's text then (see ``state_of``). ``question`` is the kind of the question that is asked or answered.
    ``name`` is the pattern, the wish, the kind of reply, the step that was understood, or the model.
    ``tests`` are those of a run: what stands for each (see ``test_of``), and how it ended.
    ``text`` is what was said, or the program of a snapshot: these are kept with consent only.
    """

    kind: Kind
    turn: int = 0
    level: int = 0
    state: str = ""
    question: str = ""
    name: str = ""
    mark: str = ""
    misconception: str = ""
    line: int = 0
    tokens: int = 0
    tests: tuple[tuple[str, str], ...] = ()
    text: str = ""

    @property
    def failing(self) -> int:
        """How many tests of a run disagree."""
        return sum(outcome not in ("passed", "skipped", "unrun") for _, outcome in self.tests)


def state_of(text: str) -> str:
    """What stands for a program's text where the text itself is not to be told."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def test_of(name: str) -> str:
    """What stands for a test: who knows its name can find it, for everybody else it is a number."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def in_utc(when: datetime) -> str:
    """A time as the record has it: ISO 8601 in UTC, to the millisecond; they sort like texts."""
    return when.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
