"""Where nothing else can be asked of a failing run: what its names were, how often it went round, where it ended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_analyzers.predictions.prediction import Before
from gadfly_analyzers.values import Value
from gadfly_server.tutor import reading
from gadfly_server.tutor.beliefs import LastLine, answers_at, texts
from gadfly_server.tutor.choices import line_choices, value_choices
from gadfly_server.tutor.pictures import attributes
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.questions.count import loop_question
from gadfly_server.tutor.subject import LONGEST, Subject, focus_call, moment_of, short_name, subjects_of, where
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.trace import readings
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Step

MOST_PASSES = 12
MOST_VALUES = 2  # asked for
MOST_PARTS = 4
_GIVES = later("What does {part} on line {line} give {where}?")
_THE_LAST_TIME = later("What does {part} on line {line} give the last time {where}?")


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask for parts of lines, or values on the last one, for passes of plain loops, the last line, and arguments."""
    for subject in subjects_of(facts):
        parts = [*_parts(subject, facts)]
        found = [*(parts or _values(subject, facts)), *_passes(subject, facts), *_last_line(subject, facts)]
        yield from found or _arguments(subject, facts)
    yield from _ended(facts)


def _parts(subject: Subject, facts: Facts) -> Iterator[Question]:
    """What parts of lines that ran once gave; of the likeliest line first, and the greatest part first."""
    likely = [suspect.line for suspect in facts.suspects]
    known = [part for part in facts.parts if _short(part.value) and subject.reached(part.line)]
    known = [part for part in known if reading.literal(part.text) is None]  # what stands there is no question
    known.sort(key=lambda part: likely.index(part.line) if part.line in likely else len(likely))
    for part in known[:MOST_PARTS]:
        asked = _THE_LAST_TIME if part.again else _GIVES
        others = [each.value for each in known if each != part]
        yield Question(
            id=f"part:{part.text}:{part.line}:{subject.where.name}",
            kind="value-at",
            level=2,
            text=say(asked, part=code(part.text), line=part.line, where=subject.where),
            entry=Entry.VALUE,
            oracle=Oracle(part.value.text, "trace", say("In the run it gave {value}.", value=code(part.value.text))),
            points_at=Place(part.line, part.line),
            choices=value_choices(part.value.text, [v.text for v in others if v.type == part.value.type]),
            topic=_topic(subject),
            insight=say("what {part} gives on line {line}", part=code(part.text), line=part.line),
        )


def _values(subject: Subject, facts: Facts) -> Iterator[Question]:
    """What the names on the last line of a run were as it began to run."""
    run = subject.run
    step = facts.shape.step_at(run.steps[-1].statement.line) if run.steps and run.ended else None
    if step is not None and not subject.recursive:
        yield from values_before(step, subject, facts)


def values_before(step: Step, subject: Subject, facts: Facts) -> Iterator[Question]:
    """Ask what the names on a line that ran once were as it began to run."""
    run = subject.run
    ran = run.runs_of(step.line)
    if not ran or len(ran) != 1:
        return
    given = {name: value.text for name, value in run.arguments}
    known = [(name, value) for name in step.reads if (value := run.value_before(name, ran[0].start)) and _short(value)]
    changed = sorted(known, key=lambda pair: given.get(pair[0]) == pair[1].text)
    for name, value in changed[:MOST_VALUES]:
        beliefs = answers_at(facts, run, Before(name, step.line), value.text)
        others = [other.text for which, other in run.arguments if which != name and _short(other)]
        yield Question(
            id=f"value-at:{name}:{step.line}:{subject.where.name}",
            kind="value-at",
            level=2,
            text=say(
                "What is {name} just before line {line} runs {where}?",
                name=code(name),
                line=step.line,
                where=subject.where,
            ),
            entry=Entry.VALUE,
            oracle=Oracle(value.text, "trace", say("In the run it was {value}.", value=code(value.text))),
            points_at=Place(step.line, step.end_line),
            choices=value_choices(value.text, [*texts(beliefs), *others]),
            topic=_topic(subject),
            insight=say("what {name} is on line {line}", name=code(name), line=step.line),
            surprise=0 if given.get(name) == value.text else 1,
            beliefs=beliefs,
            moment=moment_of(name, value, run, ran[0].start),
        )


