"""What stands before a question in a model's wording is a sentence, or nothing at all."""

from __future__ import annotations

import pytest

from gadfly_server.models.guard import objection
from gadfly_server.models.request import WordingRequest

CODE = ((11, "    if item > best:"),)
TAKEN = "How many times is the `if` on line 11 taken for `[3, 9]`?"


@pytest.mark.parametrize(
    "before",
    [
        "Or equal",
        "Off - by - one",
        "Border",
        "+ -",
        "/ 2",
        "\N{GREATER-THAN OR EQUAL TO}",
        "\N{CIRCLED DIGIT ONE}",
        "→",
    ],
)
def test_neither_signs_nor_words_that_are_no_sentence_stand_before_a_question(before: str) -> None:
    assert objection(f"{before} {TAKEN}", WordingRequest(2, "any", TAKEN, CODE))
