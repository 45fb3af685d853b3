"""What does this one line do? Where nothing else shows the way, the suspects are gone through one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.choices import count_choices
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.questions.count import in_the_run
from gadfly_server.tutor.questions.plain import values_before
from gadfly_server.tutor.questions.point_at import gets_first_value
from gadfly_server.tutor.questions.reached import line_runs
from gadfly_server.tutor.questions.value_at import values_after
from gadfly_server.tutor.subject import running_of, subjects_of
from gadfly_server.tutor.symptom import is_endless
from gadfly_server.tutor.understanding import prime_suspects
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Step
    from gadfly_server.tutor.subject import Subject

TOPIC = "line by line"
MOST_LINES = 6
ASKED_FIRST = 1  # of these questions, before it is asked what their loop began with
LEAST = 0.05  # of the greatest suspicion
MOST_RUNS = 12  # more than that nobody counts in the head
_SIMPLE = ("expression_statement", "return_statement", "delete_statement", "break_statement", "continue_statement")


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask about the statements that are likeliest at fault, the most suspect first."""
    steps = {step.line: step for step in facts.shape.steps if step.kind in _SIMPLE}
    best = max((each.score for each in facts.suspects), default=0.0)
    suspects = [steps[each.line] for each in facts.suspects if each.line in steps and each.score >= LEAST * best]
    asked = [question for step in suspects[:MOST_LINES] for question in _about(step, facts)]
    begun = [question for step in suspects[:1] for question in _before_its_loop(step, facts)]
    for question in (*asked[:ASKED_FIRST], *begun, *asked[ASKED_FIRST:]):
        yield replace(question, topic=TOPIC)


def _about(step: Step, facts: Facts) -> Iterator[Question]:
    """Whether the line runs, if the run has no end; else how often it does, or what names are before or after it."""
    if facts.focus and is_endless(facts.focus):
        yield line_runs(facts, facts.focus, step, ran=step.line in facts.focus.lines)
        return
    for subject in subjects_of(facts):
        own = subject.routine is not None and facts.shape.routine_at(step.line) == subject.routine
        if own and not subject.recursive and subject.run.ended:
            yield from (
                _times(step, subject, facts)
                if _may_be_left_out(step, subject, facts)
                else _values(step, subject, facts)
            )


def _before_its_loop(step: Step, facts: Facts) -> Iterator[Question]:
    """Where the names of a line in a loop had their first values from: what a loop begins with may be at fault, too."""
    for subject in subjects_of(facts):
        if subject.routine is not None and facts.shape.routine_at(step.line) == subject.routine:
            yield from gets_first_value(step, subject, facts)


def _may_be_left_out(step: Step, subject: Subject, facts: Facts) -> bool:
    """Whether a line in a block does not simply run once in each pass, or once at all."""
    loop = facts.shape.loop_around(step.line)
    ran, passes = subject.run.runs_of(step.line), subject.run.passes(loop.line) if loop else None
    always = passes is not None and ran is not None and len(passes) == len(ran)
    return facts.shape.block_around(step.line) is not None and not always


def _values(step: Step, subject: Subject, facts: Facts) -> list[Question]:
    """One question; what a line only writes down is asked of the likeliest alone."""
    likely = any(each.line == step.line for each in prime_suspects(facts))
    after = values_after(step, subject, facts) if likely else ()
    return [*values_before(step, subject, facts), *after][:1]


def _times(step: Step, subject: Subject, facts: Facts) -> Iterator[Question]:
    ran = subject.run.runs_of(step.line)
    if ran is None or len(ran) > MOST_RUNS:
        return
    once = len(ran) <= 1 and facts.shape.loop_around(step.line) is None  # then it is the same to ask whether it runs
    yield Question(
        id=f"count:line:{step.line}:{subject.where.name}",
        kind="count",
        level=2,
        text=say("How many times does line {line} run {where}?", line=step.line, where=subject.where),
        entry=Entry.NUMBER,
        oracle=Oracle(str(len(ran)), "trace", in_the_run(len(ran))),
        points_at=Place(step.line, step.end_line),
        choices=count_choices(len(ran)),
        insight=say("how often line {line} runs", line=step.line),
        moment=running_of(step.line, facts.focus) if once and facts.focus else "",
    )
