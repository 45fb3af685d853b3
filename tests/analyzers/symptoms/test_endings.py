"""Runs that break off, do not end, or print: for each family a hit and its nearest miss, with Python's own messages."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import Any

import pytest

from gadfly_analyzers.execution.results import Outcome, TestResult
from gadfly_analyzers.symptoms import crashes, differing, endings, output
from helpers.symptoms import failing, families, names, raising, stopped
from helpers.symptoms import value as pictured

# family: a program whose exception shows it, and the nearest program whose exception does not
CRASHES: dict[str, tuple[str, str]] = {
    "taken-from-empty": ("[].pop()", "[1].pop(3)"),
    "past-the-end": ("[1][1]", "{}[1]"),
    "missing-key": ("{'a': 1}['b']", "[1][1]"),
    "none-used": ("None + 1", "'a' + 1"),
    "text-joined-with-number": ("'a' + 1", "[1] + 1"),
    "kinds-compared": ("'a' < 1", "'a' - 1"),
    "not-callable": ("x = 5; x()", "x = 5; list(x)"),
    "not-visitable": ("list(5)", "x = 5; x[0]"),
    "no-items": ("x = 5; x[0]", "list(5)"),
    "cannot-be-changed": ("x = 'abc'; x[0] = 'd'", "x = 'abc'; x['d']"),
    "wrong-number-of-arguments": ("(lambda a: a)()", "(lambda a: a)(b=1)"),
    "unknown-argument": ("(lambda a: a)(b=1)", "(lambda a: a)()"),
    "place-is-no-number": ("x = [1]; x['a']", "x = {}; x['a']"),
    "no-whole-number": ("range(2.5)", "range()"),
    "no-key": ("{[1]: 2}", "{1: 2}[3]"),
    "kinds-do-not-fit": ("[1] - 1", "len(5)"),
    "kind-not-allowed": ("len(5)", "int('a')"),
    "name-without-value": ("def f():\n    print(x)\n    x = 1\nf()", "print(x)"),
    "unknown-name": ("print(x)", "def f():\n    print(x)\n    x = 1\nf()"),
    "attribute-missing": ("[].push(1)", "[][1]"),
    "division-by-zero": ("1 // 0", "10.0 ** 400"),
    "text-is-no-number": ("int('a')", "[1].index(2)"),
    "unpacking": ("a, b = 1, 2, 3", "[].remove(1)"),
    "not-in-there": ("[1].index(2)", "int('a')"),
    "nothing-to-choose-from": ("max([])", "max(5)"),
    "outside-of-function": ("10.0 ** 400", "1 // 0"),
    "value-not-allowed": ("[1].index(2)", "len(5)"),
    "changed-while-visited": ("x = {1: 1}\nfor key in x:\n    x[key + 1] = 1", "raise RuntimeError('tired')"),
    "nothing-left": ("next(iter([]))", "[].pop()"),
}


@pytest.mark.parametrize("family", CRASHES)
def test_exceptions(family: str) -> None:
    hit, miss = CRASHES[family]
    assert family in families(raised_by(hit))
    assert family not in families(raised_by(miss))


def raised_by(program: str) -> TestResult:
    """Make a test of the exception with which a program really ends."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(program, {})
    except Exception as error:
        return raising(type(error).__name__, str(error))
    raise AssertionError("nothing was raised")


