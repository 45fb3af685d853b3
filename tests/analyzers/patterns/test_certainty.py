"""What is asked about whatever the tests say: only what nobody can have meant."""

from __future__ import annotations

from textwrap import dedent
from types import ModuleType

import pytest

from gadfly_analyzers.check import check
from gadfly_analyzers.source import Source
from helpers.pages import MODULES, example

ALWAYS = {
    "always-true",
    "chained-membership",
    "compared-with-truth",
    "comparison-statement",
    "doubled-sign",
    "hidden-branch",
    "identity-of-literal",
    "list-lost",
    "lone-name",
    "method-without-object",
    "never-called",
    "never-reached",
    "no-base-case",
    "nothing-kept",
    "number-visited",
    "outer-name-changed",
    "search-ends-early",
    "settled-condition",
    "syntax-place",
    "unknown-name",
}


def certainty(program: str, rule: str) -> set[bool]:
    """Tell whether what a pattern finds is certain."""
    return {each.certain for each in check(Source.parse(dedent(program))) if each.rule == rule}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.RULE)
def test_the_bug_on_a_page_is_certain_or_not(module: ModuleType) -> None:
    assert certainty(example(module), module.RULE) == {module.RULE in ALWAYS}


@pytest.mark.parametrize(
    ("rule", "certain", "likely"),
    [
        (
            "attribute-without-object",
            "class A:\n    def f(self):\n        self.x = 1\n        return x\n",
            "class A:\n    def __init__(self, x):\n        size = 1\n",
        ),
        ("chained-membership", "a in b == True\n", "a in b == c\n"),
        ("input-as-number", 'half = input("? ") / 2\n', 'n = input("? ")\nprint(n / 2)\n'),
        ("list-lost", "xs = xs.append(1)\n", "ys = xs.append(1)\n"),
        ("list-lost", "xs = xs.append(1)\n", "print(xs.append(1))\n"),
        ("nothing-kept", "xs = xs.sort()\n", "ys = xs.sort()\n"),
        (
            "no-base-case",
            "def f(n):\n    return f(n - 1)\n",
            "def f(n):\n    if n == 0:\n        return 1\n    return f(n - 2)\n",
        ),
        ("number-visited", "for i in 5:\n    pass\n", "def f(n):\n    for i in n:\n        print(i)\n"),
        (
            "outer-name-changed",
            "n = 0\ndef f():\n    n += 1\nf()\n",
            "n = 0\ndef f():\n    n = 1\nf()\n",
        ),
        ("settled-condition", "x > 5 and x < 3\n", "x < low and x > high\n"),
        ("unknown-name", "total = 1\nprint(totl)\n", "print(elsewhere)\n"),
        (
            "unreturned-inner",
            "def f():\n    def g():\n        return 1\n",
            "def f():\n    def g():\n        return 1\n    g()\n",
        ),
    ],
)
def test_a_pattern_tells_what_nobody_can_have_meant_from_what_is_only_likely(
    rule: str, certain: str, likely: str
) -> None:
    assert certainty(certain, rule) == {True}
    assert certainty(likely, rule) == {False}
