"""Which turns ask about something in the program."""

from __future__ import annotations

import pytest

from gadfly_analyzers.source import Source
from gadfly_server.grading.asking import asks_about

PROGRAM = """\
def discount(amount):
    rate = 0
    if amount > 100:
        rate = 10
    return amount * rate // 100
"""


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("What happens on line 3?", True),
        ("Line 3 looks fine to me.", False),
        ("What is `rate` then?", True),
        ("That is the rate.", False),
        ("Let's look at the condition.", True),
        ("The condition is well said!", False),
        ("Great. Now, please explain the return statement.", True),
        ("What does `total(3)` give?", False),
        ("What if there are exactly 100?", True),
        ("What did you expect?", False),
        ("Can you walk me through your code?", False),
        ("Hello! How can I help you?", False),
        ("Good work, you got it!", False),
        ("", False),
    ],
)
def test_a_turn_asks_about_the_program_if_it_asks_and_names_a_part_of_it(text: str, asks: bool) -> None:
    assert asks_about(text, Source.parse(PROGRAM)) is asks
