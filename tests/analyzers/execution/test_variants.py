"""A change is compiled in its place, and the outcome is that of the whole text with the change made."""

from __future__ import annotations

import ast
import random
import sys
from itertools import combinations
from types import CodeType, SimpleNamespace
from typing import Any

import pytest

from gadfly_analyzers.execution.probe.variants import Text, Version, spliced

pytestmark = [
    pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning"),
    pytest.mark.skipif(sys.version_info >= (3, 13), reason="Python joins instructions by the lines that they are on"),
]

PROGRAM = b'''"""Text."""
from __future__ import annotations
import math; half = 0.5


@staticmethod
def first(items: list[int], *rest) -> int:  # a comment
    """Doc."""
    total = 0
    for one in items:
        if one > 2:
            total += one
        elif one == 2:
            total -= 1

        else:
            total = (one +
                     2)
        while total > 9: total -= 9
    else:
        total += 1
    try:
        return total
    except ValueError:
        pass
    finally:
        rest


class Thing:
    size = 1

    def grow(self):
        self.size += 1
        with open("x") as file:
            return lambda: [self.size
for _ in file]

    text = """
  not code
"""

    def name(self):
        kind = super().__repr__()
        return kind

    @property
    def twice(self, most=lambda: 1):
        return self.__size

    @twice.setter
    def twice(self, to):
        self.__size = to


if __name__ == "__main__":
    print(first([1, 2]))
    assert first([]) == 1
assert first([1]) == 4, (
    "no")
last = first'''

# name: what is replaced and by what; None where the outcome is no Python
CHANGES: dict[str, tuple[str, str]] = {
    "a name": ("total += one", "total += two"),
    "a line less": ("            total -= 1\n", ""),
    "a statement less": ("        total += 1\n    try", "        pass\n    try"),
    "a line more": ("    total = 0\n", "    total = 0\n    rest = 1\n"),
    "a line more at the end of a block": (
        "            total += one\n",
        "            total += one\n            one = 1\n",
    ),
    "a line more at the end of an outer block": (
        "                     2)\n",
        "                     2)\n        one = 1\n",
    ),
    "out of the block": ("        while total > 9", "    while total > 9"),
    "out of the loop": ("    else:\n        total += 1\n", "    total += 1\n"),
    "into the block": ("    try:\n        return total", "        try:\n            return total"),
    "into the function": ("\n\nclass Thing", "\n    class Thing"),
    "lines joined": ("total = 0\n    for", "total = 0; for"),
    "a part of a line that has two": ("half = 0.5", "half = 1"),
    "after a header": ("while total > 9: total -= 9", "while total > 9: pass"),
    "another branch": ("elif one == 2", "if one == 2"),
    "a branch less": ("        elif one == 2:\n            total -= 1\n", ""),
    "a decorator": ("@staticmethod", "@classmethod"),
    "no decorator": ("@staticmethod\n", ""),
    "a header": ("def grow(self)", "def grow(self, more)"),
    "a docstring": ('"""Doc."""', "pass"),
    "the text of the module": ('"""Text."""', "1"),
    "a comment": ("# a comment", "# another"),
    "an open bracket": ("total += one", "total += (one"),
    "an open bracket that is closed later": ("lambda: [self.size", "lambda: ([self.size][0] for _ in range(9)) and [1"),
    "an open text": ("size = 1\n", 'size = """\n'),
    "code into text": ("    text = ", "    text = '''a'''"),
    "at the end": ("last = first", "last = first\nmore = last"),
    "a return outside": ("last = first", "return 1"),
    "a break outside": ("size = 1\n", "break\n"),
    "nothing left of a block": ("        pass\n", ""),
    "the class": ("class Thing:", "class Thing(object):"),
    "what needs the class": ("self.size += 1", "super().grow()"),
    "what needs the class no more": ("super().__repr__()", "'a name'"),
    "a hidden name": ("self.__size = to", "self.__size = self.__text = to"),
    "one of two methods of a name": ("return self.__size", "return self.size"),
    "a default": ("most=lambda: 1", "most=lambda: 2"),
    "the guard": ('if __name__ == "__main__":', "if 1:"),
    "an assert behind the guard": ("first([]) == 1", "first([]) == 2"),
    "an assert": ("first([1]) == 4", "first([1]) == 5"),
    "the future": ("from __future__ import annotations\n", ""),
    "tabs": ("        total += 1\n    try", "\ttotal += 1\n    try"),
    "no line end": ("    size = 1\n", "    size = 1"),
    "a nonlocal": ("            total += one\n", "            nonlocal total\n"),
}
MORE = {
    "the end of the class": ("text = ", "text = 1 + "),
    "a line more in the class": ("        self.size += 1\n", "        self.size += 1\n        self.size += 1\n"),
}


