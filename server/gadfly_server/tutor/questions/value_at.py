"""What is this name's value here? The trace knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_analyzers.predictions.prediction import After, AfterLastPass, AfterPass, Argument, InPass
from gadfly_server.tutor.beliefs import answers_at, texts
from gadfly_server.tutor.choices import value_choices
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.subject import LONGEST, Subject, moment_of, short_name, subjects_of
from gadfly_server.tutor.understanding import prime_suspects
from gadfly_server.tutor.words import code
from gadfly_server.wording import Phrase, later, phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.predictions.prediction import Point
    from gadfly_analyzers.trace.readings import Activation
    from gadfly_analyzers.values import Value
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Block, Step

KIND = "value-at"
AT_ERROR = "error"  # the topic
MOST_DIGITS = 4  # of a number with a fraction
MOST_AT_ERROR = 2  # names
FIRST_AGAIN = 2  # the call after the first one
_IN_FIRST = later("in the first pass of the loop on line {line}")
_IN_VERY_FIRST = later("in the very first pass of the loop on line {line}")
_AFTER_FIRST = later("after the first pass of the loop on line {line}")
_AFTER_VERY_FIRST = later("after the very first pass of the loop on line {line}")
_AFTER_SECOND = later("after the second pass of the loop on line {line}")
_AFTER_LAST = later("after the last pass of the loop on line {line}")
_AFTER_LINE = later("right after line {line}")
_AFTER_FIRST_TIME = later("right after line {line} has run once")
_IN_CALL = {
    2: later("in the second call of {function}"),
    3: later("in the third call of {function}"),
    4: later("in the fourth call of {function}"),
}


@dataclass(frozen=True, slots=True)
class _Moment:
    """A value at a moment of a run: ``when`` says which, ``others`` are values that it might be confused with.

    ``point`` is the moment as predictions know it, in the run itself or in ``run``; ``event`` is the one in the run
    that found the value; ``lead`` is said before.
    """

    name: str
    when: Phrase
    value: Value | None
    place: Place
    topic: str
    insight: str
    others: tuple[Value | None, ...] = ()
    surprise: int = 1
    point: Point | None = None
    run: Activation | None = None
    lead: str = ""
    event: int | None = None


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask for values in loops, after single lines, in deeper calls, and of arguments that changed."""
    for subject in subjects_of(facts):
        for moment in _moments(subject, facts):
            value = moment.value
            if value is not None and is_short(value):
                yield _question(subject, moment, value, facts)


def _question(subject: Subject, moment: _Moment, value: Value, facts: Facts) -> Question:
    name, run = code(moment.name), moment.run or subject.run
    asked = say("What is {name} {when} {where}?", name=name, when=moment.when, where=subject.where)
    beliefs = answers_at(facts, run, moment.point, value.text) if moment.point else ()
    return Question(
        id=f"{KIND}:{moment.name}:{moment.when.name}:{subject.where.name}",
        kind=KIND,
        level=2,
        text=f"{moment.lead} {asked}".strip(),
        entry=Entry.VALUE,
        oracle=Oracle(value.text, "trace", say("In the run it was {value}.", value=code(value.text))),
        points_at=moment.place,
        choices=value_choices(value.text, [*texts(beliefs), *_confusable(value, moment.others)]),
        topic=moment.topic,
        insight=moment.insight,
        surprise=moment.surprise,
        beliefs=beliefs,
        moment="" if moment.event is None else moment_of(moment.name, value, run, moment.event),
    )


def _confusable(value: Value, others: Iterable[Value | None]) -> list[str]:
    return [v.text for v in others if v is not None and is_short(v) and v.type == value.type]


def _moments(subject: Subject, facts: Facts) -> Iterator[_Moment]:
    routine = subject.routine
    if routine is None:
        return
    if subject.recursive:
        yield from _deeper(subject)
    else:
        yield from _at_error(subject, facts)
    for loop in facts.shape.blocks:
        if loop.loops and routine.line <= loop.line <= routine.end_line and subject.run.passes(loop.line):
            yield from _in_loop(loop, subject, facts)
    for step in facts.shape.steps:
        inside = routine.line <= step.line <= routine.end_line
        if inside and step.kind == "expression_statement" and _is_worth_it(step, facts):
            yield from _after_step(step, subject, facts)


