"""How the benchmark of localization counts."""

from __future__ import annotations

import json
from itertools import pairwise, permutations
from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import Outcome, RunResult, TestResult
from gadfly_analyzers.localize.suspects import Suspect
from localize import formulas, looking
from localize.programs import Program, programs_of, sets_in, spread
from localize.ranks import Keys, rank
from localize.several import Hunk, hunks_of

# -- ranks ---------------------------------------------------------------------------------------------------------


def by_trying(keys: Keys, faulty: set[int]) -> tuple[list[float], float]:
    """The same by looking at every order that the keys allow."""
    orders = [
        order
        for order in permutations(range(len(keys)))
        if all(keys[one] >= keys[other] for one, other in pairwise(order))
    ]
    ranks = [1 + min(order.index(number) for number in faulty) for order in orders]
    return [sum(one <= k for one in ranks) / len(ranks) for k in (1, 3, 5)], sum(ranks) / len(ranks)


@pytest.mark.parametrize(
    ("keys", "faulty"),
    [
        ([3, 2, 1], {0}),
        ([3, 2, 1], {2}),
        ([1, 1, 1, 1], {2}),
        ([1, 1, 1, 1], {0, 3}),
        ([2, 1, 1, 1, 0], {1, 4}),
        ([2, 2, 1, 1, 1, 1], {5}),
        ([0, 0, 0, 0, 0, 1], {0, 1, 2}),
        ([1], {0}),
    ],
)
def test_a_rank_is_the_mean_over_all_orders_of_what_is_tied(keys: Keys, faulty: set[int]) -> None:
    counted = rank(keys, faulty)
    top, expected = by_trying(keys, faulty)
    assert counted.top == pytest.approx(top)
    assert counted.expected == pytest.approx(expected)
    assert counted.exam == pytest.approx(expected / len(keys))


def test_the_first_of_two_faults_counts_even_if_the_second_comes_last() -> None:
    assert rank([5, 4, 3, 2], {1, 3}).expected == 2


# -- ways ----------------------------------------------------------------------------------------------------------


def ran(name: str, outcome: Outcome, *lines: int) -> TestResult:
    return TestResult(name, name, Path("test.py"), 1, "", outcome, 0.0, frozenset(lines))


def test_formulas_over_coverage() -> None:
    tests = (
        ran("one", Outcome.FAILED, 1, 2),
        ran("two", Outcome.STOPPED, 1, 3),
        ran("three", Outcome.PASSED, 1, 2),
        ran("four", Outcome.SKIPPED, 4),
    )
    run = RunResult(Path("program.py"), tests, (), 0.0)
    units = [range(1, 2), range(2, 4), range(3, 4), range(4, 5)]
    keys = {way: formulas.keys(formula, units, run) for way, formula in formulas.FORMULAS.items()}
    assert keys["guessing"] == [1, 1, 1, 0]
    assert keys["Tarantula"] == pytest.approx([1 / 2, 1 / 2, 1, 0])
    assert keys["Ochiai"] == pytest.approx([2 / 6**0.5, 2 / 6**0.5, 1 / 2**0.5, 0])
    assert keys["DStar"] == pytest.approx([4 / 1.1, 4 / 1.1, 1 / 1.1, 0])


def test_where_nothing_could_run_nothing_is_before_another() -> None:
    assert formulas.keys(formulas.ochiai, [range(1, 2), range(2, 3)], None) == [0, 0]


def test_statements_that_are_not_suspects_share_the_last_place() -> None:
    suspects = (Suspect(3, 4, 0.9, ()), Suspect(1, 1, 0.1, ()))
    units = [range(1, 2), range(2, 3), range(4, 5), range(5, 6)]
    assert looking.keys(units, suspects) == [-1, -2, 0, -2]


# -- programs ------------------------------------------------------------------------------------------------------


def test_a_folder_of_folders_is_a_set(tmp_path: Path) -> None:
    text = "LIMIT = 3\ndef total(\n    items,\n):\n    return sum(\n        items\n    ) - 1\n"
    for name, item in {
        "known": {"bug_stmt_lines": [5], "bug_lines": [6]},
        "by_lines": {"bug_lines": [6], "buggy_code": text, "correct_code": text.replace(" - 1", "")},
        "unknown": {},
    }.items():
        folder = tmp_path / "course" / name
        folder.mkdir(parents=True)
        (folder / "program.py").write_text(text)
        (folder / "item.json").write_text(json.dumps(item))
    sets = sets_in(tmp_path)
    assert sets == {"course": tmp_path / "course"}
    by_lines, known = programs_of("course", sets["course"], tmp_path, 0)
    assert known.units == (range(5, 8),)
    assert known.faulty == by_lines.faulty == {0}
    assert known.fixed is None
    assert by_lines.fixed == text.replace(" - 1", "")
    assert sets_in(tmp_path / "course") == {"course": tmp_path / "course"}
    assert sets_in(tmp_path / "nowhere") == {}


def test_of_a_text_that_cannot_be_read_lines_are_ranked() -> None:
    program = Program("course", Path("item"), "# total\ndef total(items)\n\n    return 0\n", {"bug_lines": [2]})
    assert program.units == (range(2, 3), range(4, 5))
    assert program.faulty == {0}


def test_a_choice_is_spread_evenly() -> None:
    assert spread(range(10), 3) == [0, 3, 6]
    assert spread(range(3), 10) == spread(range(3), 0) == [0, 1, 2]


# -- several bugs --------------------------------------------------------------------------------------------------


def test_what_differs_is_told_line_by_line_where_as_many_lines_stand_against_each_other() -> None:
    assert list(hunks_of(["a", "b", "c"], ["x", "y", "c"])) == [Hunk(0, 1, ("x",)), Hunk(1, 2, ("y",))]
    assert list(hunks_of(["a", "b", "c"], ["a", "x", "y", "c"])) == [Hunk(1, 2, ("x", "y"))]


def test_the_place_of_what_is_missing_is_before_and_after_the_gap() -> None:
    (hunk,) = hunks_of(["a", "b", "d"], ["a", "b", "c", "d"])
    assert hunk == Hunk(2, 2, ("c",))
    assert hunk.lines == range(2, 4)


def test_the_place_of_what_is_too_much_is_its_lines() -> None:
    (hunk,) = hunks_of(["a", "b", "c"], ["a", "c"])
    assert hunk == Hunk(1, 2, ())
    assert hunk.lines == range(2, 3)
