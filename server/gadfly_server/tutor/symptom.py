"""How what the run gave differs from what the test wants, with the value if the student may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.family import Rank, Symptom
from gadfly_analyzers.symptoms.naming import symptoms_of
from gadfly_server.tutor.outcomes import outcome
from gadfly_server.tutor.subject import LONGEST
from gadfly_server.tutor.words import after_colon, code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from gadfly_analyzers.execution.results import TestResult
    from gadfly_server.tutor.facts import Facts


def symptom(test: TestResult, others: tuple[TestResult, ...] = ()) -> str:
    """What the run of a failing test did instead, in one sentence.

    It rests on results alone: what a recording shows is what questions ask about.
    """
    return sentence(test, symptoms_of(Evidence(test, others=others))[0])


def symptoms_in(test: TestResult, facts: Facts) -> tuple[Symptom, ...]:
    """All that is known of how a failing test goes wrong; of the test in focus, also what its recording shows."""
    if facts.focus is None or test.id != facts.focus.id:
        return symptoms_of(Evidence(test, others=facts.tests))
    return facts.symptoms


def sentence(test: TestResult, first: Symptom) -> str:
    """Say what a test that the student can see got, and how that is wrong."""
    if test.outcome is Outcome.TAMPERED:
        return say(
            "This test tells nothing, because the program changed how it is tested. What does it do besides its task?"
        )
    if test.outcome is Outcome.ENDED:
        ended = outcome(test.stop.reason) if test.stop else say("the program ended Python itself")
        return say("The run gave nothing: {ended}.", ended=ended)
    if test.raised and test.raised.type in ("RefusedError", "UnseenError"):
        return f"{outcome(test.raised.message)}."
    said = _what_came(test)
    if not said:
        is_known = first.specificity > Rank.GENERAL
        return say(first.text) if is_known else say("Your program gives something else.")
    return f"{said}: {after_colon(say(first.text))}" if first.specificity > Rank.GENERAL else f"{said}."


def unrun(test: TestResult) -> str:
    """Say of a test why it did not run."""
    return f"{_what_came(test)}."


def is_endless(test: TestResult) -> bool:
    """Whether the run would not have ended by itself."""
    return test.outcome is Outcome.STOPPED or (test.raised is not None and test.raised.type == "RecursionError")


def _what_came(test: TestResult) -> str:
    """What the run gave, without a full stop; empty if that is not known, or too long to be read."""
    if test.stop:
        return say("The run was {stopped}", stopped=outcome(test.stop.reason))
    if test.raised and test.outcome is Outcome.RAISED:
        if test.raised.type[:1] in "AEIOU":
            return say("The run ended with an {error}", error=code(test.raised.type))
        return say("The run ended with a {error}", error=code(test.raised.type))
    compared = test.comparison
    if compared is None or compared.operator not in ("==", "is") or len(compared.actual.text) > LONGEST:
        return ""
    if compared.actual_source.isidentifier():
        return say("In the end, {name} is {value}", name=code(compared.actual_source), value=code(compared.actual.text))
    return say("Your program gives {value}", value=code(compared.actual.text))
