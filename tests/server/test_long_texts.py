"""What others wrote is read in a time that grows with its length, whatever it holds."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from gadfly_analyzers.leaks.reading import reading_of
from gadfly_analyzers.source import Source
from gadfly_server.grading.claims.lines import claims_of_text
from gadfly_server.grading.students.focus import focus
from gadfly_server.grading.students.mentions import mentions
from gadfly_server.models.privacy import without_personal_data
from gadfly_server.models.reading import read

LOOP = Source.parse("for a in b:\n    if a == 1:\n        break\n")


@pytest.mark.parametrize(
    ("reader", "odd"),
    [
        (lambda text: mentions(text, "a = 1\n"), "a["),
        (lambda text: mentions(text, "a = 1\n"), "“"),
        (lambda text: mentions(text, "a = 1\n"), "\n"),
        (lambda text: focus(text, LOOP), "1"),
        (lambda text: focus(text, LOOP), "after the loop "),
        (lambda text: focus(text, LOOP), "stop a "),
        (lambda text: focus(text, LOOP), "not "),
        (lambda text: [*claims_of_text(text)], "`"),
        (lambda text: without_personal_data(text, ()), "a"),
        (lambda text: without_personal_data(text, ()), "\\'"),
        (read, "1"),
        (reading_of, "a["),
        (lambda text: Source.parse(f"x = '{text}\n").syntax_error(), "\\'"),
        (lambda text: Source.parse(f"def f({text}): pass\n").syntax_error(), "a, "),
    ],
)
def test_four_times_as_long_is_not_sixteen_times_the_work(reader: Callable[[str], Any], odd: str) -> None:
    short = min(_seconds(reader, odd * (8_000 // len(odd) + more)) for more in range(3))  # no text is known already
    assert _seconds(reader, odd * (32_000 // len(odd))) < 8 * max(short, 0.01)


def _seconds(reader: Callable[[str], Any], text: str) -> float:
    """Measure what the processor had to do to read a text."""
    began = time.process_time()
    reader(text)
    return time.process_time() - began
