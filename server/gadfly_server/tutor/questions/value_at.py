"""What is this name's value here? The trace knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.choices import value_choices
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.subject import LONGEST, Subject, subject_of
from gadfly_server.tutor.words import code, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gadfly_analyzers.execution.results import Value
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Block, Routine, Step

KIND = "value-at"


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask for values in loops, after single lines, in deeper calls, and of arguments that changed."""
    subject = subject_of(facts)
    if subject is None or subject.routine is None:
        return
    routine = subject.routine
    for loop in facts.shape.blocks:
        if loop.loops and routine.line <= loop.line <= routine.end_line and loop.body_line > loop.header_end:
            yield from _in_loop(loop, subject, facts)
    for step in facts.shape.steps:
        if routine.line < step.line <= routine.end_line and not facts.shape.loop_around(step.line):
            yield from _after_step(step, subject, facts)
    yield from _deeper(subject, routine)


def _in_loop(loop: Block, subject: Subject, facts: Facts) -> Iterator[Question]:
    run, passes = subject.run, subject.run.passes(loop)
    if not passes:
        return
    which = "last" if facts.shape.loop_around(loop.line) is None and run.ended else "first"
    for name in loop.targets:
        text = f"What is {code(name)} in the first pass of the loop on line {loop.line}"
        yield from _question(
            subject, loop, f"{name}:in:1", f"{text} {subject.where}?", run.states[passes[0]], name,
            f"what {code(name)} is in the loop",
        )  # fmt: skip
    for name in _carried(loop, facts):
        for number, word in ((1, "first"), (2, "second")):
            after = run.after_pass(loop, number)
            if after is not None:
                text = f"What is {code(name)} after the {word} pass of the loop on line {loop.line}"
                state = run.states[after]
                insight = f"how {code(name)} grows in the loop"
                yield from _question(
                    subject, loop, f"{name}:after:{number}", f"{text} {subject.where}?", state, name, insight
                )
        after = run.after_pass(loop, len(passes))
        if which == "last" and after is not None and len(passes) > 2:
            text = f"What is {code(name)} after the last pass of the loop on line {loop.line} {subject.where}?"
            insight = f"what {code(name)} is in the end"
            yield from _question(subject, loop, f"{name}:after:last", text, run.states[after], name, insight)


def _carried(loop: Block, facts: Facts) -> list[str]:
    """Names that the loop's body sets, and those that its header reads and something in it may change."""
    names: dict[str, None] = {}
    for step in facts.shape.steps:
        if loop.body_line <= step.line <= loop.end_line and step.kind not in ("for_statement",):
            names |= dict.fromkeys(step.sets)
    if loop.kind == "while":
        names = dict.fromkeys([n for n in loop.names if n in names] + [n for n in loop.names if n not in names]) | names
    return [n for n in names if n not in loop.targets]


def _question(
    subject: Subject, loop: Block, key: str, text: str, state: Mapping[str, Value], name: str, insight: str
) -> Iterator[Question]:
    value = state.get(name)
    if value is None or not _short(value):
        return
    before = subject.run.states[subject.run.passes(loop)[0]].get(name)
    others = [v.text for v in (before, *(v for _, v in subject.run.arguments)) if v and _short(v)]
    yield _value(
        subject,
        f"{loop.line}:{key}",
        text,
        value,
        others,
        Place(loop.line, loop.end_line),
        f"block:{loop.line}",
        insight,
    )


def _after_step(step: Step, subject: Subject, facts: Facts) -> Iterator[Question]:
    if "_statement" in step.kind and step.kind != "expression_statement":
        return
    touched = [*step.sets, *(n for n in step.reads if n not in step.sets)]
    for name in touched:
        value = subject.run.value_after(step.line, name)
        before = _before(subject, step, name)
        if value is None or not _short(value) or (before is not None and before.text == value.text):
            continue
        if name not in step.sets and before is None:
            continue
        place = Place(step.line, step.end_line)
        block = next((b for b in reversed(facts.shape.blocks) if b.body_line <= step.line <= b.end_line), None)
        topic = f"block:{block.line}" if block else f"function:{subject.routine.line if subject.routine else 0}"
        changed = name in dict(subject.run.arguments) and name not in step.sets
        yield _value(
            subject,
            f"{step.line}:{name}",
            f"What is {code(name)} right after line {step.line} {subject.where}?",
            value,
            [before.text] if before and _short(before) else [],
            place,
            topic,
            f"what line {step.line} does to {code(name)}",
            surprise=3 if changed else _plain(step),
        )


def _plain(step: Step) -> int:
    """A line that only writes a literal down surprises nobody."""
    return 1 if step.reads[len(step.sets) :] else 0


def _before(subject: Subject, step: Step, name: str) -> Value | None:
    for index, event in enumerate(subject.run.events):
        if event.line == step.line and index and event.kind.value == "line":
            return subject.run.states[index].get(name)
    return None


def _deeper(subject: Subject, routine: Routine) -> Iterator[Question]:
    if not subject.recursive:
        return
    same = [subject.run, *(a for a in subject.inside if a.function == subject.function)]
    for number in (2, 3, 4):
        if number > len(same):
            return
        for name, value in same[number - 1].arguments:
            first = dict(subject.run.arguments).get(name)
            if name == "self" or not _short(value) or (first and first.text == value.text):
                continue
            text = f"What is {code(name)} in the {ordinal(number)} call of {code(routine.name)} {subject.where}?"
            yield _value(
                subject,
                f"call:{number}:{name}",
                text,
                value,
                [first.text] if first and _short(first) else [],
                Place(routine.line, routine.end_line),
                f"function:{routine.line}",
                f"how {code(name)} changes from call to call",
                surprise=2,
            )


def _short(value: Value) -> bool:
    return value.literal and len(value.text) <= LONGEST


def _value(
    subject: Subject, key: str, text: str, value: Value, others: list[str], place: Place, topic: str, insight: str,
    *, surprise: int = 1,
) -> Question:  # fmt: skip
    return Question(
        id=f"{KIND}:{key}:{subject.where}",
        kind=KIND,
        level=2,
        text=text,
        entry=Entry.VALUE,
        oracle=Oracle(value.text, "trace", f"In the run it was {code(value.text)}."),
        points_at=place,
        choices=value_choices(value.text, others),
        topic=topic,
        insight=insight,
        surprise=surprise,
    )