def outline(code: CodeType) -> Any:
    """Picture what a code object does, without the lines at which it does it."""
    line = code.co_firstlineno if "__firstlineno__" in code.co_names else None  # of a class, which Python 3.13 keeps
    kept = [each for each in code.co_consts if each != line]
    constants = [outline(each) if isinstance(each, CodeType) else repr(each) for each in kept]
    return code.co_name, code.co_code, code.co_names, code.co_varnames, code.co_flags, constants


def functions(version: Version | None) -> Any:
    """Picture all functions and classes of a version, and how many statements it has."""
    if version is None:
        return None
    inner = [each for code in version.codes for each in code.co_consts if isinstance(each, CodeType)]
    units = [(unit.is_assert, unit.guarded, outline(unit.code)) for unit in version.units]
    return [outline(each) for each in inner], units


def whole(data: bytes, by_statement: bool) -> Version | None:
    """Compile a text as a whole."""
    try:
        return Text(data, "work.py", by_statement).plain()
    except (SyntaxError, ValueError):
        return None


def same(data: bytes, text: Text, start: int, end: int, new: bytes) -> bool:
    """Tell whether a change leads to the same as its text; the text stays as it was."""
    edits = [(start, end, new)]
    return bool(functions(text.changed(edits)) == functions(whole(spliced(data, edits, 0), text.by_statement)))


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("by_statement", [False, True])
def test_a_change_does_what_its_text_does(change: str, newline: bytes, by_statement: bool) -> None:
    data = PROGRAM.replace(b"\n", newline)
    old, new = (text.encode().replace(b"\n", newline) for text in CHANGES[change])
    assert data.count(old) == 1
    start = data.index(old)
    text = Text(data, "work.py", by_statement)
    before = functions(text.plain())
    assert same(data, text, start, start + len(old), new)
    assert functions(text.plain()) == before


@pytest.mark.parametrize("by_statement", [False, True])
def test_changes_at_random_do_what_their_texts_do(by_statement: bool) -> None:
    chance = random.Random(1)
    text = Text(PROGRAM, "work.py", by_statement)
    parts = [
        b"",
        b"\n",
        b"    ",
        b"  ",
        b"1",
        b"x",
        b":",
        b"(",
        b")",
        b"return",
        b"\nif x:\n",
        b"#",
        b'"',
        b"else:",
        b"\\",
    ]
    lines = [0, *(number + 1 for number, byte in enumerate(PROGRAM) if byte == 10)]
    valid = 0
    for _ in range(3000):
        start = chance.choice([chance.randrange(len(PROGRAM)), chance.choice(lines)])
        end = min(start + chance.choice([0, 0, 1, 2, 4, 8]), len(PROGRAM))
        new = chance.choice(parts) + chance.choice(parts)
        assert same(PROGRAM, text, start, end, new), (start, end, new)
        valid += text.changed([(start, end, new)]) is not None
    assert valid > 300


@pytest.mark.parametrize("by_statement", [False, True])
def test_two_changes_at_once_do_what_their_text_does(by_statement: bool) -> None:
    text = Text(PROGRAM, "work.py", by_statement)
    before = functions(text.plain())
    for one, other in combinations(CHANGES, 2):
        edits = sorted(edit_of(name) for name in (one, other))
        if edits[0][1] <= edits[1][0]:
            expected = functions(whole(spliced(PROGRAM, edits, 0), by_statement))
            assert functions(text.changed(edits)) == expected, (one, other)
    assert functions(text.plain()) == before


