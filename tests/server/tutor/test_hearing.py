"""A quote that a model gives stands in the answer as it was meant: nothing cut, and no "not" left out beside it."""

from __future__ import annotations

import pytest

from gadfly_server.tutor.hearing import quotes
from gadfly_server.tutor.wanted_and_given import GIVEN, WANTED, roles


@pytest.mark.parametrize(
    ("quote", "answer"),
    [
        ("line 3 is to blame", "i do not think that line 3 is to blame here"),
        ("line 3", "i am sure that line 30 is bad somehow"),
        ("4 and the test wants 6", "it gives me 14 and the test wants 6 i think"),
        ("1 and the test", "it gives 0.1 and the test wants 6"),
        ("want 6 from me", "the test surely does not want 6 from me"),
        ("line 2 has", "line 2 has nothing at all to do with it"),
        ("total grows", "i don't think that total grows here"),
        ("der Test will 6", "ich glaube nicht dass der Test will 6"),
        ("the test wants", "the tests want 6"),
    ],
)
def test_words_that_were_meant_otherwise_are_no_quote(quote: str, answer: str) -> None:
    assert not quotes(quote, answer)


@pytest.mark.parametrize(
    ("quote", "answer"),
    [
        ("line 3 is to blame", "i am not sure, but line 3 is to blame here"),
        ("total never grows", "i think total never grows in there"),
        ("wants 6", "It gives 4, and the test wants 6."),
        ("grows by `n - 1`", "it grows by `n - 1` each time"),
        ("für größer", "ich halte 3 für größer"),
    ],
)
def test_words_that_stand_there_are_one(quote: str, answer: str) -> None:
    assert quotes(quote, answer)


BOTH = {"6": WANTED, "4": GIVEN}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("my program says 4 but the test wants 6 from it", BOTH),
        ("it gives 4 instead of 6", BOTH),
        ("expected 6 got 4", BOTH),
        ("it should give 6, and it gives 4", BOTH),
        ("6 is expected but 4 is what comes", BOTH),
        ("the right answer is `6` while the result is `4`", BOTH),
        ("es kommt 4 statt 6 heraus", BOTH),
        ("der Test will 6, aber es ergibt 4", BOTH),
        ("es soll 6 ergeben", {"6": WANTED}),
        ("the test wants 6", {"6": WANTED}),
        ("my program says 6 but the test wants 4 from it", {"6": GIVEN, "4": WANTED}),
        ("it gives 6 instead of 4", {"6": GIVEN, "4": WANTED}),
        ("it does not give 4 and it never wants 6", {}),
        ("banana 4 pizza 6", {}),
        ("it wants 16 and gives 4.5", {}),
        ("it wants 6, no wait, it gives 6", {}),
        ("i think that my program prints 4 and the test wants 6", BOTH),
        ("ich glaube, dass der Test 6 haben will", {"6": WANTED}),
        ("the test wants -6", {}),
        ("the test wants \N{MINUS SIGN}6", {}),
        ("the test wants \N{SQUARE ROOT}6", {}),
        ("the test wants \N{NOT EQUAL TO} 6", {}),
        ("the test wants “6”", {}),
        ("the test wants 2 * 6", {}),
        ("the test wants 6/2", {}),
        ("the test wants 10 - 6", {}),
        ("the test wants [6]", {}),
        ("the test wants 6 or 7", {}),
        ("the test wants more than 6", {}),
        ("the test wants 6 bananas", {}),
        ("the test hardly wants 6", {}),
        ("it is false that the test wants 6", {}),
        ("the test doesnt want 6", {}),
        ("der Test will fast 6", {}),
    ],
)
def test_of_each_value_it_is_told_whether_it_is_wanted_or_given(words: str, said: dict[str, str]) -> None:
    assert roles(words, "6", "4") == said


def test_the_programs_own_names_may_be_in_there() -> None:
    assert roles("total_of gives 4", "6", "4", names={"total_of"}) == {"4": GIVEN}
    assert roles("total_of gives 4", "6", "4") == {}
