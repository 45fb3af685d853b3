"""Who asks what a word means gets a sentence, and keeps the question."""

from __future__ import annotations

import pytest

from gadfly_server.tutor import glossary, reading
from gadfly_server.wording import speaking


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ("what does append do?", "`append`"),
        ("What is an index?", "index"),
        ("what are lists", "list"),
        ("what does `range()` mean?", "`range`"),
        ("how does a while loop work?", "`while`"),
        ("explain recursion", "Recursion"),
        ("what does % do?", "`%`"),
        ("what's a base case in python?", "base case"),
    ],
)
def test_a_word_of_python_is_explained(asked: str, word: str) -> None:
    assert reading.request(asked) == "aside"
    assert word in glossary.meaning(asked)
    assert glossary.reply(asked).endswith("My question is still open.")


@pytest.mark.parametrize("asked", ["what is a monad?", "what does frobnicate do?"])
def test_of_others_it_is_said_that_there_is_no_short_answer(asked: str) -> None:
    assert reading.request(asked) == "aside"
    assert not glossary.meaning(asked)
    assert "no short answer" in glossary.reply(asked)


@pytest.mark.parametrize("said", ["what is wrong?", "what is the answer?", "what is it for?", "3", "line 4", "why?"])
def test_what_asks_for_something_else_is_not_taken_for_that(said: str) -> None:
    assert reading.request(said) != "aside"


def test_in_german_too() -> None:
    with speaking("de"):
        assert reading.request("was macht append?") == "aside"
        assert "hängt ein Element" in glossary.meaning("was macht append?")
        assert "Basisfall" in glossary.meaning("was ist ein basisfall?")
