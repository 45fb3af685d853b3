"""What several tests show together: for each family a run that shows it, and one that nearly does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gadfly_analyzers.execution.results import TestResult
from gadfly_analyzers.symptoms import nothing, together, truth
from helpers.symptoms import failing, families, names, passing

Run = tuple[TestResult, list[TestResult]]
NONE = failing(3, None, "f(3)")
# family: a test with the other ones of its run, and one that nearly shows it
TOGETHER: dict[str, tuple[Run, Run]] = {
    "constant": (
        (failing(3, 1, "f(3)"), [failing(9, 1, "f(9)"), passing(1, "f(1)")]),
        (failing(3, 1, "f(3)"), [failing(9, 1, "f(9)"), passing(2, "f(2)")]),
    ),
    "remembers": (
        (failing([3], [1, 2, 3], "f(3)"), [passing([1, 2], "f(2)")]),
        (failing([3], [1, 2, 3], "f(3)"), [passing([2, 1], "f(2)")]),
    ),
    "always-off-by-one": (
        (failing(3, 4, "f(3)"), [failing(9, 10, "f(9)")]),
        (failing(3, 4, "f(3)"), [failing(9, 8, "f(9)")]),
    ),
    "always-off-by-the-same": (
        (failing(3, 8, "f(3)"), [failing(9, 14, "f(9)")]),
        (failing(3, 8, "f(3)"), [failing(9, 15, "f(9)")]),
    ),
    "always-the-same-factor": (
        (failing(3, 12, "f(3)"), [failing(9, 36, "f(9)")]),
        (failing(3, 12, "f(3)"), [failing(9, 37, "f(9)")]),
    ),
    "answer-for-the-next": (
        (failing(5, 8, "f(5)"), [passing(8, "f(6)")]),
        (failing(5, 8, "f(5)"), [passing(8, "f(7)")]),
    ),
    "answer-of-another": (
        (failing("cold", "warm", "f(5)"), [passing("warm", "f(30)")]),
        (failing("cold", "warm", "f(5)"), [passing("hot", "f(30)")]),
    ),
}
TRUTH: dict[str, tuple[Run, Run]] = {
    "always-reversed": (
        (failing(True, False, "f(3)"), [failing(False, True, "f(4)")]),
        (failing(True, False, "f(3)"), [failing(False, True, "f(4)"), passing(True, "f(5)")]),
    ),
    "always-same-truth": (
        (failing(True, False, "f(3)"), [passing(False, "f(4)"), passing(False, "f(6)")]),
        (failing(True, False, "f(3)"), [passing(False, "f(4)"), passing(True, "f(6)")]),
    ),
    "truth-reversed": ((failing(False, True), []), (failing(False, 1), [])),
}
NOTHING: dict[str, tuple[Run, Run]] = {
    "none-but-printed": (
        (replace(NONE, stdout="Total: 3\n"), []),
        (replace(NONE, stdout="Total: 33\n"), []),
    ),
    "none-but-other-printed": ((replace(NONE, stdout="hello\n"), []), (replace(NONE, stdout=" \n"), [])),
    "none-at-times": ((NONE, [passing(4, "f(4)")]), (NONE, [failing(4, None, "f(4)")])),
    "none-always": ((NONE, [failing(4, None, "f(4)")]), (NONE, [])),
    "none": ((NONE, []), (failing(None, 3), [])),
}
TABLES = {**TOGETHER, **TRUTH, **NOTHING}


@pytest.mark.parametrize("family", TABLES)
def test_hit_and_nearest_miss(family: str) -> None:
    hit, miss = TABLES[family]
    assert family in families(*hit)
    assert family not in families(*miss)


def test_no_family_is_left_out() -> None:
    found = [*names(together.FAMILIES), *names(truth.FAMILIES), *names(nothing.FAMILIES)]
    assert sorted(TABLES) == sorted(found)


def test_tests_of_other_functions_do_not_count() -> None:
    other = failing(9, 14, "f(9)")
    call = replace(other.calls[0], function="g")
    assert "always-off-by-the-same" not in families(failing(3, 8, "f(3)"), [replace(other, calls=(call,))])
