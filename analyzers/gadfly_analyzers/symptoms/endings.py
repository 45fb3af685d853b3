"""The program does not end, or ends otherwise than it should."""

from __future__ import annotations

from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.lines import lines_in
from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.family import Family, Rank, family
from gadfly_analyzers.trace.recording import Event, EventKind

_OF_ALL = "all tests together"  # whose time was over, not that of the test
STANDING = 60  # steps in which nothing changes, before a run is said to stand still
DEEP = 20  # of the innermost open calls of a recording, to see whether they go on
_RAISES = ("raises(", "assertRaises")


def does_not_end(evidence: Evidence) -> bool:
    """A limit of time was reached."""
    return evidence.test.outcome is Outcome.STOPPED


def takes_its_time(evidence: Evidence) -> bool:
    """The limit was that of the test, not of all together, which says nothing of this one."""
    stop = evidence.test.stop
    return does_not_end(evidence) and not (stop is not None and stop.hurried and _OF_ALL in stop.reason)


def had_no_time(evidence: Evidence) -> bool:
    """The test was not run at all."""
    return evidence.test.outcome is Outcome.UNRUN


def stands_still(evidence: Evidence) -> bool:
    """A limit was reached, and in the last steps that were recorded nothing changed."""
    if not does_not_end(evidence) or evidence.trace is None or evidence.trace.complete:
        return False
    last = evidence.trace.events[-STANDING:]
    return len(last) == STANDING and not any(event.changes or event.kind is not EventKind.LINE for event in last)


def goes_on(evidence: Evidence) -> bool:
    """A limit was reached, and in the last steps that were recorded something changed."""
    if not does_not_end(evidence) or evidence.trace is None or evidence.trace.complete:
        return False
    last = evidence.trace.events[-STANDING:]
    return len(last) == STANDING and any(event.changes for event in last)


def wants_memory(evidence: Evidence) -> bool:
    """The limit was that of memory."""
    stop = evidence.test.stop
    return stop is not None and "memory" in stop.reason


def calls_too_deep(evidence: Evidence) -> bool:
    """A function called itself until Python gave up."""
    return evidence.test.raised is not None and evidence.test.raised.type == "RecursionError"


def calls_with_the_same(evidence: Evidence) -> bool:
    """A function called itself with the same values again and again."""
    calls = _deepest_calls(evidence)
    return len(calls) > 2 and len({(call.function, call.changes) for call in calls}) < len(calls) / 2


def calls_past_the_end(evidence: Evidence) -> bool:
    """A function called itself with ever new values, and never came to an end."""
    calls = _deepest_calls(evidence)
    return len(calls) > 2 and len({(call.function, call.changes) for call in calls}) == len(calls)


def ends_python(evidence: Evidence) -> bool:
    """The program ended all of Python."""
    return evidence.test.outcome is Outcome.ENDED


def lacks_error(evidence: Evidence) -> bool:
    """The test waits for an error, and none came."""
    test = evidence.test
    return test.outcome is Outcome.FAILED and test.comparison is None and _waits_for_error(evidence)


def has_other_error(evidence: Evidence) -> bool:
    """The test waits for an error, and another one came."""
    return evidence.test.outcome is Outcome.RAISED and _waits_for_error(evidence)


def _waits_for_error(evidence: Evidence) -> bool:
    """Tell whether the statement of the test that failed waits for an error, as far as its text shows."""
    test = evidence.test
    lines = lines_in(test.source)
    number = (test.asserted_line or test.line) - test.first_line
    if 0 <= number < len(lines) and lines[number].lstrip().startswith("assert "):
        return False  # what stands above it has come to its end
    at_hand = lines[max(0, number - 1) : number + 1] if 0 <= number < len(lines) else lines
    return any(sign in line for line in at_hand for sign in _RAISES)


def _deepest_calls(evidence: Evidence) -> list[Event]:
    """Give the last calls that had begun when a recursion became too deep."""
    if not calls_too_deep(evidence) or evidence.trace is None:
        return []
    return [event for event in evidence.trace.events if event.kind is EventKind.CALL][-DEEP:]


FAMILIES: tuple[Family, ...] = (
    family("recursion-with-the-same", Rank.SEEN, "It calls itself with the same values again and again.",
           calls_with_the_same, "recursion-stops-by-itself"),
    family("recursion-past-the-end", Rank.SEEN, "It calls itself with new values, and never stops.",
           calls_past_the_end, "recursion-stops-by-itself"),
    family("endless-standing", Rank.SEEN, "It does not end, and all stays the same.", stands_still,
           "while-moves-on-by-itself", "variables-follow"),
    family("endless-going-on", Rank.SEEN, "It does not end, though something goes on.", goes_on,
           "loop-takes-snapshot", "while-checks-all-the-time"),
    family("memory", Rank.EXACT, "It wants more and more memory.", wants_memory, "loop-takes-snapshot"),
    family("recursion", Rank.EXACT, "It calls itself, and never stops.", calls_too_deep, "recursion-stops-by-itself"),
    family("no-error", Rank.EXACT, "The test waits for an error, but none comes.", lacks_error, "except-repairs"),
    family("other-error", Rank.EXACT, "The test waits for an error, but another one comes.", has_other_error),
    family("endless", Rank.KIND, "It does not end.", takes_its_time, "while-moves-on-by-itself"),
    family("unrun", Rank.KIND, "The time of all tests was over before this one began.", had_no_time),
    family("ends-python", Rank.KIND, "It ends the whole run, and gives nothing.", ends_python),
)  # fmt: skip
