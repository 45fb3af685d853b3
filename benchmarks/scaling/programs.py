"""As many small programs as one likes, each with a bug, its repair, tests, and what a tutor says; all differ."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from gadfly_server.grading.transcript import Place, Transcript, Turn

SHAPES = (  # program, the line at fault as it is right, tests; {n} is a number
    (
        """def fee(weight):
    fee = {n}
    if weight > {n}:
        fee = fee + 10
    return fee
""",
        "    if weight >= {n}:",
        "assert fee({n}) == {n} + 10",
        "assert fee({n} - 1) == {n}",
    ),
    (
        """def steps(count):
    found = []
    for step in range(1, count):
        found.append(step * {n})
    return found
""",
        "    for step in range(1, count + 1):",
        "assert steps(2) == [{n}, 2 * {n}]",
        "assert steps(0) == []",
    ),
    (
        """def average(numbers):
    total = 0
    for number in numbers:
        total = number
    return total / len(numbers) + {n}
""",
        "        total = total + number",
        "assert average([2, 4]) == 3 + {n}",
        "assert average([5]) == 5 + {n}",
    ),
    (
        """def longest(words):
    best = '{n}'
    for word in words:
        if len(word) < len(best):
            best = word
    return best
""",
        "        if len(word) > len(best):",
        "assert longest(['x' * 9, 'y']) == 'x' * 9",
        "assert longest([]) == '{n}'",
    ),
    (
        """def power(base, exponent):
    if exponent == 0:
        return {n}
    return base + power(base, exponent - 1)
""",
        "    return base * power(base, exponent - 1)",
        "assert power(3, 2) == 9 * {n}",
        "assert power(7, 0) == {n}",
    ),
)


def programs(count: int) -> Iterator[Transcript]:
    """Give so many dialogues of three turns, each about a program of its own."""
    for number in range(count):
        program, right, *tests = (text.format(n=number + 2) for text in SHAPES[number % len(SHAPES)])
        lines = program.splitlines()
        at = max(range(len(lines)), key=lambda n: SequenceMatcher(None, lines[n], right).ratio())
        name = program.split("(")[0].removeprefix("def ")
        checks = "".join(f"def test_{n}():\n    {test}\n\n\n" for n, test in enumerate(tests, 1))
        yield Transcript(
            id=f"{name}-{number}",
            tutor="somebody",
            problem=name,
            program=program,
            tests=f"from program import *\n\n\n{checks}",
            repairs=("\n".join([*lines[:at], right, *lines[at + 1 :]]) + "\n",),
            turns=tuple(_turns(name, at + 1, right.strip(), number)),
        )


def _turns(name: str, line: int, right: str, number: int) -> Iterator[Turn]:
    yield Turn(role="tutor", text=f"What should `{name}` give for the input of the first test?", level=1)
    yield Turn(role="student", text=f"I think {number}.")
    place = Place(line=line, end_line=line)
    yield Turn(role="tutor", text=f"How often does line {line} run in that test?", level=2, points_at=place)
    yield Turn(role="student", text="Once.")
    said = f"Write `{right}` there." if number % 7 == 0 else "Which value does it see the first time?"
    yield Turn(role="tutor", text=said, level=2)
