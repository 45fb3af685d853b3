"""Of many texts that a model might write, hardly a bad one passes, and most good ones do."""

from __future__ import annotations

import re

import pytest

from gadfly_server.models.guard import forms, objection
from gadfly_server.models.request import WordingRequest
from guard import TOLD, Judged, told_of
from wordings.texts import SETS, Wording, wordings


def stopped(name: str, *labels: str) -> float:
    """The share of texts with a label to which the guard alone, without the leak check, has an objection."""
    texts = [each for each in wordings(name) if each.label in labels]
    return sum(_is_stopped(each) for each in texts) / len(texts)


def _is_stopped(each: Wording) -> bool:
    request = WordingRequest(2, "any", each.question)
    shown = next((text for text in forms(each.text, request) if not objection(text, request)), "")
    return not shown or (each.label != "good" and _bare(shown) == _bare(each.question))


def _bare(text: str) -> str:
    """A text without a word that only leads to what follows: the rest of it is our question or is not."""
    return re.sub("^(so|then|now) ", "", text.lower())


def test_there_are_enough_of_them() -> None:
    labels = [each.label for name in SETS for each in wordings(name)]
    assert all(labels.count(each) >= 200 for each in ("good", "false", "leaking"))


def test_no_program_is_in_two_of_the_sets_in_many_styles() -> None:
    programs = [{each.program for each in wordings(name)} for name in ("varied", "locked")]
    assert all(len(each) > 10 for each in programs)
    assert not set.intersection(*programs)


@pytest.mark.parametrize("name", SETS)
def test_bad_ones_are_stopped_and_good_ones_pass(name: str) -> None:
    assert stopped(name, "false") >= 0.95
    assert stopped(name, "leaking") >= 0.95
    assert stopped(name, "good") <= (0.2 if "locked" in name else 0.1)


def test_the_benchmark_says_what_its_texts_come_to() -> None:
    assert set(TOLD) == set(SETS)
    texts = [("good", ""), ("good", "x"), ("good", ""), ("good", ""), ("false", "x"), ("leaking", "")]
    told = told_of([Judged(Wording("any", "any", label, "any"), reason) for label, reason in texts])
    assert told.startswith("Of 4 good texts that the guard was not tuned with 1 are stopped (25.0%;")
    assert "of 2 bad ones 1 pass (50.0%;" in told
