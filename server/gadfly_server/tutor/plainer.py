"""An open question once more, for somebody who did not understand it: with what it asks for in plainer words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor import glossary
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gadfly_server.tutor.question import Question

_HOW: Mapping[str, str] = {
    "expected-value": later("I mean what would be right, not what comes out now."),
    "count": later("Follow the run, and make a mark each time."),
    "branch": later("“Taken” means: the check is true, so the lines below it run."),
    "reached": later("Follow the run line by line, as Python does."),
    "value-at": later("Stop the run there in your head."),
    "no-value": later("When Python gets to that line, one of its names has no value."),
    "predict-return": later("I mean what comes out as your program is now."),
    "predict-output": later("I mean what is on the screen as your program is now."),
    "compare-runs": later("Follow both calls, one line at a time."),
    "same-object": later("Count the things themselves, not the names for them."),
    "first-wrong": later("Go from pass to pass until something looks wrong."),
    "point-at": later("I ask for a line number, as you see it at the left edge."),
    "concept": later("Read the small program from top to bottom, as Python does."),
    "transfer": later("Read the small program from top to bottom, as Python does."),
    "hypothesis": later("Pick a name and a line, and guess the value."),
    "explain": later("Just tell what you see, with values or lines."),
    "syntax": later("Read it from left to right, as Python does."),
}
_HOW_READ = later("You need no run for this: just read your program.")
_HOW_ELSE = later("Take your time, and read it once more.")


def plainer(question: Question) -> str:
    """The question with a sentence before it that says what it asks for."""
    is_read = question.kind == "count" and question.oracle.source == "tree"
    return with_question(say(_HOW_READ if is_read else _HOW.get(question.kind, _HOW_ELSE)), question)


def with_question(said: str, question: Question) -> str:
    """What is said, and the open question again; one with a program in it is still there to read."""
    return glossary.ended(said) if "\n" in question.text else f"{said} {question.text}"
