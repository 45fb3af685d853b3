"""Level 4: what kind of thing is off and to which side, and an experiment that shows it; no word of a repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.misconceptions import by_id
from gadfly_server.tutor import beliefs, experiments
from gadfly_server.tutor.deviations import STAYS_NAMED, TEXTS
from gadfly_server.tutor.symptom import is_endless, sentence
from gadfly_server.tutor.understanding import suspect_in_run
from gadfly_server.tutor.words import code
from gadfly_server.wording import say, vary

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts


def direction(facts: Facts) -> str:
    """Say of what kind the departure is; empty only if nothing at all is known."""
    if facts.syntax:
        return _told(facts, Deviation.UNREADABLE, facts.syntax[0].line)
    if facts.direction is None:
        return _without_place(facts)
    told = _told(facts, facts.direction.deviation, facts.direction.line)
    return told if _is_certain(facts) else say("{told} I am not sure, but it looks that way.", told=told)


def experiment(facts: Facts) -> str:
    """Say what to try, so that the student sees it; empty if there is nothing to look at."""
    return experiments.experiment(facts)


def _told(facts: Facts, deviation: Deviation, line: int) -> str:
    departed = facts.divergence
    if deviation is Deviation.STAYS and departed and departed.name and departed.name != "self":
        return say(vary(line, *STAYS_NAMED), line=line, name=code(departed.name))
    return say(vary(line, *TEXTS[deviation]), line=line)


def _is_certain(facts: Facts) -> bool:
    """Whether it was seen, and of all statements only this one could be found at fault; not if it is one of several."""
    direction = facts.direction
    if direction is None or direction.deviation.is_coarse:
        return False
    alone = not any(suspect.bug for suspect in facts.suspects)
    return alone and any(each.certain and each.sole for each in facts.suspects if each.line == direction.line)


def _without_place(facts: Facts) -> str:
    """Where nothing was compared: what the run, the result or the text speaks for."""
    line = suspect_in_run(facts)
    if facts.focus and is_endless(facts.focus):
        return say("The run never ends: something in it stays the same all the time.")
    told = sentence(facts.focus, facts.symptoms[0]) if facts.focus and facts.symptoms else _believed(facts)
    if told and line:
        return say("{told} I would look at line {line} first.", told=told, line=line)
    return told or (say("I would look at line {line} first.", line=line) if line else "")


def _believed(facts: Facts) -> str:
    seen = beliefs.seen(facts)
    return say(by_id(seen[0]).python) if seen else ""
