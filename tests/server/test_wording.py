"""What is said comes out in the language that is spoken, whole and filled in."""

from __future__ import annotations

import itertools

from gadfly_server.wording import vary


def test_wordings_that_mean_the_same_take_turns_in_an_order_that_never_changes() -> None:
    wordings = ("Right.", "Exactly.", "Good.", "Yes, that is it.")
    said = [vary(number, *wordings) for number in range(40)]
    assert said == [vary(number, *wordings) for number in range(40)]
    assert set(said) == {*wordings}
    assert all(one != following for one, following in itertools.pairwise(said))
    assert vary(7, "Right.") == "Right."
