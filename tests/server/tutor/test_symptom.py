"""How a symptom is told of a test that the student can see: with the value, and how it is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from gadfly_analyzers.execution.results import Outcome, TestResult
from gadfly_server.tutor.symptom import symptom, symptoms_in
from helpers.recorded import facts_from
from helpers.symptoms import failing, raising, stopped

LONG = "a long word " * 20


@pytest.mark.parametrize(
    ("test", "said"),
    [
        (failing([2, 4, 6], [2, 4]), "Your program gives `[2, 4]`: the last item is left out."),
        (failing(8, None, stdout="8\n"),
         "Your program gives `None`: the right value is printed, but nothing comes back."),
        (failing(7, 3.5), "Your program gives `3.5`: it is just half of what is right."),
        (failing({"a": Any}, {"b": 1}), "Your program gives `{'b': 1}`."),
        (failing("clue", LONG), "The text is too long."),
        (failing(3, 2, operator="<"), "Your program gives something else."),
        (raising("IndexError", "list index out of range"),
         "The run ended with an `IndexError`: it asks for a place that is not there."),
        (raising("RefusedError", "Gadfly does not let a run open files"), "Gadfly does not let a run open files."),
        (stopped(), "The run was stopped after 2 s: it does not end."),
        (stopped("the program ended itself with `sys.exit`", Outcome.ENDED),
         "The run gave nothing: the program ended itself with `sys.exit`."),
    ],
)  # fmt: skip
def test_in_one_sentence(test: TestResult, said: str) -> None:
    assert symptom(test) == said


def test_what_the_recording_shows_is_left_to_the_questions() -> None:
    facts = facts_from(
        "def grown(ages):\n    for age in ages:\n        return age > 17\n",
        "def test_one():\n    assert grown([4, 30]) == True\n",
    )
    assert facts.focus is not None
    assert symptoms_in(facts.focus, facts)[0].family == "first-item-only"
    assert symptom(facts.focus, facts.tests) == "Your program gives `False`: yes and no are the other way round."