def _in_loop(loop: Block, subject: Subject, facts: Facts) -> Iterator[_Moment]:
    run, passes = subject.run, subject.run.passes(loop.line) or ()
    place, topic = Place(loop.line, loop.end_line), f"block:{loop.line}"
    inner = facts.shape.loop_around(loop.line) is not None
    for name in (each for each in loop.targets if each.strip("_")):
        when = phrase(_IN_VERY_FIRST if inner else _IN_FIRST, line=loop.line)
        if "(" in loop.header:  # over a plain list, the answer can be read off
            value = run.value_before(name, passes[0].start)
            insight = say("what {name} is while the loop runs", name=code(name))
            begun = InPass(name, loop.line, 1)
            yield _Moment(name, when, value, place, topic, insight, point=begun, event=passes[0].start)
    following = [(2, _AFTER_SECOND)] + [(len(passes), _AFTER_LAST)] * (len(passes) > 2 and run.ended)
    moments = [(1, _AFTER_VERY_FIRST)] if inner else [(1, _AFTER_FIRST), *following]
    for name in carried(loop, facts) or _altered(loop, subject, facts):
        for number, which in moments:
            after = run.value_after_pass(name, loop.line, number)
            others = (run.value_before(name, passes[0].start), *dict(run.arguments).values())
            when = phrase(which, line=loop.line)
            insight = say("how {name} goes from pass to pass", name=code(name))
            last = which == _AFTER_LAST
            point = AfterLastPass(name, loop.line) if last else AfterPass(name, loop.line, number)
            value, end = (after.value, after.event) if after else (None, None)
            yield _Moment(name, when, value, place, topic, insight, others, point=point, event=end)


def carried(loop: Block, facts: Facts) -> list[str]:
    """Names that the loop's body sets; those that its head or what follows it reads come first."""
    names: dict[str, None] = {}
    for step in facts.shape.steps:
        if loop.body_line <= step.line <= loop.end_line and step.kind != "for_statement":
            names |= dict.fromkeys(step.sets)
    if loop.kind == "while" and not any(name in names for name in loop.names):
        names = dict.fromkeys(loop.names[:1]) | names
    later = {name for step in facts.shape.steps if step.line > loop.end_line for name in step.reads}
    kept = [name for name in names if name not in loop.targets]
    return sorted(kept, key=lambda name: name not in loop.names and name not in later)


def _altered(loop: Block, subject: Subject, facts: Facts) -> list[str]:
    """Names that the loop's body never sets, but whose values are no longer the same after its first pass."""
    run, passes = subject.run, subject.run.passes(loop.line) or ()
    steps = [s for s in facts.shape.steps if loop.body_line <= s.line <= loop.end_line]
    found = []
    for name in dict.fromkeys(name for step in steps for name in step.reads if name not in loop.targets):
        before, after = run.value_before(name, passes[0].start), run.value_after_pass(name, loop.line, 1)
        if before is not None and after is not None and before.text != after.value.text:
            found.append(name)
    return found


def _is_worth_it(step: Step, facts: Facts) -> bool:
    """Whether to ask about one statement: in a loop, where passes say enough of most, only about a likely suspect."""
    loop = facts.shape.loop_around(step.line)
    alone = loop is None or sum(loop.holds(each.line) for each in facts.shape.steps) == 1
    return loop is None or (not alone and any(each.line == step.line for each in prime_suspects(facts)))


def values_after(step: Step, subject: Subject, facts: Facts) -> Iterator[Question]:
    """Ask what the names are that a line sets, right after it ran, also where it only writes a value down."""
    for moment in _after_step(step, subject, facts, plain=True):
        if moment.value is not None and moment.name in step.sets and is_short(moment.value):
            yield _question(subject, moment, moment.value, facts)


