"""How steps of the recorded run read: in the cells of a table, or in one sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from gadfly_server.tutor.steps import Known, Step

LONGEST = 40  # characters of a value
HEADINGS = (later("Step"), later("Line"), later("What happens"), later("Pass"), later("Names before it"))


def title(test: str, call: str) -> str:
    """What run it is."""
    return (
        say("The run of {call} in {test}", call=code(call), test=code(test))
        if call
        else say("The run of {test}", test=code(test))
    )


def happens(step: Step) -> str:
    """What the step does: the line that runs, or how a function begins or ends."""
    function = code(step.function)
    if step.kind == "call":
        return say("{function} begins", function=function)
    if step.kind == "return":
        return say("{function} gives back {value}", function=function, value=code(short(step.value)))
    if step.kind == "raise":
        return say("{value} leaves {function}", function=function, value=code(short(step.value)))
    return code(step.code)


def passes(step: Step) -> str:
    """In which passes of the loops around it the step is, outermost first."""
    return ", ".join(str(each.number) for each in step.passes)


def sentence(step: Step) -> str:
    """All of a step in one line of plain words."""
    known = ", ".join(_known(each) for each in step.names)
    around = ", ".join(
        say("pass {number} of the loop on line {line}", number=each.number, line=each.line) for each in step.passes
    )
    where = say("Step {number}, line {line}", number=step.number, line=step.line)
    line = f"{', '.join(part for part in (where, around) if part)}: {happens(step)}"
    return f"{line} {say('Names before it')}: {known}" if known else line


def _known(known: Known) -> str:
    named, value = known.name, short(known.value)
    return (
        say("{name} is now {value}", name=named, value=value)
        if known.changed
        else say("{name} is {value}", name=named, value=value)
    )


def short(value: str) -> str:
    """A value in few signs and one line."""
    plain = " ".join(value.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
