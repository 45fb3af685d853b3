"""Level 4: what kind of thing is off and to which side, and an experiment that shows it; no word of a repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.subject import subject_of
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts


def direction(facts: Facts) -> str:
    """Say of what kind the departure is; empty only if nothing at all is known."""
    place = _line(facts)
    if facts.syntax:
        return say("Python cannot read line {line}.", line=facts.syntax[0].line)
    if facts.divergence and facts.divergence.name:
        name = code(facts.divergence.name)
        return say("After line {line}, {name} has another value than the test needs.", line=place, name=name)
    if facts.divergence:
        return say("At line {line}, the run takes another way than the test needs.", line=place)
    return say(facts.symptoms[0].text) if facts.symptoms else ""


def experiment(facts: Facts) -> str:
    """Say what to try, so that the student sees it."""
    line = _line(facts)
    if not line:
        return ""
    if facts.syntax:
        return say("Read line {line} aloud, sign by sign, as Python does.", line=line)
    subject = subject_of(facts)
    if subject is None or not subject.call:
        return say("Go through the run by hand up to line {line}. What do you expect there?", line=line)
    return say(
        "Go through {call} by hand up to line {line}. What do you expect there?", call=code(subject.call), line=line
    )


def _line(facts: Facts) -> int:
    if facts.syntax:
        return facts.syntax[0].line
    if facts.divergence:
        return facts.divergence.line
    return facts.suspects[0].line if facts.suspects else 0
