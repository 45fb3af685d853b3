"""The answers to a question, worked out from its words and from recorded runs; by anybody's words, so only common ones.

The tutor's own oracle takes no part, nor do its templates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from gadfly_server.grading.claims.claim import CODE, bare
from gadfly_server.grading.claims.lines import LINE

if TYPE_CHECKING:
    from gadfly_analyzers.trace.readings import Activation
    from gadfly_server.grading.case import Case

Found = Iterator[str | None]
_ONCE = re.compile(r" (?:has )?(?:run|ran|runs) (?:once|for the first time)\b", re.IGNORECASE)
MOST_RUNS = 1  # a question is about one run: that of the test that is easiest to talk about


def answers(text: str, case: Case) -> frozenset[str] | None:
    """Give all answers that runs give to the last question of a text; ``None`` if it is not understood, or not run."""
    if not case.readings:
        return None
    for pattern, work_out in _ASKED:
        if found := pattern.search(text):
            given = list(work_out(found, case))
            return frozenset(str(each) for each in given) if given and None not in given else None
    return None


def speaks(text: str) -> bool:
    """Tell whether a text asks something that recorded runs may answer."""
    return any(pattern.search(text) for pattern, _ in _ASKED)


def _activations(case: Case, line: int) -> Iterator[Activation]:
    """Give the runs of functions in which a line ran."""
    for readings in case.readings[:MOST_RUNS]:
        for each in readings.activations:
            if any(step.statement.line == line for step in each.steps):
                yield each


def _passes(found: re.Match[str], case: Case) -> Found:
    line = int(found["line"])
    for each in _activations(case, line):
        passes = each.passes(line)
        yield str(len(passes)) if passes is not None and each.ended else None


def _runs(found: re.Match[str], case: Case) -> Found:
    line = int(found["line"])
    for each in _activations(case, line):
        runs = each.runs_of(line)
        yield str(len(runs)) if runs is not None and each.ended else None


def _after(found: re.Match[str], case: Case) -> Found:
    line = int(found["line"])
    once = _ONCE.match(found.string, found.end()) is not None
    for each in _activations(case, line):
        for step in (each.runs_of(line) or ())[: 1 if once else None]:
            value = each.value_after(bare(found["name"]), step)
            yield value.value.text if value else None


def _before(found: re.Match[str], case: Case) -> Found:
    line = int(found["line"])
    for each in _activations(case, line):
        for step in each.runs_of(line) or ():
            value = each.value_before(bare(found["name"]), step.start)
            yield value.text if value else None


def _reached(found: re.Match[str], case: Case) -> Found:
    for readings in case.readings[:MOST_RUNS]:
        seen = readings.reached(int(found["line"]))
        yield None if seen is None else "Yes" if seen.value else "No"


def _taken(found: re.Match[str], case: Case) -> Found:
    line = int(found["line"])
    for each in _activations(case, line):
        for taken in each.branches(line) or ():
            yield "Yes" if taken.value else "No"


def _takings(found: re.Match[str], case: Case) -> Found:
    line = int(found["line"])
    for each in _activations(case, line):
        taken = each.branches(line)
        yield str(sum(one.value for one in taken)) if taken is not None and each.ended else None


_N = rf"(?P<name>{CODE})"
_RUN = r"(?:run|get executed|execute)\b"
_ALONE = r"(?:^|(?<=[.!?:;,] )|(?<=\n))"  # "when does line 3 run" has another answer than yes or no
_ASKED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Case], Found]], ...] = (
    (re.compile(rf"\bHow (?:many times|often) (?:does|will|do|did) .*?\bloop on {LINE}", re.IGNORECASE), _passes),
    (re.compile(rf"\bHow (?:many times|often) (?:does|will|do|did) {LINE} {_RUN}", re.IGNORECASE), _runs),
    (re.compile(rf"\bWhat is (?:the value of )?{_N} (?:right |just )?after {LINE}", re.IGNORECASE), _after),
    (re.compile(rf"\bWhat is (?:the value of )?{_N} (?:just )?before {LINE}", re.IGNORECASE), _before),
    (re.compile(rf"{_ALONE}Does {LINE} (?:ever )?{_RUN}", re.IGNORECASE), _reached),
    (re.compile(rf"\bHow (?:many times|often) (?:is|was) the `?\w+`? on {LINE} taken\b", re.IGNORECASE), _takings),
    (re.compile(rf"\bIs the `?\w+`?(?: statement| condition)? on {LINE} (?:taken|true|met)\b", re.IGNORECASE), _taken),
)
