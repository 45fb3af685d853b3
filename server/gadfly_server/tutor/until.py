"""How far the recorded run may be shown while a question is open: to before the moment that it asks about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from gadfly_analyzers.trace.recording import EventKind
from gadfly_server.tutor import reading
from gadfly_server.tutor.question import Place
from gadfly_server.tutor.subject import call_text, subject_of, subjects_of
from gadfly_server.tutor.words import code

if TYPE_CHECKING:
    from gadfly_analyzers.trace.readings import Activation
    from gadfly_analyzers.trace.recording import Event
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question

_ELSEWHERE = ("concept", "syntax")  # kinds that are about another program, or about none that ran


def events_shown(facts: Facts, question: Question | None) -> int:
    """How many events of the recorded run give nothing of the open question's answer away."""
    events = facts.trace.events if facts.trace else ()
    if question is None or not _is_about_the_run(question, facts):
        return len(events)
    return _STOPS.get(question.kind, _before_place)(question, facts)


def _is_about_the_run(question: Question, facts: Facts) -> bool:
    """Whether the recorded run can tell the answer; what a call in another test gave it does not tell."""
    if question.kind == "predict-return":
        return _run_called(question, facts) is not None
    return question.kind not in _ELSEWHERE and (question.kind in _STOPS or question.points_at is not None)


def _before_place(question: Question, facts: Facts) -> int:
    """Before the first event at the lines pointed at; where none of them ran, before their function began."""
    return _first(facts, question.points_at, _before_function(question, facts))


def _before_function(question: Question, facts: Facts) -> int:
    """Before the function around the lines began: where the run goes in it would tell."""
    place = question.points_at
    routine = facts.shape.routine_at(place.line) if place else None
    return _first(facts, Place(routine.line, routine.end_line) if routine else None, 0)


def _first(facts: Facts, place: Place | None, otherwise: int) -> int:
    events = facts.trace.events if facts.trace else ()
    inside = (i for i, each in enumerate(events) if place and place.line <= each.line <= place.end_line)
    return next(inside, otherwise)


def _before_result(_question: Question, facts: Facts) -> int:
    """Before the call that the test checks gives its result."""
    subject = subject_of(facts)
    if subject is not None and subject.run.ended:
        return subject.run.indices[-1]
    return len(facts.trace.events) if facts.trace else 0


def _before_value(question: Question, facts: Facts) -> int:
    """Before the name shows the value in that function, other than as it was passed to the call in question."""
    place = question.points_at
    routine = facts.shape.routine_at(place.line) if place else None
    subject = next((s for s in subjects_of(facts) if s.routine == routine), None)
    begins = ":begin:" in question.id  # then what was passed is the very answer
    given = subject.run.indices[0] if subject and not begins else -1
    for index, event in enumerate(facts.trace.events if facts.trace else ()):
        inside = routine is None or routine.line <= event.line <= routine.end_line
        if inside and index != given and _shows(event, question):
            return index
    return _before_place(question, facts)


def _shows(event: Event, question: Question) -> bool:
    """Whether a name got the value that is asked for, or an object something that looks like it."""
    name, answer = question.id.split(":")[1], question.oracle.answer
    owner = re.split(r"[.\[]", name)[0]
    shown = dict(event.changes).get(owner)
    return shown is not None and (shown.text == answer if owner == name else answer in shown.text)


def _before_return(question: Question, facts: Facts) -> int:
    """Before a call gives its result, and before anything that it holds looks like it."""
    run = _run_called(question, facts)
    return _before_function(question, facts) if run is None else _before_shown(run, [question.oracle.answer], facts)


def _before_output(question: Question, facts: Facts) -> int:
    """Before a value comes up that is printed later."""
    subject, printed = subject_of(facts), question.oracle.answer
    words = [printed, *re.findall(r"[\w.]+", printed)]
    return _before_function(question, facts) if subject is None else _before_shown(subject.run, words, facts)


def _before_shown(run: Activation, texts: Iterable[str], facts: Facts) -> int:
    """Before a call's last line, or before one of the texts is a value in the call, whichever is earlier."""
    events, wanted = facts.trace.events if facts.trace else (), {*texts}
    lines = [index for index in run.indices if events[index].kind is EventKind.LINE]
    last = lines[-1] if lines else run.indices[0]
    return next((i for i in range(run.indices[0] + 1, last) if wanted & _texts(events[i])), last)


def _texts(event: Event) -> set[str]:
    """What an event shows: values as they are, and texts also without their quotes."""
    values = [value.text for _, value in event.changes] + ([event.value.text] if event.value else [])
    read = [found.value for text in values if (found := reading.literal(text)) is not None]
    return {*values, *(text for text in read if isinstance(text, str) and text)}


def _run_called(question: Question, facts: Facts) -> Activation | None:
    """The run of the call that a question about its result names."""
    answer = question.oracle.answer
    runs = (run for run in facts.runs if run.returned is not None and run.returned.value.text == answer)
    return next((run for run in runs if (text := call_text(run)) and code(text) in question.text), None)


def _before_line(question: Question, facts: Facts) -> int:
    """Before the line in question runs for the last time: it raised, gave the result, or came last."""
    low, _, high = question.oracle.answer.partition("-")
    lines = range(int(low), int(high or low) + 1)
    frame = _frame_in_question(question, facts)
    events = enumerate(facts.trace.events if facts.trace else ())
    ran = [i for i, e in events if e.kind is EventKind.LINE and e.line in lines and frame in (None, e.frame)]
    if not ran:
        return _before_function(question, facts)
    return ran[0] if question.oracle.source == "tree" else ran[-1]


def _frame_in_question(question: Question, facts: Facts) -> int | None:
    """Which run of the function pointed at is meant; ``None`` where the question is about the whole test."""
    place = question.points_at
    if place is None or question.oracle.source != "trace":
        return None
    around = facts.shape.routine_at(place.line)
    return next((subject.run.frame for subject in subjects_of(facts) if subject.routine == around), None)


_STOPS: dict[str, Callable[[Question, Facts], int]] = {
    "expected-value": _before_result,
    "predict-return": _before_return,
    "predict-output": _before_output,
    "value-at": _before_value,
    "point-at": _before_line,
    "reached": _before_function,
    "hypothesis": _before_function,
}
