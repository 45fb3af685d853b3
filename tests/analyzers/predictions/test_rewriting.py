"""Whatever a program is, reading it as somebody else reads it keeps its lines, and gives a program again."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from gadfly_analyzers.predictions.predict import ALL
from gadfly_analyzers.predictions.rewrites import beliefs
from gadfly_analyzers.predictions.rewrites.belief import Belief
from gadfly_analyzers.predictions.rewrites.beliefs import function_changes_global
from gadfly_analyzers.predictions.rewrites.rewritten import rewritten
from gadfly_analyzers.source import Source
from helpers import examples
from helpers.counted import calls_of
from helpers.twins import random_program

MIXED = '''"""A program in which there is something for every belief."""
import math as m

count = 0
def total(numbers, found=[], *rest, best: int = 0, **named):
    """Give what they are together."""
    # with a comment

    result = grid = other = [[0] * 2] * len(numbers)
    for i in range(1, len(numbers)): result[i - 1][0] = numbers[i] ^ 2
    for number in numbers:
        if number is best or number == 1 or 2: continue
        if number / 2 == 3 == True:
            found = found.append(number)
        number = number // 2
    while best < 3:
        ++best
        best /= f"{numbers[1:best]}" + 1
    count = best
    total(numbers)
    rest.sort
    name = "ärger"; name.upper()
    name[1] = 'é'
    return {k: v for k, v in named} if best else [total, *(x for x in range(3))]
def shown(lines): print(lines[0][1:2], end="")


class Bag(object):
    size = {}

    def has(self, key):
        for each in self.size:
            if each == key:
                self.size.pop(key)
                return True

    @property
    def half(self):
        return lambda x, y=[]: self.size[x].copy() / 2

    async def late(self, *, items={}):
        async for each in items: await each
        return [
            each
            for each in items
        ] * 2


if __name__ == "__main__":
    count = int(input("How many? "))
    print(total(list(range(count))))'''
MORE = """
def given(n):
    given_too(n)

def given_too(n):
    return range(n)

def named(n):
    n

def deep(n, seen=[]):
    if n == 0:
        return seen.sort()
    deep(n - 1)

"""
PROGRAMS = {
    "more": MORE,
    **{name: examples.program(name) for name in examples.NAMES if name != "initials"},
    **{f"random {seed}": random_program(seed) for seed in range(25)},
    "mixed": MIXED,
    "windows": MIXED.replace("\n", "\r\n"),
    "old": MIXED.replace("\n", "\r"),
    "own": Path(beliefs.__file__).with_name("or_distributes.py").read_text("utf-8"),
}
NAMES = [belief.MISCONCEPTION for belief in beliefs.ALL]


@pytest.mark.parametrize("belief", beliefs.ALL, ids=NAMES)
def test_lines_stay_where_they_are(belief: Belief) -> None:
    texts = [(Source.parse(program), rewritten(Source.parse(program), belief)) for program in PROGRAMS.values()]
    changed = [(source, text) for source, text in texts if text is not None]
    assert changed
    for source, text in changed:
        ast.parse(text)
        other = Source.parse(text.decode())
        assert len(other.lines) == len(source.lines)
        lines, others = ({each.line for each in one.statements()} for one in (source, other))
        assert lines <= others
        pairs = zip(source.lines, other.lines, strict=True)
        changes = [number for number, (ours, theirs) in enumerate(pairs, 1) if ours != theirs]
        assert changes
        assert all(not source.lines[line - 1].strip() or line in lines or _goes_on(source, line) for line in changes)


def _goes_on(source: Source, line: int) -> bool:
    return any(each.line < line <= each.end_line for each in source.statements())


@pytest.mark.parametrize("belief", beliefs.ALL, ids=NAMES)
def test_what_is_broken_stays_as_it_is(belief: Belief) -> None:
    for lost in range(0, len(MIXED), 7):
        source = Source.parse(MIXED[:lost] + MIXED[lost + 1 :])
        text = rewritten(source, belief)
        assert text is None or not source.broken
    assert rewritten(Source.parse(examples.program("initials")), belief) is None
    assert rewritten(Source.parse("def f(:\n    return x[1\n"), belief) is None
    assert rewritten(Source.parse(""), belief) is None


def test_the_edits_of_broken_programs_are_within_them() -> None:
    for lost in range(0, len(MIXED), 3):
        source = Source.parse(MIXED[:lost] + MIXED[lost + 1 :])
        for belief in beliefs.ALL:
            for edit in belief.rewrite(source):
                assert 0 <= edit.start <= edit.end <= len(source.data)


def test_each_file_is_named_after_its_misconception() -> None:
    folder = Path(beliefs.__file__).parent
    files = {path.stem.replace("_", "-") for path in folder.glob("*.py") if path.stem != "__init__"}
    assert files == set(ALL)
    assert len(ALL) == len(set(ALL)) >= 29


def test_a_long_function_takes_as_much_longer_as_it_is() -> None:
    def work(names: int) -> int:
        lines = "".join(f"    a{number} = {number}\n" for number in range(names))
        source = Source.parse(f"total = 0\n\n\ndef many():\n{lines}    return total\n")
        return calls_of(lambda: list(function_changes_global.rewrite(source)))

    assert work(200) < 3 * work(100)
