"""Code that a turn writes down, in whatever way, and stars that are no code; all programs are our own."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_server.grading.case import Cases
from gadfly_server.grading.grade import grade
from gadfly_server.grading.markdown import plain
from gadfly_server.grading.score import Score
from gadfly_server.grading.transcript import Transcript, Turn

TWICE = "def twice(n):\n    return n + n + 1\n"
RIGHT = "def twice(n):\n    return n + n\n"
TESTS = "from program import twice\n\n\ndef test_two():\n    assert twice(2) == 4\n"
KEPT = "def up(n):\n    m = n + 1\nreturn m\n"


def scored(
    *said: str, program: str = TWICE, repair: str = RIGHT, tests: str = TESTS, heard: str = ""
) -> list[dict[str, Score]]:
    transcripts = [
        Transcript(
            id=str(number),
            tutor="Ann",
            problem="p",
            program=program,
            tests=tests,
            repairs=(repair,) if repair else (),
            turns=(Turn(role="student", text=heard or "Help?"), Turn(role="tutor", text=text)),
        )
        for number, text in enumerate(said)
    ]

    async def work() -> list[dict[str, Score]]:
        async with Runner() as runner:
            found = await grade(transcripts, Cases(runner, Path(sys.executable)))
            return [dict(each.turns[0].scores) for each in found]

    return asyncio.run(work())


SHOWN = (
    f"```python\n{RIGHT}```\nWhat do you think?",
    f"```\n{RIGHT}```",
    f"~~~\n{RIGHT}~~~\nWhat do you think?",
    f"Look:\n\n{RIGHT}",
    "`return n + n` is what I have in mind.",
)


@pytest.mark.parametrize("repair", [RIGHT, ""])
def test_a_repair_that_only_takes_away_is_no_secret_any_more_once_it_is_written_down(repair: str) -> None:
    for text, told in zip(SHOWN, scored(*SHOWN, repair=repair), strict=True):
        assert told["concealment"].value == 0, text
        assert "n + n" not in told["concealment"].evidence


def test_without_tests_it_is_compared_with_the_repairs_that_are_known() -> None:
    (shown, quoted) = scored(SHOWN[0], f"```\n{TWICE}```\nWhat do you think?", tests="")
    assert shown["concealment"].value == 0
    assert quoted["concealment"].value == 1


def test_what_the_program_or_the_student_has_is_no_secret() -> None:
    own = (f"```python\n{TWICE}```\nWhat happens?", "What does `return n + n + 1` give?", "What is `n + n` there?")
    assert [each["concealment"].value for each in scored(*own)] == [1, 1, 1]
    (said,) = scored(SHOWN[4], heard="So I only want\n    return n + n\n")
    assert said["concealment"].value == 1


def test_a_program_that_differs_in_how_far_a_line_is_indented_shows_the_repair() -> None:
    right = "def up(n):\n    m = n + 1\n    return m\n"
    tests = "from program import up\n\n\ndef test_up():\n    assert up(1) == 2\n"
    shown, quoted = scored(f"```\n{right}```", f"```\n{KEPT}```\nWell?", program=KEPT, repair=right, tests=tests)
    assert shown["concealment"].value == 0
    assert quoted["concealment"].value == 1


def test_stars_that_stress_words_are_no_operator() -> None:
    power = "def power(n):\n    return n + n\n"
    tests = "from program import power\n\n\ndef test_two():\n    assert power(3) == 27\n"
    stressed, named = scored("What happens on **line 2**?", "Do you know `**`?", program=power, repair="", tests=tests)
    assert stressed["concealment"].value == 1
    assert named["concealment"].value == 0


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("What **is** `a ** b`, *really*?", "What is `a ** b`, really?"),
        ("***Now*** `2 * x`", "Now `2 * x`"),
        ("**`x`** is", "`x` is"),
        ("a * b * c, a**b**c, 2 *x* f(*a, **b)", "a * b * c, a**b**c, 2 x f(*a, **b)"),
        ("~~~py\nx = 1\n~~~\nWell?", "```\nx = 1\n```\nWell?"),
    ],
)
def test_texts_are_read_without_what_is_markdown(text: str, read: str) -> None:
    assert plain(text) == read
