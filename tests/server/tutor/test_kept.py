"""A dialogue with something in every field comes back from JSON as it was."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import replace

from gadfly_server.tutor import notebook
from gadfly_server.tutor.dialogue import answer, begin
from gadfly_server.tutor.kept import from_json, to_json
from gadfly_server.tutor.turns import Dialogue
from helpers.recorded import facts_from

FACTS = facts_from(
    "def average(numbers):\n    total = 0\n    for i in range(1, len(numbers)):\n        total += numbers[i]\n"
    "    return total / len(numbers)\n",
    "def test_two():\n    assert average([2, 4]) == 3\n",
)


def test_every_field_comes_back() -> None:
    dialogue = answer(answer(begin(FACTS), FACTS, "3"), FACTS, "2")
    dialogue = notebook.suppose(dialogue, FACTS, "total on line 4 is 4")
    whole = replace(
        dialogue, wrong=1, tries=2, closed=True, began=1, offer=4, idea="range-includes-end", failed="x = 1\n"
    )
    empty = Dialogue()
    same = [f.name for f in dataclasses.fields(whole) if getattr(whole, f.name) == getattr(empty, f.name)]
    assert same == []
    assert from_json(json.loads(json.dumps(to_json(whole)))) == whole
