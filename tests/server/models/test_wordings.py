"""Of many texts that a model might write, hardly a bad one passes, and most good ones do."""

from __future__ import annotations

import pytest

from gadfly_server.models.guard import objection, spared
from gadfly_server.models.request import WordingRequest
from wordings.texts import SETS, Wording, wordings


def stopped(name: str, *labels: str) -> float:
    """The share of texts with a label to which the guard alone, without the leak check, has an objection."""
    texts = [each for each in wordings(name) if each.label in labels]
    return sum(_is_stopped(each) for each in texts) / len(texts)


def _is_stopped(each: Wording) -> bool:
    request = WordingRequest(2, "any", each.question)
    text = spared(each.text, request)
    return bool(objection(text, request)) or (each.label != "good" and text == each.question)


def test_there_are_enough_of_them() -> None:
    labels = [each.label for name in SETS for each in wordings(name)]
    assert all(labels.count(each) >= 200 for each in ("good", "false", "leaking"))


@pytest.mark.parametrize("name", SETS)
def test_bad_ones_are_stopped_and_good_ones_pass(name: str) -> None:
    assert stopped(name, "false", "leaking", "unfit") >= 0.93
    assert stopped(name, "good") <= 0.12