def _after_step(step: Step, subject: Subject, facts: Facts, *, plain: bool = False) -> Iterator[_Moment]:
    block, routine = facts.shape.block_around(step.line), subject.routine
    topic = f"block:{block.chain}" if block else f"function:{routine.line if routine else 0}"
    ran = subject.run.runs_of(step.line)
    if not ran:
        return
    for name in dict.fromkeys((*step.sets, *step.reads)):
        before, observed = subject.run.value_before(name, ran[0].start), subject.run.value_after(name, ran[0])
        after = observed.value if observed else None
        again = facts.shape.loop_around(step.line) is not None
        same = before is not None and after is not None and before.text == after.text
        if after is None or (same and not (again and name in step.sets)):
            continue
        if name not in step.sets and before is None:
            continue
        when = phrase(_AFTER_FIRST_TIME if again else _AFTER_LINE, line=step.line)
        insight = say("what line {line} does to {name}", line=step.line, name=code(name))
        surprise = 3 if name not in step.sets else min(2, _busy(step))
        if surprise or plain:
            place, point = Place(step.line, step.end_line), After(name, step.line)
            yield _Moment(name, when, after, place, topic, insight, (before,), surprise, point, event=ran[0].end)


def _busy(step: Step) -> int:
    """How much a line computes: one that only copies a name or writes a literal down surprises nobody."""
    right = step.text.partition("=")[2].strip()
    return 0 if right.isidentifier() or not step.words[len(step.sets) :] else 1


def _deeper(subject: Subject) -> Iterator[_Moment]:
    """Arguments of the second to fourth call of a function that calls itself; of the second, if they stay the same."""
    routine = subject.routine
    if routine is None:
        return
    same = [subject.run, *(run for run in subject.inside if run.function == subject.function)]
    first = dict(subject.run.arguments)
    for number, run in enumerate(same[1:4], 2):
        stuck = all(name in first and first[name].text == value.text for name, value in run.arguments)
        if stuck and number > FIRST_AGAIN:
            return  # one call with the same arguments says it all
        for name, value in run.arguments:
            if name == "self" or (not stuck and name in first and first[name].text == value.text):
                continue
            when = phrase(_IN_CALL[number], function=code(short_name(routine.name)))
            insight = say("how {name} goes from call to call", name=code(name))
            line, topic = _called_from(run, subject), f"function:{routine.line}"
            place = Place(line, line) if line else Place(routine.line, routine.end_line)
            lead = (
                say("Line {line} calls {function} again.", line=line, function=code(short_name(routine.name)))
                if line
                else ""
            )
            others, surprise = (first.get(name),), 3 if stuck else 2
            yield _Moment(name, when, value, place, topic, insight, others, surprise, Argument(name), run, lead)


def _called_from(run: Activation, subject: Subject) -> int:
    """The line of the same function that made a call; 0 where another function did."""
    caller = next((each for each in subject.all if each.frame == run.parent), None)
    return caller.line_before(run.indices[0]) if caller and caller.function == run.function else 0


def _at_error(subject: Subject, facts: Facts) -> Iterator[_Moment]:
    """Names on the line that raised, as they were then; where nobody has given one, the others have no part in it."""
    error = facts.focus.raised if facts.focus else None
    step = facts.shape.step_at(error.line) if error and error.line else None
    if error is None or step is None or subject.run.raised is None or error.type == "NameError":
        return
    last = subject.run.indices[-1]
    if not subject.run.steps or subject.run.steps[-1].statement.line != step.line:
        return
    arguments = dict(subject.run.arguments)
    loop = facts.shape.loop_around(step.line)
    targets = loop.targets if loop else ()
    used = [name for name in step.reads if name not in step.sets or _adds_to(step, name)]
    names = [name for name in used if subject.run.value_before(name, last)]
    for name in sorted(names, key=lambda name: (name not in targets, name in arguments))[:MOST_AT_ERROR]:
        value, when = subject.run.value_before(name, last), phrase("when the {error} comes up", error=code(error.type))
        insight = say("what {name} is when the error comes up", name=code(name))
        place, others, begun = Place(step.line, step.end_line), (arguments.get(name),), subject.run.steps[-1].start
        yield _Moment(name, when, value, place, AT_ERROR, insight, others, 2, event=begun)


def _adds_to(step: Step, name: str) -> bool:
    """Whether a line works with the old value of the name that it sets, such as ``total += n``."""
    return re.match(rf"{re.escape(name)}\s*[^\w\s=]+=", step.text) is not None


def is_short(value: Value) -> bool:
    """Whether a value can be worked out in the head and written down."""
    if value.type == "float" and len(value.text.strip("-").replace(".", "")) > MOST_DIGITS:
        return False
    return value.literal and len(value.text) <= LONGEST
