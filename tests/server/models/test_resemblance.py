"""A repaired program under other names is known again, and another program about the same idea is not."""

from __future__ import annotations

import pytest

from gadfly_server.models.example import MOST_ALIKE
from gadfly_server.models.resemblance import resemblance

VOWELS = """\
def count_vowels(word):
    count = 0
    for letter in word:
        if letter in "aeiou":
            count = count + 1
        return count
"""
RENAMED = """\
def how_many(text):
    found = 0
    for sign in text:
        if sign in "xyz":
            found = found + 1
    return found

print(how_many("lazy"))
"""


def test_a_repaired_program_under_other_names_is_no_example() -> None:
    assert resemblance(RENAMED, VOWELS) >= MOST_ALIKE
    longer = VOWELS + "\n\ndef other(rows):\n    return [row[0] for row in rows if row]\n"
    assert resemblance(RENAMED, longer) >= MOST_ALIKE


@pytest.mark.parametrize(
    "program",
    [
        'bells = ["ding", "dong"]\nfor bell in bells:\n    print(bell)\nprint("end")\n',
        "def steps(day):\n    walked = day * 2\n    return walked\n\nprint(steps(3))\nprint(steps(4))\n",
    ],
)
def test_another_program_is_one(program: str) -> None:
    assert resemblance(program, VOWELS) < MOST_ALIKE
