"""Wordings by template, with values from a run: which of them are true is known from how they are made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gadfly_server.tutor.question import Question
from wordings.texts import Wording

_BEFORE = (
    "Take your time. {q}",
    "**Question:** {q}",
    "Let's look at it together. {q}",
    "Okay, next one: {q}",
    "Here is a small question for you. {q}",
    "Think it through on paper. {q}",
)
_TURNED = (
    (r"^What is (`[^`]+`) (.*)\?$", r"What value does \1 hold \2?"),
    (r"^What is (`[^`]+`) (.*) for (`[^`]+`)\?$", r"For \3, what is \1 \2?"),
    (r"^How many times does (.*) run (.*)\?$", r"How often does \1 run \2?"),
    (r"^How many times (.*) for (`[^`]+`)\?$", r"For \2, how many times \1?"),
    (r"^What should (`[^`]+`) give\?$", r"What do you expect \1 to give?"),
)
_SHIFTED = re.compile(r"\bline (\d+)\b")
_COUNTED = {"first": "second", "second": "third", "third": "second", "last": "first", "before": "after"}


def wordings_of(question: Question, program: str) -> Iterator[Wording]:
    """All of them."""
    for label, texts in (("good", _good), ("false", _false), ("leaking", _leaking)):
        yield from (Wording(program, question.text, label, text) for text in texts(question))


def _good(question: Question) -> Iterator[str]:
    """Wordings that ask the same."""
    yield from (before.format(q=question.text) for before in _BEFORE)
    for pattern, turned in _TURNED:
        if re.search(pattern, question.text):
            yield re.sub(pattern, turned, question.text)


def _false(question: Question) -> Iterator[str]:
    """Wordings that ask for something else, or tell a wrong value."""
    text = question.text
    if _SHIFTED.search(text):
        yield _SHIFTED.sub(lambda found: f"line {int(found[1]) + 1}", text)
    for word, other in _COUNTED.items():
        if re.search(rf"\b{word}\b", text):
            yield re.sub(rf"\b{word}\b", other, text, count=1)
            break
    if re.match("What is `", text):
        yield re.sub(r"^What is (`[^`]+`)", r"What should \1 be", text)
    yield from (f"{text[:-1]}, when it is {wrong} by then?" for wrong in question.choices[:1])


def _leaking(question: Question) -> Iterator[str]:
    """Wordings that hold the right answer."""
    answer = question.oracle.answer
    yield f"{question.text[:-1]}, namely {answer}?"
    yield f"{question.text} Is it {answer}?"
    yield f"{question.text[:-1]}, {answer}?"
