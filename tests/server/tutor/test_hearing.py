"""A quote that a model gives stands in the answer as it was meant: nothing cut, and no "not" left out beside it."""

from __future__ import annotations

import pytest

from gadfly_server.tutor.hearing import quotes


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