def _passes(subject: Subject, facts: Facts) -> Iterator[Question]:
    for loop in facts.shape.blocks:
        ran = subject.run.passes(loop.line) if loop.loops and subject.reached(loop.line) else None
        if ran is not None and len(ran) <= MOST_PASSES and subject.run.ended and not subject.recursive:
            yield loop_question(loop, subject, facts, len(ran))


def _last_line(subject: Subject, facts: Facts) -> Iterator[Question]:
    run, routine = subject.run, subject.routine
    if routine is None or run.returned is None or len(_lines_of(run.steps)) < 2:
        return
    step = run.steps[-1].statement
    if step.end_line > step.line or facts.shape.block_around(step.line):
        return
    beliefs = answers_at(facts, run, LastLine(), str(step.line))
    yield Question(
        id=f"point-at:last:{subject.where.name}",
        kind="point-at",
        level=2,
        text=say(
            "Which line of {function} runs last {where}?", function=code(short_name(routine.name)), where=subject.where
        ),
        entry=Entry.LINE,
        oracle=Oracle(str(step.line), "trace", say("In the run it was line {line}.", line=step.line)),
        points_at=Place(routine.line, routine.end_line),
        choices=line_choices(step.line, [*map(int, texts(beliefs)), *_lines_of(run.steps)]),
        topic=_topic(subject),
        insight=say("which line runs last"),
        beliefs=beliefs,
    )


def _lines_of(steps: tuple[readings.Step, ...]) -> list[int]:
    return [*dict.fromkeys(step.statement.line for step in reversed(steps))]


def _arguments(subject: Subject, facts: Facts) -> Iterator[Question]:
    """What a parameter is in the run, of a call that the test made with other words; or what is used of an object."""
    routine = subject.routine
    if routine is None or subject.module:
        return
    given = [(name, value) for name, value in subject.run.arguments if name != "self"]
    owned = [one for name, value in subject.run.arguments if name == "self" for one in attributes(value)]
    text = "\n".join(facts.shape.lines[routine.line - 1 : routine.end_line])
    used = [(name, value) for name, value in owned if re.search(rf"\b{re.escape(name)}\b", text)]
    named = [(name, value) for name, value in (*given, *(used or owned)) if _short(value)]
    for name, value in named[: MOST_VALUES if used else 1]:
        yield Question(
            id=f"value-at:{name}:begin:{subject.where.name}",
            kind="value-at",
            level=2,
            text=say(
                "What is {name} when {function} begins {where}?",
                name=code(name),
                function=code(short_name(routine.name)),
                where=subject.where,
            ),
            entry=Entry.VALUE,
            oracle=Oracle(value.text, "trace", say("In the run it was {value}.", value=code(value.text))),
            points_at=Place(routine.line, routine.end_line),
            choices=value_choices(value.text, [other.text for _, other in named[1:]]),
            topic=_topic(subject),
            insight=say("what {name} is", name=code(name)),
            moment=moment_of(name, value, subject.run, subject.run.indices[0]),
        )


def _ended(facts: Facts) -> Iterator[Question]:
    """Of a run that ended Python: on which line."""
    test = facts.focus
    if test is None or test.stop is None or test.stop.line is None or test.outcome.value != "ended":
        return
    line, routine = test.stop.line, facts.shape.routine_at(test.stop.line)
    call = focus_call(test)
    first, last = (routine.line, routine.end_line) if routine else (1, len(facts.shape.lines))
    others = [s.line for s in facts.shape.steps if first <= s.line <= last and s.line != line]
    yield Question(
        id=f"point-at:ended:{line}:{test.name}",
        kind="point-at",
        level=2,
        text=say(
            "On which line does the run end {where}?", where=where(call.text if call and call.literal else "", test)
        ),
        entry=Entry.LINE,
        oracle=Oracle(str(line), "run", say("In the run it was line {line}.", line=line)),
        points_at=Place(routine.line, routine.end_line) if routine else None,
        choices=line_choices(line, others or [max(1, line - 1), line + 1]),
        topic="goal",
        insight=say("where the run ends"),
    )


def _topic(subject: Subject) -> str:
    return f"function:{subject.routine.line if subject.routine else 0}"


def _short(value: Value) -> bool:
    return value.literal and len(value.text) <= LONGEST
