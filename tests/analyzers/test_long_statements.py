"""In a statement that is too long to be read at every key, what stands around an edit is read first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gadfly_analyzers import reach
from gadfly_analyzers.check import Checker, check
from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns import ALL
from gadfly_analyzers.source import Edit, Position, Source
from helpers.counted import calls_of
from helpers.edits import programs, small_edits

LONG: dict[str, Callable[[int], str]] = {
    "a function": lambda size: (
        "x = 1\ndef f(a, b):\n"
        + "".join(f"    c{one} = a + b\n    if c{one} == 'x' or 'y':\n        print(c{one})\n" for one in range(size))
        + "    return a\n"
    ),
    "a method": lambda size: (
        "class A:\n    def f(self, a, b):\n"
        + "".join(f"        c{one} = a + b\n        c{one} == 1\n" for one in range(size))
        + "        return a\n\n    def g(self):\n        return 1\n"
    ),
    "a chain": lambda size: (
        "def f(x):\n    if x == 0:\n        return 'none'\n"
        + "".join(f"    elif x == {one} or 7:\n        return 'n{one}'\n" for one in range(1, size))
    ),
    "a chain in the file": lambda size: (
        "x = 3\nif x == 0:\n    y = 0\n" + "".join(f"elif x == {one}:\n    x == {one}\n" for one in range(1, size))
    ),
    "a table": lambda size: "x = {\n" + "".join(f"    'k{one}': [a * 3, b],\n" for one in range(size)) + "}\ny = x\n",
    "a line": lambda size: "x = 1\ny = [" + "abc, " * 9 * size + "]\nz = x\n",
}
QUIET: dict[str, Callable[[int], str]] = {  # in which there is next to nothing to find
    "a function": lambda size: (
        "def f(a, b):\n"
        + "".join(f"    if a > b + {one}:\n        print(a)\n" for one in range(size))
        + "    print(b)\n"
    ),
    "a chain": lambda size: (
        "def f(x):\n    if x == 0:\n        return 0\n"
        + "".join(f"    elif x == {one}:\n        return {one}\n" for one in range(1, size))
    ),
    "a table": LONG["a table"],
    "a line": LONG["a line"],
}
BEYOND = 600  # lines or so of anything above: more than what is read as a whole


def typed(source: Source, line: int, column: int, text: str, taken: int = 0) -> Source:
    return source.edited([Edit(Position(line, column), Position(line, column + taken), text)])


def asked_while_typing(findings: list[Finding]) -> list[Finding]:
    """Leave out what is asked of settled texts alone."""
    rules = {pattern.RULE for pattern in ALL}
    return [finding for finding in findings if finding.rule in rules]


def opened(text: str) -> tuple[Source, Checker]:
    source, checker = Source.parse(text), Checker()
    checker.check(source)
    return source, checker


def rules_in(source: Source, findings: list[Finding], line: int) -> list[str]:
    return [finding.rule for finding in findings if source.line_of(finding.span.start) == line]


@pytest.mark.parametrize("long", LONG.values(), ids=LONG)
def test_typing_in_a_name_anywhere_finds_what_a_whole_check_finds(long: Callable[[int], str]) -> None:
    source, checker = opened(long(BEYOND))
    names = list(source.nodes("identifier"))
    places = [source.position(names[len(names) * at // 4].start_byte) for at in range(1, 4)]
    for line, column in places:
        for text, taken in (("q", 0), ("", 1)):
            source = typed(source, line, column, text, taken)
            assert asked_while_typing(checker.check(source)) == asked_while_typing(check(source))
    assert checker.check(source.settled()) == check(Source.parse(source.text))


@pytest.mark.parametrize("long", LONG.values(), ids=LONG)
@pytest.mark.parametrize("text", ["(", "'", "\n", "    ", ":", "return", "x == 3"])
def test_whatever_is_typed_a_settled_text_finds_what_a_fresh_one_does(long: Callable[[int], str], text: str) -> None:
    source, checker = opened(long(BEYOND))
    for line in (0, len(source.lines) // 2, len(source.lines) - 2):
        source = typed(source, line, 4, text)
        checker.check(source)
    assert checker.check(source.settled()) == check(Source.parse(source.text))


@given(programs, st.lists(small_edits, max_size=6), st.sampled_from([8, 40, 120]))
@settings(max_examples=60)
def test_where_nearly_all_is_long_a_settled_text_finds_what_a_fresh_one_does(
    text: str, edits: list[Edit], longest: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reach, "LONGEST", longest)
        source, checker = opened(text)
        for edit in edits:
            source = source.edited([edit])
            assert all(0 <= each.span.start <= each.span.end <= len(source.data) for each in checker.check(source))
        assert checker.check(source.settled()) == check(Source.parse(source.text))


def test_what_is_typed_is_asked_about_at_once_and_no_more_when_it_is_gone() -> None:
    source, checker = opened(LONG["a function"](BEYOND))
    line = 2 + 3 * (BEYOND // 2)
    source = typed(source, line, 0, "    a == 3\n")
    assert rules_in(source, checker.check(source), line) == ["comparison-statement"]
    source = typed(source, line, 7, "", taken=1)
    assert rules_in(source, checker.check(source), line) == []


def test_what_stands_elsewhere_moves_along_and_is_asked_about_anew_once_the_text_is_settled() -> None:
    source, checker = opened("def f(a):\n    a = [1]\n" + "    print(1, 2)\n" * 2_000)
    assert rules_in(source, checker.check(source), 1) == ["argument-lost"]
    for line, column, text in ((0, 0, "# the first\n"), (900, 11, "3")):
        source = typed(source, line, column, text)
        assert rules_in(source, checker.check(source), 2) == ["argument-lost"]
    source = typed(source, 1, 6, "b, ").edited([Edit(Position(1, 9), Position(1, 10), "c")])
    settled = source.settled()
    assert rules_in(settled, checker.check(settled), 2) == []


@pytest.mark.parametrize("long", QUIET.values(), ids=QUIET)
@pytest.mark.parametrize("key", ["q", " ", "("], ids=["a name", "a blank", "an open bracket"])
def test_a_key_takes_as_many_steps_in_a_statement_four_times_as_long(long: Callable[[int], str], key: str) -> None:
    assert _calls_for_keys(long(4 * BEYOND), key) < 1.2 * _calls_for_keys(long(BEYOND), key)


def _calls_for_keys(text: str, key: str) -> int:
    """Count what is called for some keys behind a name near the start, for patterns may look back."""
    source, checker = opened(text)
    line, column = source.position(list(source.nodes("identifier"))[10].end_byte)

    def press() -> None:
        nonlocal source
        for number in range(4):
            source = typed(source, line, column + number * len(key), key)
            checker.check(source)

    return calls_of(press)
