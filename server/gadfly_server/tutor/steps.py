"""The recorded run of the test in focus as steps that one can go through, up to where the open question stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_analyzers.trace.recording import EventKind
from gadfly_server.tutor.planner import facts_about
from gadfly_server.tutor.subject import subject_of
from gadfly_server.tutor.until import events_shown
from gadfly_server.wording import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.trace.readings import Activation
    from gadfly_analyzers.trace.recording import Event
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question

MOST = 2_000  # steps that can be seen at all


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the running function and its value before a step; changed since the function's step before."""

    name: str
    value: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Pass:
    """In which pass of the loop on a line the run is."""

    line: int
    number: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a function begins, a line is about to run, or a function ends with ``value``.

    ``depth`` is 0 in a function that the test called; ``passes`` are those of the loops around, outermost first.
    """

    number: int
    kind: str
    line: int
    code: str
    function: str
    depth: int
    names: tuple[Known, ...]
    passes: tuple[Pass, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Some steps of the run, the first of them after ``offset`` others, of ``total`` that can be seen.

    ``stopped_at`` is ``question``, ``end`` or ``limit``: why there are no more; ``message`` says it in words.
    """

    test: str
    call: str
    steps: tuple[Step, ...]
    offset: int
    total: int
    stopped_at: str
    message: str


def steps(facts: Facts | None, question: Question | None, offset: int = 0, limit: int | None = None) -> Shown:
    """The steps of the recorded run, without those that would answer the open question; by default all of them."""
    if facts is None or facts.trace is None or facts.focus is None:
        return Shown("", "", (), 0, 0, "end", say("No failing run is recorded now."))
    about = facts_about(question, facts) if question else facts
    facts = about if about.trace else facts
    assert facts.trace is not None
    assert facts.focus is not None
    recorded = len(facts.trace.events)
    seen = events_shown(facts, question)
    total = min(seen, MOST)
    first = max(0, min(offset, total))
    last = total if limit is None else min(total, first + max(0, limit))
    cut = total < seen or (seen == recorded and not facts.trace.complete)
    stopped_at = "limit" if cut else "question" if seen < recorded else "end"
    subject = subject_of(facts)
    shown = tuple(_Walk(facts).steps(first, last))
    return Shown(
        facts.focus.name, subject.call if subject else "", shown, first, total, stopped_at, _why(stopped_at, total)
    )


def _why(stopped_at: str, total: int) -> str:
    if stopped_at == "question":
        return say("The steps end where the open question begins. Answer it to see more.")
    if stopped_at == "end":
        return say("Here the recorded run ends.")
    return say_count("One step can be seen, no more.", "The first {number} steps can be seen, no more.", total)


class _Walk:
    """Goes through the recorded run, and knows each function's names on the way."""

    def __init__(self, facts: Facts) -> None:
        assert facts.trace is not None
        self._facts = facts
        self._events = facts.trace.events
        self._runs = {run.frame: run for run in facts.runs}
        self._depths = _depths(facts.runs)
        self._begun: dict[tuple[int, int], tuple[int, ...]] = {}

    def steps(self, first: int, last: int) -> Iterator[Step]:
        """Give the steps of some events."""
        known: dict[int, dict[str, str]] = {}
        for index, event in enumerate(self._events[:last]):
            names = known.setdefault(event.frame, {})
            names.update((name, value.text) for name, value in event.changes)
            if index >= first:
                yield self._step(index, event, names)

    def _step(self, index: int, event: Event, names: dict[str, str]) -> Step:
        changed = {name for name, _ in event.changes}
        return Step(
            number=index + 1,
            kind=event.kind.value,
            line=event.line,
            code=self._facts.line(event.line).strip(),
            function=event.function,
            depth=self._depths[event.frame],
            names=tuple(Known(name, text, name in changed) for name, text in names.items()),
            passes=tuple(self._passes(index, event)) if event.kind is EventKind.LINE else (),
            value=event.value.text if event.value else "",
        )

    def _passes(self, index: int, event: Event) -> Iterator[Pass]:
        """Count within the pass of the loop around, so that an inner loop begins anew."""
        outer = -1
        for loop in sorted(self._facts.shape.blocks, key=lambda block: block.line):
            if not (loop.loops and loop.body_line <= event.line <= loop.end_line):
                continue
            begun = self._begun_passes(self._runs[event.frame], loop.line)
            now = bisect_right(begun, index)
            number = now - bisect_right(begun, outer - 1)
            if number > 0:
                outer = begun[now - 1]
                yield Pass(loop.line, number)

    def _begun_passes(self, run: Activation, line: int) -> tuple[int, ...]:
        """The events with which the passes of a loop begin."""
        key = run.frame, line
        if key not in self._begun:
            self._begun[key] = tuple(step.start for step in run.passes(line) or ())
        return self._begun[key]


def _depths(runs: tuple[Activation, ...]) -> dict[int, int]:
    depths: dict[int, int] = {}
    for run in runs:
        depths[run.frame] = 0 if run.parent is None else depths[run.parent] + 1
    return depths
