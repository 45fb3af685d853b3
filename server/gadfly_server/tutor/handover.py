"""What to show the teacher: the test, what was understood and what was not, and what was tried. Never the repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor import gates
from gadfly_server.tutor.symptom import symptom
from gadfly_server.tutor.understanding import Understanding, words
from gadfly_server.tutor.words import code
from gadfly_server.wording import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.rules import Rules
    from gadfly_server.tutor.turns import Dialogue


def summary(dialogue: Dialogue, facts: Facts) -> str:
    """Some lines for the student to take along."""
    return "\n".join([_opened(facts.rules), *(f"- {line}" for line in _lines(dialogue, facts))])


def _opened(rules: Rules) -> str:
    if not rules.teacher:
        return say("You worked hard on this. Now a person can help more than I can. Show your teacher this list:")
    who = f"{rules.teacher} ({rules.reach})" if rules.reach else rules.teacher
    return say("You worked hard on this. Now a person can help more than I can. Show {teacher} this list:", teacher=who)


def _lines(dialogue: Dialogue, facts: Facts) -> Iterator[str]:
    if facts.focus:
        yield say("The test {test} disagrees with {program}.", test=code(facts.focus.name), program=code(facts.program))
        yield symptom(facts.focus, facts.tests)
    reached = [words(each) for each in Understanding if each.value in dialogue.understood]
    missing = [words(each) for each in Understanding if each.value not in dialogue.understood]
    if reached:
        yield say("What I know: {list}.", list="; ".join(reached))
    if missing[:1]:
        yield say("What I am looking for: {next}.", next=missing[0])
    yield from _tried(dialogue)


def _tried(dialogue: Dialogue) -> Iterator[str]:
    answers = [act for act in dialogue.acts if act in (gates.RIGHT, gates.WRONG)]
    runs = [act for act in dialogue.acts if act in (gates.SAME, gates.MOVED, gates.CHANGED)]
    if answers:
        right = answers.count(gates.RIGHT)
        yield say("Right answers: {right} of {number}.", right=right, number=len(answers))
    if runs:
        yield say_count("I tried 1 idea.", "I tried {number} ideas.", len(runs))
