"""Where a text stops being a program, and what kind of thing is missing there."""

from __future__ import annotations

import pytest

from gadfly_analyzers.check import Checker, check
from gadfly_analyzers.patterns import syntax_place
from gadfly_analyzers.source import Edit, Position, Source
from helpers.check import check_findings

# Line and kind of the first problem.
BROKEN = {
    "if x == 1\n    pass\n": (1, "colon"),
    "def f(x)\n    return x\n": (1, "colon"),
    "for i in range(3)\n    print(i)\n": (1, "colon"),
    "a = 1\nwhile a < 3\n    a += 1\n": (2, "colon"),
    "if x:\n    pass\nelse\n    pass\n": (3, "colon"),
    "print('a'\nx = 1\n": (1, "bracket-open"),
    "print(foo(1)\nx = 2\n": (1, "bracket-open"),
    "a = [1, 2\n\n\nb = 3\n": (1, "bracket-open"),
    "if (x == 3:\n    pass\n": (1, "bracket-open"),
    "a = (1]\n": (1, "bracket-pair"),
    "print(a))\n": (1, "bracket-pair"),
    "x = 'abc\ny = 1\n": (1, "quote-open"),
    'def f():\n    """abc\n    return 1\n': (2, "quote-open"),
    "a = 'it's'\n": (1, "quote-open"),
    "if x = 1:\n    pass\n": (1, "equals"),
    "while x = 1\n    pass\n": (1, "equals"),
    "if a:\n    pass\nelse if b:\n    pass\n": (3, "else-if"),
    "if a:\n    pass\nelseif b:\n    pass\n": (3, "else-if"),
    "i = 0\ni++\n": (2, "increment"),
    "for x in y:\ni = 1\n": (2, "indent-missing"),
    "x = 1\n  y = 1\n": (2, "indent-extra"),
    "if a:\n    b()\n  c()\n": (3, "indent-uneven"),
    "if a:\n\tb()\n        c()\n": (3, "indent-uneven"),
    "def f():\n": (1, "indent-missing"),
    "print(“a”)\n": (1, "quote-mark"),
    "x = 1 – 2\n": (1, "character"),
    "print 'x'\n": (1, "print"),
    "def f():\n    x = 1\nreturn x\n": (3, "outside-function"),
    "class A:\n    return 1\n": (2, "outside-function"),
    "for x in y:\n    pass\nbreak\n": (3, "outside-loop"),
    "for x in y:\n    pass\nelse:\n    break\n": (4, "outside-loop"),
    "for x in y:\n    def f():\n        continue\n": (3, "outside-loop"),
    "5 = x\n": (1, "assign-to"),
    "if a && b:\n    pass\n": (1, "operator"),
    "if a => b:\n    pass\n": (1, "operator"),
    "else:\n    pass\n": (1, "clause"),
    "class = 3\n": (1, "keyword"),
    "def f:\n    pass\n": (1, "parameters"),
    "2x = 3\n": (1, "number"),
    "f(a=1, 2)\n": (1, "arguments"),
    "x = [1 2]\n": (1, "values"),
    "try:\n    f()\ny = 1\n": (3, "handler"),
    "x = = 2\n": (1, "unknown"),
    "a = 1\nb\0c\n": (2, "unreadable"),
    "a = 1\n\ud83d\n": (2, "unreadable"),
    "(" * 5_000: (1, "too-deep"),
    "x = " + "-" * 100_000 + "1": (1, "too-deep"),
    "\ufeffprint(\n": (1, "bracket-open"),
    "a = 1\rprint(\r": (2, "bracket-open"),
    "a = '\f'\nb = '\u2028'\nprint(\n": (3, "bracket-open"),
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: repr(text)[:40])
def test_the_place_and_kind_of_what_is_missing(text: str) -> None:
    source = Source.parse(text)
    problem = source.syntax_error()
    assert problem is not None
    assert (problem.line, problem.kind) == BROKEN[text]
    assert source.broken
    (finding,) = (finding for finding in check(source) if finding.rule == syntax_place.RULE)
    assert source.line_of(finding.span.start) + 1 == problem.line
    assert finding.span.end <= len(source.data)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "\ufeffx = 1\n",
        "x = 1\ry = 2\r",
        "if x:\f\n    y = 1\n",
        "def f():\n    for x in y:\n        if x:\n            return x\n        continue\n",
        "f = lambda: (yield)\n",
        "match x:\n    case 1:\n        pass\n",
        "# print(\nx = '(['\n",
    ],
)
def test_a_program_has_no_problem(text: str) -> None:
    assert Source.parse(text).syntax_error() is None


@pytest.mark.parametrize("text", ["type A[T] = list[T]\n", "try:\n    f()\nexcept* ValueError:\n    pass\n"])
def test_a_program_for_a_newer_python_has_no_problem(text: str) -> None:
    assert Source.parse(text).syntax_error() is None


def test_the_place_is_asked_about_once() -> None:
    check_findings("""
        def area(width, height)
        ^^^^^^^^^^^^^^^^^^^^^^^ error[syntax-place]: How does Python know where the header on this line ends?
            return (width * height
        while True
            area(1, 2
    """)


def test_an_open_bracket_is_shown_itself() -> None:
    check_findings("""
        total = sum([1, 2, 3]
        #          ^ error[syntax-place]: Where does this bracket meet its partner?
        print(total)
    """)


def test_while_a_line_is_typed_nothing_is_asked_about_its_syntax() -> None:
    source, checker = Source.parse("a = 1\n"), Checker()
    source = source.edited([Edit(Position(1, 0), Position(1, 0), "if a")])
    assert checker.check(source) == []
    assert [finding.rule for finding in checker.check(source.settled())] == [syntax_place.RULE]


def test_a_syntax_question_moves_with_its_line_and_goes_when_the_line_is_touched() -> None:
    source, checker = Source.parse("a = 1\nif a\n    a = 2\n"), Checker()
    (asked,) = checker.check(source)
    source = source.edited([Edit(Position(0, 0), Position(0, 0), "b = 2\n")])
    (moved,) = checker.check(source)
    assert (moved.message, source.slice(moved.span)) == (asked.message, "if a")
    source = source.edited([Edit(Position(2, 4), Position(2, 4), " == ")])
    assert checker.check(source) == []
