"""What makes an unreadable program readable."""

from __future__ import annotations

import time
import warnings
from textwrap import dedent

import pytest

from gadfly_analyzers.localize.repairs.broken import repairs_of_broken
from gadfly_analyzers.localize.repairs.candidates import parses, repaired
from gadfly_analyzers.source import Source


def readable(text: str) -> dict[str, str]:
    """Give each program that is proposed, with the kind of its repair."""
    source = Source.parse(dedent(text).removeprefix("\n"))
    found = [(repaired(source, repair), repair.kind) for repair in repairs_of_broken(source)]
    assert all(parses(data) and kind.startswith("broken/") for data, kind in found)
    assert len({data for data, _ in found}) == len(found), "one comes twice"
    return {data.decode(): kind for data, kind in found}


@pytest.mark.parametrize(
    ("broken", "repair"),
    [
        ("if x > 1\n    y = 1\n", "if x > 1:\n    y = 1\n"),
        ("if x > 1  # why: so\n    y = 1\n", "if x > 1:  # why: so\n    y = 1\n"),
        ("if x:\n    y = 1\nelse if z:\n    y = 2\n", "if x:\n    y = 1\nelif z:\n    y = 2\n"),
        ("if x:\n    y = 1\nelse z:\n    y = 2\n", "if x:\n    y = 1\nelif z:\n    y = 2\n"),
        ("if x =! 1:\n    y = 1\n", "if x != 1:\n    y = 1\n"),
        ("if x && y:\n    y = 1\n", "if x and y:\n    y = 1\n"),
        ("if !x:\n    y = 1\n", "if not x:\n    y = 1\n"),
        ("if x = 1:\n    y = 1\n", "if x == 1:\n    y = 1\n"),
        ("x++\n", "x += 1\n"),
        ("x--;\n", "x -= 1\n"),
        ("x = (1 + 2\ny = 3\n", "x = (1 + 2)\ny = 3\n"),
        ("x = len[1, 2)\n", "x = len(1, 2)\n"),
        ("x = 1 + 2)\n", "x = 1 + 2\n"),
        ("x = [1 2]\n", "x = [1, 2]\n"),
        ("x = 'a\ny = 1\n", "x = 'a'\ny = 1\n"),
        ("x = “ä”\n", 'x = "ä"\n'),
        ("print 'a'\n", "print('a')\n"),
        ("def f:\n    pass\n", "def f():\n    pass\n"),
        ("function f(x):\n    pass\n", "def f(x):\n    pass\n"),
        ("for i of x:\n    pass\n", "for i  in  x:\n    pass\n"),
        ("for i x:\n    pass\n", "for i in  x:\n    pass\n"),
        ("x = 2y\n", "x = 2*y\n"),
        ("def f():\nreturn 1\n", "def f():\n    return 1\n"),
        ("def f():\n    x = 1\n   y = 2\n", "def f():\n    x = 1\n    y = 2\n"),
        ("def f():\n    x = 1\nreturn x\n", "def f():\n    x = 1\n    return x\n"),
        ("def f():\nx = 1\nreturn x\n", "def f():\n    x = 1\n    return x\n"),
        ("for i in x:\ny = 1\n", "for i in x:\n    pass\ny = 1\n"),
    ],
)
def test_one_change_is_enough(broken: str, repair: str) -> None:
    assert repair in readable(broken)


def test_a_colon_comes_before_stranger_changes() -> None:
    found = readable("while x\n    x = x - 1\n")
    assert next(iter(found.values())) == "broken/colon"


def test_the_repair_belongs_to_the_line_that_it_changes() -> None:
    source = Source.parse("def f(x):\n    y = (x\n    return y\n")
    spans = {source.slice(repair.span) for repair in repairs_of_broken(source)}
    assert "y = (x" in spans


@pytest.mark.parametrize("text", ["", "x = 1\n", "if x:\n    pass\n"])
def test_a_program_that_can_be_read_is_left(text: str) -> None:
    assert readable(text) == {}


@pytest.mark.parametrize("text", ["\0", "x = (((((\n", "'''", "def\n", "\\", "else:\nelse:\n", "ä = “\r\n"])
def test_any_text_will_do(text: str) -> None:
    readable(text)


def test_odd_spellings_are_read_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert parses(b"x = 1if y else 2\n")


@pytest.mark.parametrize("broken", ["if f1(1, 2) = 3:\n    print(f1(1, 2))\n", "def g(a)\n    return a\n"])
@pytest.mark.parametrize("first", [True, False], ids=["at its beginning", "at its end"])
def test_what_breaks_a_program_is_looked_for_around_it_however_long_it_is(broken: str, first: bool) -> None:
    def seconds(functions: int) -> float:
        rest = "".join(f"def f{number}(a, b):\n    return a + b * {number}\n" for number in range(functions))
        source = Source.parse(broken + rest if first else rest + broken)
        assert source.syntax_error()
        began = time.process_time()
        assert [*repairs_of_broken(source)]
        return time.process_time() - began

    short = min(seconds(50) for _ in range(3))
    assert min(seconds(800) for _ in range(3)) < 10 * short