MORE = "the program asked for more input than there was"
WAITING = "def test_f():\n    with pytest.raises(ValueError):\n        f(3)\n"
SAME = [raising("KeyError", "'a'"), raising("KeyError", "'b'")]
PRINTED: dict[str, Any] = {"source": "input:\n3\noutput:\n1", "name": "one.in"}
# family: a test with the other ones of its run, and one that nearly shows it
RUNS: dict[str, tuple[tuple[TestResult, list[TestResult]], tuple[TestResult, list[TestResult]]]] = {
    "more-input": ((raising("EOFError", MORE), []), (raising("OSError", MORE), [])),
    "not-found-elsewhere": ((raising("ModuleNotFoundError"), []), (raising("NameError"), [])),
    "own-check-fails": ((raising("AssertionError"), []), (failing(1, 2), [])),
    "breaks-off-in-every-test": ((SAME[0], SAME), (SAME[0], [*SAME, failing(1, 2)])),
    "breaks-off-in-test": ((raising("TypeError", line=None), []), (raising("TypeError"), [])),
    "breaks-off": ((raising("OddError"), []), (failing(1, 2), [])),
    "memory": ((stopped("stopped when it wanted more than 512 MB of memory"), []), (stopped(), [])),
    "unrun": ((stopped("not started", Outcome.UNRUN), []), (stopped(), [])),
    "recursion": ((raising("RecursionError"), []), (raising("RuntimeError", "x"), [])),
    "endless": ((stopped(), []), (raising("RecursionError"), [])),
    "ends-python": ((stopped("the program ended itself", Outcome.ENDED), []), (stopped(), [])),
    "no-error": (
        (replace(failing(1, 2), comparison=None, source=WAITING, asserted_line=2), []),
        (replace(failing(1, 2), source=WAITING, asserted_line=2), []),
    ),
    "other-error": (
        (raising("TypeError", source=WAITING, asserted_line=3), []),
        (raising("TypeError", source="def test_f():\n    f(3)\n", asserted_line=2), []),
    ),
    "much-longer": (
        (failing([1], replace(pictured([1]), text="[" + "1, " * 9 + "...]", literal=False)), []),
        (failing([1], replace(pictured([1]), text="[1]", literal=False)), []),
    ),
}


@pytest.mark.parametrize("family", RUNS)
def test_runs(family: str) -> None:
    hit, miss = RUNS[family]
    assert family in families(*hit)
    assert family not in families(*miss)


# family: (expected, printed) that show it, (expected, printed) that nearly do
OUTPUT: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "prints-nothing": (("1\n2", ""), ("1\n2", "3")),
    "last-line-missing": (("1\n2\n3", "1\n2"), ("1\n2\n3", "1\n3")),
    "first-line-missing": (("1\n2\n3", "2\n3"), ("1\n2\n3", "1\n3")),
    "line-missing": (("1\n2\n3", "1\n3"), ("1\n2\n3", "1\n2")),
    "line-too-many": (("1\n3", "1\n2\n3"), ("1\n3", "1\n2\n4")),
    "other-line-breaks": (("1 2", "1\n2"), ("1 2", "1\n3")),
    "lines-in-other-order": (("1\n2", "2\n1"), ("1\n2", "2\n3")),
    "lines-missing": (("1\n2\n3\n4", "2\n4"), ("1\n2\n3\n4", "4\n2")),
    "lines-too-many": (("2\n4", "1\n2\n3\n4"), ("4\n2", "1\n2\n3\n4")),
    "one-line-differs": (("1\n2", "1\n3"), ("1\n2", "2\n3")),
}


@pytest.mark.parametrize("family", OUTPUT)
def test_what_is_printed(family: str) -> None:
    hit, miss = OUTPUT[family]
    assert family in families(failing(*hit, **PRINTED))
    assert family not in families(failing(*miss, **PRINTED))


def test_only_what_is_printed_is_other_text_that_is_printed() -> None:
    assert "prints-other-text" in families(failing("1", "2", **PRINTED))
    assert not {"prints-nothing", "prints-other-text"} & set(families(failing("1\n2", "")))


def test_no_family_is_left_out() -> None:
    with_recording = {"just-past-the-end", "breaks-off-late", "recursion-with-the-same", "recursion-past-the-end"}
    with_recording |= {"endless-standing", "endless-going-on"}  # see test_recorded_runs.py
    groups = [crashes.FAMILIES, endings.FAMILIES, output.FAMILIES, differing.FAMILIES]
    found = {name for group in groups for name in names(group)}
    assert found == {*CRASHES, *RUNS, *OUTPUT, *with_recording, "prints-other-text", "differs"}
