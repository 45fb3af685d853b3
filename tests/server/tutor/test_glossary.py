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
        ("whats a dictionary", "dictionary"),
        ("wat is len", "`len`"),
        ("meaning of modulo", "`%`"),
        ("can you explain what a tuple is?", "tuple"),
        ("what does `append` do to my list?", "`append`"),
        ("what does list.append() do", "`append`"),
        ("what does int(x) do?", "`int('7')`"),
        ("what is a key error?", "`KeyError`"),
        ("what does for do?", "`for`"),
        ("what does in do?", "`in`"),
        ("explain what a function is", "function"),
        ("what does max() return?", "`max`"),
        ("what does IndexError: pop from empty mean?", "`IndexError`"),
        ("what does != mean?", "`!=`"),
    ],
)
def test_a_word_of_python_is_explained(asked: str, word: str) -> None:
    assert reading.request(asked) == "aside"
    assert word in glossary.reply(asked)
    assert glossary.reply(asked).endswith("My question is still open.")


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("what's the difference between append and extend", ["append", "extend"]),
        ("whats the difference between a list and a tuple?", ["list", "tuple"]),
        ("what is the difference between and and or?", ["and", "or"]),
        ("what's the difference between = and ==", ["equality"]),
        ("what is the difference between sort() and sorted()?", ["sort"]),
        ("what is the difference between `append`, `extend` and `insert`", ["append", "extend", "insert"]),
    ],
)
def test_of_several_words_each_is_explained_once(asked: str, ids: list[str]) -> None:
    assert reading.request(asked) == "aside"
    assert [term.id for term in glossary.asked_for(asked)] == ids


@pytest.mark.parametrize("asked", ["what is a monad?", "what does frobnicate do?", "what is a list and a monad?"])
def test_of_others_it_is_said_that_there_is_no_short_answer(asked: str) -> None:
    assert reading.request(asked) == "aside"
    assert not glossary.asked_for(asked)
    assert "no short answer" in glossary.reply(asked)


@pytest.mark.parametrize("said", ["what is wrong?", "what is the answer?", "what is it for?", "3", "line 4", "why?"])
def test_what_asks_for_something_else_is_not_taken_for_that(said: str) -> None:
    assert reading.request(said) != "aside"


def test_in_german_too() -> None:
    with speaking("de"):
        assert reading.request("was macht append?") == "aside"
        assert "hängt ein Element" in glossary.reply("was macht append?")
        assert "Basisfall" in glossary.reply("was ist ein basisfall?")
        assert "Liste" in glossary.reply("was sind Listen?")
        assert reading.request("was ist der Unterschied zwischen append und extend?") == "aside"
        assert [term.id for term in glossary.asked_for("Unterschied zwischen append und extend?")] == [
            "append",
            "extend",
        ]
