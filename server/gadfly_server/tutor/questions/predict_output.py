"""What does the program print? The run knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_server.tutor.choices import value_choices
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.reading import literal
from gadfly_server.tutor.subject import LONGEST, Subject, subject_of
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.execution.results import TestResult
    from gadfly_server.tutor.facts import Facts

KIND = "predict-output"


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask for what the failing run printed, or for the last line of it, unless that was told already."""
    subject, test = subject_of(facts), facts.focus
    if subject is None or subject.routine is None or test is None:
        return
    lines = test.stdout.rstrip("\n").split("\n")
    if not test.stdout.strip() or not _is_all_of_the_call(subject, test) or _is_told(test):
        return
    printed = lines[-1].rstrip()
    if printed and printed.isprintable() and len(printed) <= LONGEST:
        yield _question(subject, printed, len(lines), test)


def _question(subject: Subject, printed: str, number: int, test: TestResult) -> Question:
    assert subject.routine is not None
    one = later("What does your program print {where}?")
    last = later("What is the last line that your program prints {where}?")
    return Question(
        id=f"{KIND}:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say(one if number == 1 else last, where=subject.where),
        entry=Entry.VALUE,
        oracle=Oracle(printed, "run", say("In the run it printed {value}.", value=code(printed))),
        points_at=Place(subject.routine.line, subject.routine.end_line),
        choices=value_choices(printed, [*_near(printed), *_elsewhere(test)]),
        topic="overview",
        insight=say("what the program prints"),
        surprise=1,
    )


def _is_all_of_the_call(subject: Subject, test: TestResult) -> bool:
    """Whether the test printed nothing itself, and made no other call that may have."""
    return (subject.module or len(test.calls) == 1) and not re.search(r"\bprint\(", test.source)


def _is_told(test: TestResult) -> bool:
    """Whether what was printed is what the test looks at: the first reply says it, or the test does."""
    compared = test.comparison
    looked_at = compared is not None and "\n" in literal_text(compared.actual.text)
    return looked_at or re.search(r"capsys|getvalue|stdout", test.source) is not None


def literal_text(text: str) -> str:
    """The text that a value's picture stands for; the picture itself, if it was cut."""
    read = literal(text)
    return read.value if read is not None and isinstance(read.value, str) else text


def _near(printed: str) -> list[str]:
    """What stands near a printed number."""
    read = literal(printed)
    if read is None or isinstance(read.value, bool) or not isinstance(read.value, (int, float)):
        return []
    return [*map(repr, (read.value + 1, read.value - 1)), "None"]


def _elsewhere(test: TestResult) -> list[str]:
    """What the test wants, as it would be printed."""
    wanted = test.comparison.expected.text if test.comparison else ""
    return [literal_text(wanted)] if 0 < len(wanted) <= LONGEST else []
