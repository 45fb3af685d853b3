"""In your own words: what happens here? Words are never wrong; what the run cannot vouch for is picked then."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from gadfly_analyzers.predictions.prediction import AfterLastPass, AfterPass
from gadfly_server.tutor.beliefs import answers_at, texts
from gadfly_server.tutor.choices import value_choices
from gadfly_server.tutor.in_own_words import line
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.questions.value_at import carried, is_short
from gadfly_server.tutor.subject import Subject, subjects_of
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.trace.readings import Activation
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Block, Routine

KIND = "explain"
TOPIC = "explain"
MOST = 4  # choices
MOST_VALUES = 20  # one after another, that anybody would say


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask for one explanation: of the most suspect loop, else of the way that the run takes."""
    for subject in subjects_of(facts):
        if subject.routine is None or subject.recursive or not subject.run.returned:
            continue
        found = [*_of_loops(subject, subject.routine, facts), *_of_way(subject, subject.routine, facts)]
        if found:
            yield found[0]
            return


def to_pick(text: str) -> str:
    """What is asked where explanations are there to pick from: none of them is in the student's own words."""
    own = say("In your own words:")
    asked = text.removeprefix(own).lstrip()
    return text if asked == text else asked[:1].upper() + asked[1:]


def _of_loops(subject: Subject, routine: Routine, facts: Facts) -> Iterator[Question]:
    loops = [b for b in facts.shape.blocks if b.loops and routine.line <= b.line <= routine.end_line]
    outer = [loop for loop in loops if facts.shape.loop_around(loop.line) is None]
    for loop in sorted(outer, key=lambda loop: -_suspicion(loop, facts)):
        for name in carried(loop, facts):
            question = _of_loop(name, loop, subject, facts)
            if question:
                yield question
                break


def _of_loop(name: str, loop: Block, subject: Subject, facts: Facts) -> Question | None:
    run, passes = subject.run, subject.run.passes(loop.line)
    if not passes:
        return None
    before, point = run.value_before(name, passes[0].start), AfterLastPass(name, loop.line)
    after = point.answer(run)
    if before is None or after is None or not (is_short(before) and is_short(after)):
        return None
    if before.text == after.text and not _stays(name, loop, run, before.text):
        return None
    beliefs = answers_at(facts, run, point, after.text)
    values = [v for v in value_choices(after.text, [*texts(beliefs), before.text]) if v != "None" or after.text == v]
    answer = _goes(before.text, after.text)
    return Question(
        id=f"{KIND}:{name}:{loop.line}:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say(
            "In your own words: what happens to {name} while the loop on line {line} runs {where}?",
            name=code(name),
            line=loop.line,
            where=subject.where,
        ),
        entry=Entry.TEXT,
        oracle=Oracle(
            answer,
            "trace",
            _went(code(name), before.text, after.text),
            mentions=_had(name, loop, run, before.text),
        ),
        points_at=Place(loop.line, loop.end_line),
        choices=tuple(_goes(before.text, value) for value in values),
        topic=TOPIC,
        insight=say("what happens to {name} while the loop runs", name=code(name)),
        beliefs=tuple((_goes(before.text, value), misconception) for value, misconception in beliefs),
    )


def _of_way(subject: Subject, routine: Routine, facts: Facts) -> Iterator[Question]:
    """Of a function with branches: why it gives what it gives."""
    gave = subject.run.returned
    inside = [s for s in facts.shape.steps if routine.line < s.line <= routine.end_line]
    ends = [s.line for s in inside if s.kind == "return_statement" or s.sets]
    ends = [at for at in ends if facts.shape.block_around(at) is not None]
    ran = [at for at in ends if subject.reached(at)]
    others = [at for at in ends if not subject.reached(at)]
    if gave is None or not is_short(gave.value) or not ran or not others or not subject.call:
        return
    lines = [_runs(at) for at in sorted([ran[-1], *others[: MOST - 1]])]
    yield Question(
        id=f"{KIND}:way:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say(
            "In your own words: why does {call} give {value}?", call=code(subject.call), value=code(gave.value.text)
        ),
        entry=Entry.TEXT,
        oracle=Oracle(
            _runs(ran[-1]),
            "coverage",
            say("In the run, line {line} was reached.", line=ran[-1]),
            mentions=tuple(line(each.line) for each in inside if each.line <= ran[-1] and subject.reached(each.line)),
        ),
        points_at=Place(routine.line, routine.end_line),
        choices=tuple(lines),
        topic=TOPIC,
        insight=say("why the call gives what it gives"),
    )


def _suspicion(loop: Block, facts: Facts) -> float:
    return max((s.score for s in facts.suspects if loop.holds(s.line)), default=0.0)


def _had(name: str, loop: Block, run: Activation, before: str) -> tuple[str, ...]:
    """Give the values that a name had, before a loop and after each pass, each once in a row."""
    after = (
        AfterPass(name, loop.line, number).answer(run) for number in range(1, len(run.passes(loop.line) or ()) + 1)
    )
    values = [before, *(value.text for value in after if value is not None)]
    had = [value for value, _ in groupby(values)]
    return tuple(had if len(had) <= MOST_VALUES else (before, had[-1]))


def _stays(name: str, loop: Block, run: Activation, before: str) -> bool:
    """Whether a name never had another value while a loop ran: it may come back to the one that it began with."""
    inside = (step for step in run.steps if loop.holds(step.statement.line))
    values = (run.value_before(name, step.start) for step in inside)
    return all(value is not None and value.text == before for value in values)


def _goes(before: str, after: str) -> str:
    if before == after:
        return say("It stays {value}", value=after)
    return say("It goes from {before} to {after}", before=before, after=after)


def _went(name: str, before: str, after: str) -> str:
    if before == after:
        return say("In the run, {name} stayed {value}.", name=name, value=code(after))
    return say("In the run, {name} went from {before} to {after}.", name=name, before=code(before), after=code(after))


def _runs(line: int) -> str:
    return say("It runs line {line}", line=line)
