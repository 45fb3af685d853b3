"""A comparison whose answer nobody uses: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "comparison-statement"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def reset(score):
            score == 0
        #   ^^^^^^^^^^ info[comparison-statement]: Who uses the answer of this comparison?
            return score

        def count(xs):
            total = 0
            for x in xs:
                total == total + x
        #       ^^^^^^^^^^^^^^^^^^ info[comparison-statement]: Who uses the answer of this comparison?
            return total

        class Dog:
            def __init__(self, name):
                self.name == name
        #       ^^^^^^^^^^^^^^^^^ info[comparison-statement]: Who uses the answer of this comparison?

        def loop(i):
            while i < 3:
                (i == i + 1)
        #       ^^^^^^^^^^^^ info[comparison-statement]: Who uses the answer of this comparison?

        def item(xs):
            xs[0] == 3
        #   ^^^^^^^^^^ info[comparison-statement]: Who uses the answer of this comparison?
            return xs

        def choose(x):
            if x > 3:
                result == "big"
        #       ^^^^^^^^^^^^^^^ info[comparison-statement]: Who uses the answer of this comparison?
            else:
                result = "small"
            return result
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        x = 3

        ok = x == 3

        f(x == 3)

        assert x == 3

        with raises(TypeError):
            a < b

        try:
            a < b
        except TypeError:
            pass
    """,
        only=RULE,
    )
