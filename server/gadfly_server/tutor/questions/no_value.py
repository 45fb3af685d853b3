"""Which name on the line had no value when the error came up? The error says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.questions.value_at import AT_ERROR
from gadfly_server.tutor.subject import focus_call, where
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts

KIND = "no-value"
MOST_CHOICES = 6
_ERRORS = ("NameError", "UnboundLocalError")
_NAME = re.compile(r"name '(\w+)' is not defined|variable '(\w+)'")


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask it where there are several names to choose from."""
    test = facts.focus
    error = test.raised if test else None
    step = facts.shape.step_at(error.line) if error and error.line else None
    found = _NAME.search(error.message) if error and error.type in _ERRORS else None
    if test is None or error is None or step is None or found is None:
        return
    name = found[1] or found[2]
    names = list(dict.fromkeys(each for each in step.words if each.isidentifier()))
    if name not in names or len(names) == 1:
        return
    call = focus_call(test)
    yield Question(
        id=f"{KIND}:{name}:{test.name}",
        kind=KIND,
        level=2,
        text=say(
            "Which name on line {line} has no value when the {error} comes up {where}?",
            line=step.line,
            error=code(error.type),
            where=where(call.text if call and call.literal else "", test),
        ),
        entry=Entry.CHOICE,
        oracle=Oracle(name, "run", say("In the run it was {value}.", value=code(name))),
        points_at=Place(step.line, step.end_line),
        choices=_around(names, name),
        topic=AT_ERROR,
        insight=say("which name has no value"),
        surprise=3,
    )


def _around(names: list[str], name: str) -> tuple[str, ...]:
    """Choose a few names, the right one among them, in the order of the line."""
    first = min(max(names.index(name) - MOST_CHOICES // 2, 0), max(len(names) - MOST_CHOICES, 0))
    return tuple(names[first : first + MOST_CHOICES])
