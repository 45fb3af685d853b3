"""How the notebook reads: what is supposed, and what a run said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor import experiment
from gadfly_server.tutor.choices import alike
from gadfly_server.tutor.notebook import GONE
from gadfly_server.tutor.supposing import BEFORE, EVERY, LAST
from gadfly_server.tutor.until import events_shown
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say, say_count

if TYPE_CHECKING:
    from gadfly_server.tutor.experiment import Finding
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.notebook import Hypothesis, Outcome
    from gadfly_server.tutor.question import Question

WAITING = "waiting"  # the verdict that is told while the open question asks about just that
_OF_PLACES = ("count", "branch", "reached", "compare-runs", "point-at")
_TEXTS = {  # by: a loop's passes, before or after, and the time
    (False, True, EVERY): later("Each time before line {line} runs, {name} is {value}."),
    (False, True, LAST): later("Before line {line} runs the last time, {name} is {value}."),
    (False, True, 1): later("Before line {line} runs, time {number}: {name} is {value}."),
    (False, False, EVERY): later("Each time right after line {line} runs, {name} is {value}."),
    (False, False, LAST): later("Right after line {line} runs the last time, {name} is {value}."),
    (False, False, 1): later("Right after line {line} runs, time {number}: {name} is {value}."),
    (True, True, EVERY): later("As each pass of the loop on line {line} begins, {name} is {value}."),
    (True, True, LAST): later("As the last pass of the loop on line {line} begins, {name} is {value}."),
    (True, True, 1): later("As pass {number} of the loop on line {line} begins, {name} is {value}."),
    (True, False, EVERY): later("After each pass of the loop on line {line}, {name} is {value}."),
    (True, False, LAST): later("After the last pass of the loop on line {line}, {name} is {value}."),
    (True, False, 1): later("After pass {number} of the loop on line {line}, {name} is {value}."),
}
_WHY = {
    experiment.NO_RUN: later("No failing run is recorded now, so there is nothing to compare."),
    experiment.CUT: later("The recording ended before that."),
    experiment.TOO_LONG: later("The value there is too long, so only a part of it was kept."),
    experiment.UNREADABLE: later("I cannot compare {value} with what the run had."),
}


def described(hypothesis: Hypothesis) -> str:
    """What is supposed, in one sentence."""
    supposed = hypothesis.supposed
    key = hypothesis.passes, supposed.when == BEFORE, min(supposed.time, 1)
    name, value = code(supposed.name), code(supposed.value.strip("`"))
    return say(_TEXTS[key], line=hypothesis.line, name=name, value=value, number=supposed.time)


def told(hypothesis: Hypothesis, question: Question | None, facts: Facts | None) -> tuple[str, str]:
    """The newest verdict and what the run had, in words; withheld while it would answer the open question."""
    outcome = hypothesis.outcomes[-1]
    if question is not None and (facts is None or _would_answer(question, outcome, facts)):
        return WAITING, say("The open question is about just that. Answer it first, then look here.")
    return outcome.finding.verdict, spoken(hypothesis, outcome)


def spoken(hypothesis: Hypothesis, outcome: Outcome) -> str:
    """What a run said of a hypothesis, in words."""
    found, supposed = outcome.finding, hypothesis.supposed
    if found.verdict == experiment.CONFIRMED:
        return _confirmed(found, every=supposed.time == EVERY)
    if found.verdict == experiment.REFUTED:
        return _refuted(found, every=supposed.time == EVERY, passes=hypothesis.passes)
    if found.verdict == experiment.NEVER_REACHED:
        return _never(outcome.line, found.times, passes=hypothesis.passes)
    if found.verdict == experiment.UNKNOWN_NAME:
        return say("The function had no {name} of its own there.", name=code(supposed.name))
    if found.verdict == GONE:
        return say("That line is no longer in the program.")
    return say(_WHY[found.why], value=code(supposed.value))


def _confirmed(found: Finding, *, every: bool) -> str:
    if every and found.times > 1:
        return say("Yes. In the run it was {value} all {number} times.", value=code(found.value), number=found.times)
    return say("Yes. In the run it was {value}.", value=code(found.value))


def _refuted(found: Finding, *, every: bool, passes: bool) -> str:
    value = code(found.value)
    if every and found.times > 1 and passes:
        return say("Not so. In pass {number} it was {value}.", number=found.time, value=value)
    if every and found.times > 1:
        return say("Not so. At time {number} it was {value}.", number=found.time, value=value)
    return say("Not so. In the run it was {value}.", value=value)


def _never(line: int, times: int, *, passes: bool) -> str:
    if not times:
        return say("The run did not come to line {line}.", line=line) if not passes else say("That loop made no pass.")
    if passes:
        return say_count("That loop made only one pass.", "That loop made only {number} passes.", times)
    return say_count("Line {line} ran only once.", "Line {line} ran only {number} times.", times, line=line)


def _would_answer(question: Question, outcome: Outcome, facts: Facts) -> bool:
    """Whether what the run had at that moment, or how often it came by, is what the open question asks for."""
    found, place = outcome.finding, question.points_at
    if facts.trace is None or 0 <= found.event < events_shown(facts, question):
        return False
    if question.kind in _OF_PLACES:
        return place is not None and place.line <= outcome.line <= place.end_line
    return bool(found.value) and alike(question.oracle.answer, found.value) and question.kind != "expected-value"