def test_of_two_changes_far_apart_only_what_they_touch_is_read_and_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = Text(PROGRAM, "work.py")
    read: list[bytes] = []
    parse = ast.parse

    def noted(data: Any, *rest: Any) -> Any:
        read.append(data.strip())
        return parse(data, *rest)

    monkeypatch.setattr(ast, "parse", noted)
    edits = [edit_of(name) for name in ("a name", "what needs the class", "the end of the class")]
    assert text.changed([edits[0], edits[1]]) is not None
    assert read == [b"if 1:\n            total += two", b"if 1:\n        super().grow()"]
    assert text.changed([edits[0], edits[2]]) is not None
    assert read[2:] == [b'if 1:\n    text = 1 + """\n  not code\n"""']


def test_of_two_changes_that_add_lines_each_line_is_found_where_it_stood() -> None:
    text = Text(PROGRAM, "work.py")
    edits = sorted(edit_of(name) for name in ("a line more", "a line more in the class"))
    version = text.changed(edits)
    (grow,) = [code for code in methods(version) if code.co_name == "grow"]
    assert version is not None
    lines = {text.line_before(line, version, edits) for _, _, line in grow.co_lines() if line}
    first = PROGRAM[: PROGRAM.index(b"self.size += 1")].count(b"\n") + 1
    assert lines == {first - 1, first, first + 2}


class Step:
    """A step of a traceback that tells how often somebody looked at its frame."""

    looked_at = 0

    def __init__(self, path: str, line: int, after: Step | None) -> None:
        self.path = path
        self.tb_next = after
        self.tb_lineno = line

    @property
    def tb_frame(self) -> Any:
        Step.looked_at += 1
        return SimpleNamespace(f_code=SimpleNamespace(co_filename=self.path))


def test_of_a_deep_recursion_only_the_last_steps_are_looked_at() -> None:
    trace: Any = Step("elsewhere.py", 9, None)
    for line in (7, *[4] * 1000):
        trace = Step("work.py", line, trace)
    assert Text(PROGRAM, "work.py").last_line(trace) == 7
    assert Step.looked_at == 2
    assert Text(PROGRAM, "other.py").last_line(trace) == 0


def edit_of(name: str) -> tuple[int, int, bytes]:
    """Give a change as an edit."""
    old, new = ((MORE.get(name) or CHANGES[name])[part].encode() for part in (0, 1))
    return PROGRAM.index(old), PROGRAM.index(old) + len(old), new


def test_what_is_touched_alone_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    text = Text(PROGRAM, "work.py")
    read: list[bytes] = []
    parse = ast.parse

    def noted(data: Any, *rest: Any) -> Any:
        read.append(data.strip())
        return parse(data, *rest)

    monkeypatch.setattr(ast, "parse", noted)
    start = PROGRAM.index(b"+= one")
    assert text.changed([(start, start + 2, b"-=")]) is not None
    assert read == [b"if 1:\n            total -= one"]


def test_a_change_in_a_method_leaves_the_others_compiled() -> None:
    text = Text(PROGRAM, "work.py")
    start = PROGRAM.index(b"self.size += 1")
    changed = [text.changed([(start, start + 9, new)]) for new in (b"self.text", b"self.name")]
    (first, second) = ({code.co_name: code for code in methods(version)} for version in changed)
    assert first.keys() == second.keys() >= {"grow", "name"}
    assert [name for name in first if first[name] is not second[name]] == ["grow"]


def methods(version: Version | None) -> list[CodeType]:
    """List the code of the methods of the class in the program."""
    consts = [each for code in version.codes for each in code.co_consts] if version else []
    (thing,) = (each for each in consts if isinstance(each, CodeType) and each.co_name == "Thing")
    return [each for each in thing.co_consts if isinstance(each, CodeType)]
