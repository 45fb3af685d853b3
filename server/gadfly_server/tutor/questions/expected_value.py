"""What should this call give? The test knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_server.tutor.choices import value_choices
from gadfly_server.tutor.fixtures import fixtures_of, is_all_printed, names_any, without
from gadfly_server.tutor.question import Entry, Oracle, Question
from gadfly_server.tutor.subject import LONGEST, focus_call
from gadfly_server.tutor.tested import Expectation, expectation
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.execution.results import Call, TestResult
    from gadfly_server.tutor.facts import Facts

KIND = "expected-value"


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask what the failing test expects of the program."""
    if facts.focus is None:
        return
    wanted = expectation(facts.focus, known_names(facts))
    if wanted is None:
        return
    actual = facts.focus.comparison.actual.text if facts.focus.comparison else ""
    choices = _choices(wanted, actual)
    yield Question(
        id=f"{KIND}:{facts.focus.name}:{wanted.actual}",
        kind=KIND,
        level=1,
        text=_text(facts, wanted),
        entry=Entry.VALUE,
        oracle=Oracle(wanted.expected, "test", _evidence(wanted), wanted.written, wanted.truth),
        points_at=None,
        choices=choices,
        topic="goal",
        insight=say("what the call should give"),
    )


def known_names(facts: Facts) -> frozenset[str]:
    """Names that mean something outside the test: what the program defines at its top."""
    return frozenset(facts.shape.names)


def _choices(wanted: Expectation, actual: str) -> tuple[str, ...]:
    if wanted.truth:
        return ("True", "False")
    if wanted.raises:
        return value_choices(wanted.expected, ("None", "ValueError", "TypeError"))
    return value_choices(wanted.expected, (actual,) if actual and len(actual) <= LONGEST else ())


def _text(facts: Facts, wanted: Expectation) -> str:
    assert facts.focus is not None
    call = focus_call(facts.focus)
    shown = wanted.actual
    if shown == facts.program:  # a whole program with its input
        return say(
            "What should {program} print for the input in {test}?", program=code(shown), test=code(facts.focus.name)
        )
    if wanted.free and call and call.literal and _gave(facts, wanted.actual) and not wanted.truth:
        shown = call.text
    elif wanted.free or len(shown) > LONGEST:
        return _text_in_test(facts.focus, shown, wanted, call)
    if wanted.raises:
        return say("Which error should {what} end with?", what=code(shown))
    if wanted.truth:
        return say("What does the test want from {what}: true or false?", what=code(shown))
    if shown.endswith(")"):
        return say("What should {call} give?", call=code(shown))
    return say("What should {what} be?", what=code(shown))


def _text_in_test(focus: TestResult, shown: str, wanted: Expectation, call: Call | None) -> str:
    test, fixtures = focus.name, fixtures_of(focus.source)
    named = call is not None and call.literal and f"{call.function}(" in shown and len(call.text) <= LONGEST
    if wanted.expected[:1] in ("'", '"') and is_all_printed(shown, focus.source):
        return say("What should your program print in {test}?", test=code(test))
    shown = without(shown, fixtures)
    what = code(shown) if len(shown) <= LONGEST and not names_any(shown, fixtures) else say("the checked value")
    if wanted.raises:
        return say("Which error does {test} want from {what}?", test=code(test), what=what)
    if wanted.truth:
        return say("What does {test} want {what} to count as: true or false?", test=code(test), what=what)
    if call and named:
        return say("In {test}, what should {what} be for {call}?", test=code(test), what=what, call=code(call.text))
    return say("In {test}, what should {what} be?", test=code(test), what=what)


def _gave(facts: Facts, actual: str) -> bool:
    """Whether the last call gave what the test compared: it is made there, or its result has that name in the test."""
    assert facts.focus is not None
    call, compared = focus_call(facts.focus), facts.focus.comparison
    if call is None or compared is None or len(call.text) > LONGEST:
        return False
    called = rf"\b{re.escape(call.function.rpartition('.')[2])}\s*\("
    named = rf"^[\s>.]*{re.escape(actual)}\s*(?::[^=\n]*)?=(?!=).*{called}"
    if not re.search(called, actual) and not re.search(named, facts.focus.source, re.MULTILINE):
        return False
    return call.returned is not None and call.returned.literal and call.returned.text == compared.actual.text


def _evidence(wanted: Expectation) -> str:
    if wanted.truth:
        wants_true = wanted.expected == "True"
        return say("The test wants what counts as true.") if wants_true else say("The test wants what counts as false.")
    if len(wanted.expected) > LONGEST:
        return say("The test wants another value.")
    return say("The test wants {value}.", value=code(wanted.expected))
