"""What is said comes out in the language that is spoken, whole and filled in."""

from __future__ import annotations

import itertools

from gadfly_server.tutor.words import ordinal
from gadfly_server.wording import language_of, phrase, say, say_count, speaking, spoken, vary


def test_wordings_that_mean_the_same_take_turns_in_an_order_that_never_changes() -> None:
    wordings = ("Right.", "Exactly.", "Good.", "Yes, that is it.")
    said = [vary(number, *wordings) for number in range(40)]
    assert said == [vary(number, *wordings) for number in range(40)]
    assert set(said) == {*wordings}
    assert all(one != following for one, following in itertools.pairwise(said))
    assert vary(7, "Right.") == "Right."


def test_a_message_is_said_in_the_language_that_is_spoken() -> None:
    assert say("The test wants {value}.", value="`3`") == "The test wants `3`."
    with speaking("de"):
        assert say("The test wants {value}.", value="`3`") == "Der Test will `3`."
        assert [say_count("In the run it was {number}.", "In the run it was {number}.", n) for n in (0, 1, 2)] == [
            "Im Programmlauf waren es 0.", "Im Programmlauf war es 1.", "Im Programmlauf waren es 2.",
        ]  # fmt: skip
        assert say("Nobody has translated {this}.", this="this") == "Nobody has translated this."
    with speaking("tlh"):
        assert say("The test wants {value}.", value="`3`") == "The test wants `3`."


def test_a_locale_names_a_language() -> None:
    said = {"de": "de", "de-AT": "de", "de_DE.UTF-8": "de", "DE": "de", "den": "en", "C": "en", "": "en", "fr": "en"}
    assert {locale: language_of(locale) for locale in said} == said
    with speaking("de-CH"):
        assert spoken() == "de"
        with speaking(None):
            assert spoken() == "en"


def test_a_phrase_is_said_when_it_is_needed_and_named_alike_in_all_languages() -> None:
    where = phrase("for {value}", value="`3`")
    with speaking("de"):
        assert (f"{where}", where.name) == ("für `3`", "for `3`")
    assert f"{where}" == "for `3`"


def test_orders_in_words() -> None:
    assert [ordinal(n) for n in (1, 2, 10, 11, 12, 21, 22, 23, 113)] == [
        "first", "second", "tenth", "11th", "12th", "21st", "22nd", "23rd", "113th",
    ]  # fmt: skip
    with speaking("de"):
        assert [ordinal(n) for n in (1, 2, 21)] == ["ersten", "zweiten", "21."]
