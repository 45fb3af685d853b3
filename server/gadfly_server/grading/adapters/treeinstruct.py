"""MULTI_DEBUG (TreeInstruct, Kargupta and others, EMNLP 2024), one JSON object a program.

The data set has no dialogues: a program without a ``conversation`` gives a transcript without turns, which a tutor can
be asked about.  A conversation is a list of ``{"role": …, "content": …}`` with the roles of the paper's code,
``Instructor`` and ``Student``, or those of chat logs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gadfly_server.grading.adapters.socratic import about, items
from gadfly_server.grading.transcript import Transcript, Turn

TUTOR = "TreeInstruct"
_STUDENT = ("student", "user")


def read(path: Path, *, tutor: str | None = None, program: Path | None = None) -> Iterator[Transcript]:  # noqa: ARG001
    """Give a transcript for each program. Raises ``Unreadable``."""
    for item in items(path):
        turns = tuple(
            Turn(role="student" if str(each["role"]).lower() in _STUDENT else "tutor", text=each["content"])
            for each in item.get("conversation") or ()
            if str(each["content"]).strip()
        )
        yield about(item, tutor or TUTOR).model_copy(update={"turns": turns})
