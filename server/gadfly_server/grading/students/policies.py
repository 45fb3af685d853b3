"""Students that answer by a rule: the same question and program always get the same answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from gadfly_server.tutor.question import Question

Policy = Callable[[Question, int], str]
NONSENSE = "the weather is nice over the sea"


def right(question: Question, _: int = 0) -> str:
    """What the oracle holds right."""
    return question.oracle.answer.partition("-")[0] if question.entry.value == "line" else question.oracle.answer


def believed(question: Question, _: int = 0) -> str:
    """What a misconception predicts, where one does; else what is right."""
    return question.beliefs[0][0] if question.beliefs else right(question)


def wrong(question: Question, _: int = 0) -> str:
    """A choice that is not right."""
    return next((choice for choice in question.choices if choice not in (right(question), question.oracle.answer)), "?")


def unknown(_: Question, __: int = 0) -> str:
    """No answer."""
    return "?"


def nonsense(_: Question, __: int = 0) -> str:
    """Words that answer nothing."""
    return NONSENSE


def mixed(name: str) -> Policy:
    """One of the others for each question, as a hash of the program's name and the question's number says."""

    def answering(question: Question, number: int) -> str:
        digest = hashlib.sha256(f"{name} {number}".encode()).digest()[0]
        return (right, believed, wrong, unknown, nonsense)[digest % 5](question, number)

    return answering


def holding(misconception: str | None) -> Policy:
    """A student with one stated misconception, who otherwise answers rightly, and states no hypothesis of its own."""

    def answering(question: Question, _: int = 0) -> str:
        if question.kind == "hypothesis":
            return "skip"
        return next((answer for answer, belief in question.beliefs if belief == misconception), right(question))

    return answering


def policies_for(name: str) -> Mapping[str, Policy]:
    """All ways to answer, for one program."""
    return {
        "right": right,
        "believed": believed,
        "wrong": wrong,
        "unknown": unknown,
        "mixed": mixed(name),
        "nonsense": nonsense,
    }
