"""Who does not understand a question hears it in plainer words, and who asks for something else hears it again."""

from __future__ import annotations

import pytest

from gadfly_server.tutor import reading
from gadfly_server.tutor.dialogue import answer, begin
from gadfly_server.tutor.plainer import plainer
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.question import Entry
from gadfly_server.tutor.questions import concept
from gadfly_server.tutor.turns import Dialogue
from gadfly_server.tutor.words import spoken_length
from gadfly_server.wording import LANGUAGES, speaking
from helpers.recorded import facts_from

FACTS = facts_from(
    "def average(numbers):\n    total = 0\n    for i in range(1, len(numbers)):\n        total += numbers[i]\n"
    "    return total / len(numbers)\n",
    "def test_two():\n    assert average([2, 4]) == 3\n",
)
GOAL = begin(FACTS)
COUNTED = answer(GOAL, FACTS, "3")
COUNT = "How many times does the body of the loop on line 3 run for `[2, 4]`?"


def said(text: str, dialogue: Dialogue = COUNTED) -> str:
    return answer(dialogue, FACTS, text).turns[len(dialogue.turns) + 1].text


@pytest.mark.parametrize("words", ["huh?", "what?", "what do you mean?", "I don't understand the question", "wdym"])
def test_a_question_that_was_not_understood_comes_in_plainer_words(words: str) -> None:
    assert said(words) == f"Follow the run, and make a mark each time. {COUNT}"
    assert (
        said(words, GOAL) == "I mean what would be right, not what comes out now. What should `average([2, 4])` give?"
    )
    assert answer(COUNTED, FACTS, words).question == COUNTED.question


@pytest.mark.parametrize(
    "words", ["hä?", "was meinst du damit?", "ich verstehe die Frage nicht", "Die Frage check ich nicht"]
)
def test_in_german_too(words: str) -> None:
    with speaking("de"):
        assert reading.request(words) == "puzzled"


def test_who_still_does_not_understand_gets_choices() -> None:
    again = answer(answer(COUNTED, FACTS, "huh?"), FACTS, "what do you mean?")
    assert again.question is not None
    assert again.question.entry is Entry.CHOICE
    assert again.turns[-1].text == f"Everybody gets stuck. {COUNT} Here are some choices."


def test_why_is_still_told() -> None:
    assert said("why?").startswith("It is easy to misjudge how often something runs.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_plainer_words_are_few(language: str) -> None:
    with speaking(language):
        for question in plan(FACTS):
            assert spoken_length(plainer(question)) <= spoken_length(question.text) + 15


def test_who_asks_for_what_we_do_not_know_hears_what_can_be_asked_and_the_question_again() -> None:
    assert said("what is your favourite animal?") == (
        f"I have no short answer to that. You can ask about words of Python here, or for help. {COUNT}"
    )
    assert answer(COUNTED, FACTS, "what is your favourite animal?").question == COUNTED.question


def test_a_question_with_a_program_is_not_written_down_twice() -> None:
    small = concept.about("range-includes-end", "goal")
    assert "\n" in small.text
    assert plainer(small) == "Read the small program from top to bottom, as Python does. My question is still open."
