"""What the tutor says to an answer or a run: short, kind, and never the repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.question import Entry, Question
from gadfly_server.tutor.symptom import is_endless, symptom
from gadfly_server.tutor.words import code, count_of

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.marking import Mark

TRY = "Do you have an idea, or a guess? Try it and save: the tests will answer."
NOTHING_OPEN = "I have no open question now. Try your idea and save: the tests will answer."
WHY = "I ask because your answer and the run can be compared. Where they part, you learn something. What is your guess?"
_HOW = {
    Entry.VALUE: "a value, such as `3` or `'abc'`",
    Entry.NUMBER: "a number, such as 3",
    Entry.CHOICE: "one of the choices",
    Entry.LINE: "a line number, such as 3",
    Entry.TEXT: "a few words",
}
_PRAISE = ("Right.", "Exactly.", "Good.")
_CONCEPTS = (
    ("range(", "count", "A reminder: `range(3, 6)` stands for 3, 4 and 5."),
    ("while ", "count", "A reminder: a `while` loop asks its question again before every pass."),
    ("for ", "count", "A reminder: a loop over `'abc'` runs once for every letter."),
    ("elif ", "branch", "A reminder: of `if` and `elif`, only the first that is met runs."),
    ("if ", "branch", "A reminder: for `n = 3`, the question `n > 3` is answered `False`."),
)


def confirmation(question: Question, facts: Facts, number: int) -> str:
    """What is said after a right answer; after the first one, the symptom follows."""
    if question.kind == "explain":
        return f"Thank you. {question.oracle.evidence}"
    praise = _PRAISE[number % len(_PRAISE)]
    if question.kind == "concept":
        return f"{praise} {question.oracle.evidence}"
    return f"{praise} {_symptom(question, facts)}".strip()


def contradiction(question: Question, facts: Facts, mark: Mark) -> str:
    """What the student said, and what the test or the run says."""
    said = f"You said {_quoted(question, mark.said)}."
    return f"{said} {question.oracle.evidence} {_symptom(question, facts)}".strip()


def told(question: Question, facts: Facts) -> str:
    """The evidence, for a student who does not know."""
    return f"That is fine. {question.oracle.evidence} {_symptom(question, facts)}".strip()


def _symptom(question: Question, facts: Facts) -> str:
    """How the run differs, once the goal is known; whether it ends at all is a question of its own."""
    if question.kind != "expected-value" or facts.focus is None or is_endless(facts.focus):
        return ""
    return symptom(facts.focus, facts.tests)


def closing(facts: Facts, *, asked: bool = True) -> str:
    """No question is left: an honest word, and an invitation."""
    if facts.syntax:
        return f"Python stops at line {facts.syntax[0].line}. Try an idea there and save: Python will answer."
    if not asked and facts.focus:
        return f"Read {code(facts.focus.name)}: what does it want of your program? Try your idea and save."
    return f"Those were my questions about this run. {TRY}"


def concept(question: Question, facts: Facts) -> str:
    """The idea behind a question, in another context; empty where there is none."""
    place = question.points_at
    broken_off = facts.focus is not None and facts.focus.raised is not None
    if question.oracle.source != "trace" or broken_off:
        return ""
    line = facts.line(place.line) if place else ""
    for sign, kind, text in _CONCEPTS:
        if kind == question.kind and sign in line and _sayable(sign, text, facts):
            return text
    return ""


def unclear(question: Question) -> str:
    """How to answer, for words that could not be read as an answer."""
    if question.entry is Entry.TEXT:
        return "Which names, lines or values take part? Say it with two of them, or `?` if you do not know."
    return f"I could not read that. Please answer with {_HOW[question.entry]}, or `?` if you do not know."


def settled(facts: Facts, insight: str) -> str:
    """All tests pass: which question was the one."""
    number = len(facts.passing)
    agree = "The test agrees now." if number == 1 else f"All {number} tests agree now."
    if not insight:
        return f"{agree} You found it yourself. Well done!"
    return f"{agree} The question about {insight} was the one. Well done!"


def disagreeing(number: int) -> str:
    """``1 test disagrees``, ``2 tests disagree``."""
    return f"{count_of(number, 'test')} {'disagrees' if number == 1 else 'disagree'}"


def _sayable(sign: str, text: str, facts: Facts) -> bool:
    """Whether the reminder brings no sign that the program does not have yet."""
    return sign != "if " or ">" not in text or " > " in facts.text


def _quoted(question: Question, said: str) -> str:
    return code(said) if question.entry is Entry.VALUE and not said.lstrip("-").isdigit() else said
