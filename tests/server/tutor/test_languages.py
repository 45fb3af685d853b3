"""The same dialogue in another language: the same questions, marked alike, and not a word of English left."""

from __future__ import annotations

import re
from itertools import cycle

import pytest

from gadfly_server.tutor.analogues import analogues
from gadfly_server.tutor.dialogue import answer, begin, observe
from gadfly_server.tutor.kept import from_json, to_json
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.notice import headline
from gadfly_server.tutor.planner import plan
from gadfly_server.wording import speaking
from helpers import examples
from helpers.dialogues import play, right, tutor_turns, wrong
from helpers.recorded import facts_from

ENGLISH = re.compile(
    r"\b(the|a|of|what|which|how|line|run|runs|are|you|your|that|this|it|and|with|does)\b", re.IGNORECASE
)


@pytest.mark.parametrize("name", examples.NAMES)
def test_the_same_questions_in_every_language(name: str) -> None:
    facts = facts_from(examples.program(name), examples.tests(name))
    english = plan(facts)
    with speaking("de"):
        german = plan(facts)
    assert [each.id for each in german] == [each.id for each in english]
    for one, other in zip(english, german, strict=True):
        assert one.text != other.text
        assert one.choices == other.choices or one.entry.value in ("choice", "text"), one
        with speaking("de"):
            assert mark(other, right(other)).verdict == "right"
            assert [mark(other, each).verdict for each in other.choices].count("right") == 1
        assert mark(other, right(other)).verdict == "right"


@pytest.mark.parametrize("name", examples.NAMES)
def test_a_german_dialogue_has_no_english_in_it(name: str) -> None:
    facts = facts_from(examples.program(name), examples.tests(name))
    fixed = facts_from(examples.repaired(name), examples.tests(name))
    with speaking("de"):
        said = [headline(facts)]
        wishes = cycle(("warum?", "mehr", "fertig", "weiß nicht", "total in Zeile 3 so so", "sag mir die Lösung"))
        for answering in (right, wrong, lambda _: "weiß nicht", lambda _: "so so", lambda _: next(wishes)):
            said += [turn.text for turn in tutor_turns(observe(play(facts, answering), fixed))]
    for text in said:
        prose = re.sub(r"`[^`]*`", "", text)
        assert not ENGLISH.search(prose), text


def test_a_kept_dialogue_goes_on_in_another_language() -> None:
    facts = facts_from(examples.program("ticket_price"), examples.tests("ticket_price"))
    with speaking("de"):
        dialogue = begin(facts)
        while dialogue.question and dialogue.question.choices != ("Ja", "Nein"):
            dialogue = answer(dialogue, facts, right(dialogue.question))
    restored = from_json(to_json(dialogue))
    assert restored.question is not None
    assert observe(restored, facts) is restored
    for said in ("yes", "Ja") if restored.question.oracle.answer == "Ja" else ("no", "Nein"):
        asked = len(restored.turns)
        went_on = answer(restored, facts, said)
        assert went_on.turns[asked].marked == "right"
        assert ENGLISH.search(went_on.turns[-1].text)


def test_a_worked_example_is_german_also_under_other_names() -> None:
    program = (
        "def rabbits(factor):\n    total = 0\n    for each in factor:\n        total = total * each\n    return total\n"
    )
    facts = facts_from(program, "def test_two():\n    assert rabbits([2, 3]) == 6\n")
    with speaking("de"):
        [found, *_] = [each for each in analogues(facts, ("any-start-for-product",)) if "product" in each.idea]
    said = (found.text, found.ask.text, *found.ask.choices)
    assert "Kaninchenpaar" in found.text
    assert re.search(r"Warum fängt `\w+` bei 1 an", found.ask.text)
    assert not any("rabbits" in each or ENGLISH.search(re.sub(r"`[^`]*`", "", each)) for each in said)
