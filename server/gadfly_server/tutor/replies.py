"""What the tutor says to an answer or a run: short, kind, and never the repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor import ordering, reading
from gadfly_server.tutor.choices import is_agreement
from gadfly_server.tutor.marking import OF_LINES
from gadfly_server.tutor.question import Entry, Question
from gadfly_server.tutor.symptom import is_endless, symptom
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say, say_count, vary

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.marking import Mark

_HOW = {
    Entry.VALUE: later("Please answer with a value, such as `3` or `'abc'`, or with `?`."),
    Entry.NUMBER: later("Please answer with a number, such as 3, or with `?`."),
    Entry.CHOICE: later("Please answer with one of the choices, or with `?`."),
    Entry.LINE: later("Please answer with a line number, such as 3, or with `?`."),
    Entry.TEXT: later("Say it with values or lines, or say `?` if you do not know."),
    Entry.ORDER: later("Please give the letters of all lines in order, or `?`."),
}
_RIGHT = {
    "test": (later("Right, that is what the test wants."), later("Yes, the test wants just that.")),
    "tree": (later("Right, you read that well."), later("Yes, that is how it is written.")),
    "catalogue": (later("Right."), later("Yes."), later("Good.")),
}
_RIGHT_OF_A_RUN = (
    later("Right, that is what the run shows."),
    later("Yes, the run says the same."),
    later("Good, you and the run agree."),
    later("That is it: the run did just that."),
)
_CONCEPTS = (
    ("range(", "count", later("A reminder: `range(3, 6)` stands for 3, 4 and 5.")),
    ("while ", "count", later("A reminder: a `while` loop checks its question again before each pass.")),
    ("for ", "count", later("A reminder: a loop over `'abc'` runs once for every letter.")),
    ("elif ", "branch", later("A reminder: of `if` and `elif`, only the first one that is true runs.")),
    ("if ", "branch", later("A reminder: if `n` is 3, then `n > 3` is `False`.")),
)


def confirmation(question: Question, facts: Facts, number: int) -> str:
    """What is said after the ``number``th right answer; after the first one, the symptom follows."""
    if question.kind == "explain":
        return _joined(say("Thank you."), question.oracle.evidence)
    right = vary(number, *_RIGHT.get(question.oracle.source, _RIGHT_OF_A_RUN))
    said = question.oracle.evidence if question.oracle.source == "catalogue" else _symptom(question, facts)
    return _joined(say(right), said)


def contradiction(question: Question, facts: Facts, mark: Mark) -> str:
    """What the student said, and what the test or the run says."""
    said = say("You said {answer}.", answer=_quoted(question, mark.said))
    if question.entry is Entry.ORDER:
        return _joined(said, ordering.how_near(question, mark.said))
    return _joined(said, question.oracle.evidence, _symptom(question, facts))


def told(question: Question, facts: Facts, number: int = 0) -> str:
    """The evidence, for a student who does not know; ``number`` counts how often that was said."""
    fine = (say("That is fine."), say("No problem."), say("That is all right."))
    return _joined(vary(number, *fine), question.oracle.evidence, _symptom(question, facts))


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _symptom(question: Question, facts: Facts) -> str:
    """How the run differs, once the goal is known; whether it ends at all is a question of its own."""
    if question.kind != "expected-value" or facts.focus is None or is_endless(facts.focus):
        return ""
    return symptom(facts.focus, facts.tests)


def closing(facts: Facts, number: int, *, asked: bool = True) -> str:
    """No question is left: an honest word, and an invitation; ``number`` counts how often that was said."""
    if facts.syntax:
        return say(
            "Python stops at line {line}. Try an idea there and save: Python will answer.", line=facts.syntax[0].line
        )
    if not asked and facts.focus:
        return say(
            "Read {test}: what does it want of your program? Try your idea and save.", test=code(facts.focus.name)
        )
    return vary(
        number,
        say("Those were my questions about this run. Do you have an idea? Try it and save: the tests will answer."),
        say("That is all I can ask about this run. What is your guess now? Try it and save."),
        say("I have no more questions about this run. Is there a line that you doubt? Try your idea and save."),
    )


def concept(question: Question, facts: Facts) -> str:
    """The idea behind a question, in another context; empty where there is none."""
    place = question.points_at
    broken_off = facts.focus is not None and facts.focus.raised is not None
    if question.oracle.source != "trace" or broken_off:
        return ""
    line = facts.line(place.line) if place else ""
    for sign, kind, text in _CONCEPTS:
        if kind == question.kind and sign in line and _sayable(sign, text, facts):
            return say(text)
    return ""


def unclear(question: Question) -> str:
    """What is said to words that could not be read as an answer."""
    asked = how(question)
    return asked if question.entry is Entry.TEXT else _joined(say("I could not read that."), asked)


def how(question: Question) -> str:
    """How to answer."""
    if question.kind == "hypothesis" and question.entry is Entry.TEXT:
        return say(
            "Say it with a name, a line and a value, such as: total on line 4 is 3. Or say `?` if you do not know."
        )
    if is_agreement(question.choices):
        return say("Please answer with yes or no, or with `?`.")
    return say(_HOW[question.entry])


def settled(facts: Facts, insight: str) -> str:
    """All tests pass: which question was the one."""
    agree = say_count("The test agrees now.", "All {number} tests agree now.", len(facts.passing))
    if not insight:
        return _joined(agree, say("You found it yourself. Well done!"))
    return _joined(agree, say("The key question was {insight}. Well done!", insight=insight))


def _sayable(sign: str, text: str, facts: Facts) -> bool:
    """Whether the reminder brings no sign that the program does not have yet."""
    return sign != "if " or ">" not in text or " > " in facts.text


def _quoted(question: Question, said: str) -> str:
    """An answer as it is repeated: numbers and lines as they are, values as code, words in quotes."""
    if question.entry is Entry.LINE or question.kind in OF_LINES or said.lstrip("-").isdigit():
        return said
    return code(said) if question.entry is Entry.VALUE or reading.literal(said) else say("“{words}”", words=said)
