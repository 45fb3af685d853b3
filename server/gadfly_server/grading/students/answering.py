"""What a simulated student answers: to our questions by their kind, to anybody's with what its own run shows.

A question in words alone it does not understand. It says what the lines and names do that the words mention, in the
recorded run of the first failing test: as they really do (``traces``), as its misconception has it (``believes``),
or it guesses.
"""

from __future__ import annotations

from dataclasses import dataclass

from gadfly_analyzers.trace.readings import Activation, Readings
from gadfly_server.grading.students.mentions import mentions
from gadfly_server.grading.students.policies import holding, right
from gadfly_server.grading.students.student import Student, chance
from gadfly_server.grading.tutors.protocol import Heard
from gadfly_server.tutor.question import Question

NO_IDEA = "I do not know."
MOST_NAMES = 2


@dataclass(frozen=True)
class Person:
    """A student with a seed before a lesson, and with a misconception where its policy has one and the lesson fits."""

    student: Student
    seed: int
    lesson: str
    belief: str | None = None

    def chance(self, *what: object) -> float:
        """A number from 0 to 1 that is the same whoever teaches."""
        return chance(self.student.name, self.seed, self.lesson, *what)


def answer(person: Person, heard: Heard, program: str, run: Readings | None, number: int) -> str:
    """Answer what was heard; ``number`` counts the answers of the dialogue."""
    student = person.student
    guesses = student.answers == "guesses" or person.chance("slip", number) < student.slips
    if heard.question is not None:
        if guesses:
            return _guess(heard.question, person, number)
        return (
            holding(person.belief)(heard.question, number) if student.answers == "believes" else right(heard.question)
        )
    choices = heard.reply.choices
    if choices and guesses:
        return choices[int(person.chance("choice", number) * len(choices))]
    return NO_IDEA if guesses or run is None else _seen(heard, program, run) or NO_IDEA


def _guess(question: Question, person: Person, number: int) -> str:
    drawn = person.chance(question.id, number)
    return question.choices[int(drawn * len(question.choices))] if question.choices else "?"


def _seen(heard: Heard, program: str, run: Readings) -> str:
    said, place = mentions(heard.reply.text, program), heard.reply.place
    lines = sorted(said.lines) or ([place.line] if place else [])
    for line in lines:
        if activation := run.first_through(line):
            return _at(line, activation, said.names)
        if run.reached(line):
            return f"Line {line} does not run."
    last = run.activations[-1] if run.activations else None
    return (
        " ".join(_value(name, last, last.indices[-1]) for name in sorted(said.names)[:MOST_NAMES]).strip()
        if last
        else ""
    )


def _at(line: int, activation: Activation, names: frozenset[str]) -> str:
    runs = activation.runs_of(line) or ()
    told = f"Line {line} runs {len(runs)} time{'' if len(runs) == 1 else 's'}."
    end = next((step.end for step in reversed(runs) if step.end is not None), None)
    known = [_value(name, activation, end) for name in sorted(names)[:MOST_NAMES]] if end is not None else []
    return " ".join([told, *(each for each in known if each)])


def _value(name: str, activation: Activation, event: int) -> str:
    value = activation.value_before(name, event)
    return f"`{name}` is {value.text} then." if value and value.literal else ""
